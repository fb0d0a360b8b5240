import { isMobile } from '../identity/phone-number';
import { CONTACT_LABELS, type ContactLabel, type LabelledValue } from '../parties/contact-values';

type Property = 'TEL' | 'EMAIL' | 'ADR';

/** Our own parameter, where TYPE cannot say what a value is for. */
export const LABEL_PARAM = 'X-KA-LABEL';
const UNLABELLED = 'none';

const PHONE_TYPES: Readonly<Record<ContactLabel, readonly string[]>> = {
  work: ['WORK', 'VOICE'],
  mobile: ['CELL'],
  home: ['HOME', 'VOICE'],
  fax: ['WORK', 'FAX'],
  main: ['MAIN', 'VOICE'],
  assistant: ['WORK', 'VOICE'],
  other: ['VOICE'],
};

/** Words of TYPE parameters and of Apple's labels, lower case without blanks; a sign that stands earlier counts first. */
const WORDS: readonly (readonly [ContactLabel, readonly string[]])[] = [
  ['fax', ['fax', 'workfax', 'homefax', 'otherfax', '传真', '傳真']],
  ['other', ['pager', 'other', 'bbs', 'modem', 'isdn', 'video', '其他', '其它']],
  ['assistant', ['assistant', 'x-assistant', '助理']],
  ['mobile', ['cell', 'mobile', 'iphone', 'workmobile', '手机', '手機', '移动', '行動電話']],
  ['main', ['main', 'main-number', 'companymain', '总机', '總機', '主要']],
  ['home', ['home', 'dom_home', '住宅', '家']],
  ['work', ['work', 'business', 'company', '工作', '单位', '公司', '公司電話']],
];

/** What a TEL, EMAIL or ADR is for, as TYPE values in upper case and, where they would be read otherwise, our own word. */
export function labelParams(
  property: Property,
  { value, label }: LabelledValue,
): { types: readonly string[]; own?: string } {
  const types = typesOf(property, value, label);
  return labelOfTypes(types) === label ? { types } : { types, own: label ?? UNLABELLED };
}

function typesOf(property: Property, value: string, label: ContactLabel | undefined): readonly string[] {
  if (property === 'TEL') return label ? PHONE_TYPES[label] : isMobile(value) ? ['CELL'] : ['VOICE'];
  return label === 'work' || label === 'home' ? [label.toUpperCase()] : [];
}

/**
 * The label that a property's parameters and its group's `X-ABLabel` come to.
 * @returns undefined when they say nothing that is known.
 */
export function labelOf(
  params: ReadonlyMap<string, readonly string[]>,
  groupLabel: string | undefined,
): ContactLabel | undefined {
  const own = params.get(LABEL_PARAM)?.[0]?.toLowerCase();
  if (own === UNLABELLED) return undefined;
  const named = CONTACT_LABELS.find((label) => label === own);
  return (
    named ??
    (groupLabel === undefined ? undefined : labelOfTypes([groupLabel])) ??
    labelOfTypes(params.get('TYPE') ?? [])
  );
}

/** Apple writes its own labels as `_$!<Work>!$_`. */
function labelOfTypes(types: readonly string[]): ContactLabel | undefined {
  const said = new Set(
    types.map((type) =>
      type
        .replace(/^_\$!<|>!\$_$/g, '')
        .replace(/\s/g, '')
        .toLowerCase(),
    ),
  );
  return WORDS.find(([, words]) => words.some((word) => said.has(word)))?.[0];
}
