import type { PhoneLabel } from '../found';

/** What the words before a number say it is. `phone`: just a number to call; `none`: nothing; `other`: no number to call. */
export type SpokenLabel = PhoneLabel | 'phone' | 'other' | 'none';

const WINDOW = 48;
const END =
  '\\s?(?:no|nr|number|nummer|num|line|us|at|now|today|on|gratuit|gebührenfrei|24h?)?\\s?[.:#=~|>*)\\]-]{0,3}\\s?[(+]?$';
const LABELS: readonly (readonly [SpokenLabel, RegExp])[] = [
  ['hotline', /(?:举报|舉報|违法|不良信息|监督|投诉|客诉|反诈|12345)[^\n]{0,14}$/],
  // One number for both.
  ['mobile', /(?:手机|手機|mobile|mob|whatsapp)\s?[/、&]\s?(?:微信号?|wechat)[^\p{L}\d]{0,4}$/iu],
  ['phone', /(?:电话|電話|tel)\s?[/、&]\s?(?:微信号?|wechat)[^\p{L}\d]{0,4}$/iu],
  ['other', /(?:QQ|微信号?|wechat|群号|邮编|编号|單號|单号|备案|账号|帳號|卡号)[^\p{L}\d]{0,4}$/iu],
  ['fax', /(?:传真|傳真|图文传真)(?:号码|號碼|机)?[^\p{L}\d]{0,4}$/u],
  ['fax', new RegExp(`(?:^|[^a-z])(?:tele?fax|facsimile|fax|fx|télécopie)${END}`, 'i')],
  ['fax', /(?:^|[\s(|/,;-])f\s?[:.)]\s?\(?$/i],
  ['fax', /^f\s?$/i],
  ['mobile', /(?:手机|手機|行動電話|移动电话|手提)[^\p{L}\d]{0,4}$/u],
  ['mobile', new RegExp(`(?:^|[^a-z])(?:mobile?|mob|cell(?:ular|phone)?|handy|portable|gsm)${END}`, 'i')],
  ['mobile', /(?:^|[\s(|/,;-])m\s?:\s?\(?$/i],
  ['tollfree', new RegExp(`(?:toll[ -]?free|freephone|freecall)(?:\\s(?:phone|tel))?${END}`, 'i')],
  [
    'phone',
    /(?:电话|電話|座机|直线|直線|总机|總機|热线|熱線|专线|專線|联系方式|聯絡方式|洽询|咨询|諮詢|预约|订购|服务|联系人?|TEL)[^\p{L}\d]{0,4}$/iu,
  ],
  [
    'phone',
    new RegExp(
      `(?:^|[^a-z])(?:tel(?:e(?:phone|fon|fono|foon))?|telefonnummer|phones?|ph|fon|call(?:\\s(?:us|or text))?|ring|rufen sie uns an|direct(?: dial)?|office|main|switchboard|zentrale|hotline|helpline|text|sms|whatsapp|voice|toll|contact|enquiries|reception|dial|téléphone|tél|teléfono)${END}`,
      'i',
    ),
  ],
  ['phone', /(?:^|[\s(|/,;-])[tpdocw]\s?[:.)]\s?\(?$/i],
];

const STRETCHED = /(?<=[\u4e00-\u9fff])[^\S\n]{1,8}(?=[\u4e00-\u9fff])|(?<=Q)[^\S\n]{1,8}(?=Q)/g;

/**
 * What the text before a number calls it: the end of the same line, or the line before where the number begins its own.
 * @param before the text up to the number, as Snapshot.flat.
 */
export function labelBefore(before: string): SpokenLabel {
  const near = before.slice(-WINDOW);
  const lineStart = near.lastIndexOf('\n');
  const same = near.slice(lineStart + 1);
  if (/[\p{L}\d]/u.test(same)) return labelOf(same);
  const previous = near.slice(near.lastIndexOf('\n', lineStart - 1) + 1, Math.max(0, lineStart));
  return labelOf(`${previous}${same}`.trimEnd());
}

function labelOf(text: string): SpokenLabel {
  // A word may be stretched by blanks to the width of another.
  const plain = text.replace(STRETCHED, '');
  return LABELS.find(([, words]) => words.test(plain))?.[0] ?? 'none';
}
