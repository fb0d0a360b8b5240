import type { ContactLabel } from '../parties/contact-values';
import { simplified } from '../identity/simplified';

/** Words by label as programs and people write them, folded; fax before the rest, for a home fax is a fax. */
const LABEL_WORDS: readonly (readonly [ContactLabel, string])[] = [
  ['fax', 'fax workfax homefax otherfax businessfax 传真 工作传真 公司传真 家庭传真 传真号码 传真号'],
  ['assistant', 'assistant assistantphone 助理 秘书'],
  ['main', 'main company switchboard central 总机 总台 前台 公司总机 主要'],
  ['mobile', 'mobile mobil cell cellphone cellular handy iphone m 手机 手机号 手机号码 移动 移动电话 行动电话 手提'],
  ['work', 'work business office o 工作 办公 办公室 公司 单位 商务 座机 固话 直线 直拨'],
  ['home', 'home private h 家庭 住宅 家 私人 宅电 家里'],
  ['other', 'other 其他 其它 备用'],
];

/** Labels as Google writes them. */
export const LABEL_NAMES: Readonly<Record<ContactLabel, string>> = {
  work: 'Work',
  mobile: 'Mobile',
  home: 'Home',
  fax: 'Work Fax',
  main: 'Main',
  assistant: 'Assistant',
  other: 'Other',
};

/**
 * What a number is for, from the word that stands beside it. @returns undefined for words of one's own.
 * @example contactLabel('* Work') // 'work'
 */
export function contactLabel(word: string): ContactLabel | undefined {
  const plain = simplified(word.normalize('NFKC').toLowerCase()).replace(/[^\p{L}\p{N}]/gu, '');
  return LABEL_WORDS.find(([, words]) => words.split(' ').includes(plain))?.[0];
}
