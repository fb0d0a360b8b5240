import type { AccountKind } from './accounts';

/** An account as a text names it; its place is that of the name, without the label. */
export interface TextAccount {
  readonly kind: AccountKind;
  readonly raw: string;
  /** `wechat:wang88`, `whatsapp:8613800138000`: a number without its signs. */
  readonly normal: string;
  readonly at: number;
  readonly end: number;
}

/** What is behind a label: 微信号, 客服QQ2, `LINE ID`; another use of the same number (微信/电话); a note. */
const NUMBERED = '(?:号码|號碼|帐号|账号|帳號|号|號| ?(?:ID|Id|id|No\\.?|number|name))?\\d?';
const SHARED =
  '(?: ?[/、&和] ?(?:电话|電話|手机|手機|微信|wechat|whats ?app|viber|telegram|mobile|tel)(?:号|號)?){0,2}';
const MOBILE = '(?:\\+?86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?!\\d)';
const NAME_END = '(?![\\w@-]|\\.\\w)';

interface Grammar {
  readonly kind: AccountKind;
  /** What a text has that is worth looking at closely. */
  readonly gate: RegExp;
  readonly label: string;
  readonly value: string;
  /** Also without a colon, where the text is known to be somebody's contact data. */
  readonly isLoose: boolean;
}

const GRAMMARS: readonly Grammar[] = [
  {
    kind: 'qq',
    gate: /Q {0,6}Q/i,
    label: '(?<![a-z])Q {0,6}Q(?!群|邮箱|郵箱|音乐)(?:客服|在线|咨询)?',
    value: '[1-9]\\d{4,11}(?![\\d@-])',
    isLoose: true,
  },
  {
    kind: 'wechat-official',
    gate: /公众号|公眾號|官方微信|微信公众/,
    label: '(?:公众号|公眾號|官方微信|微信公众平台) ?(?:ID|名称|名稱)?',
    value: '[\\p{Script=Han}\\w-]{2,30}',
    isLoose: false,
  },
  {
    kind: 'wechat',
    gate: /微信|薇信|wechat|weixin|vx/i,
    label: '(?<!企业|企業|官方)(?:微信|薇信|wechat|weixin|(?<![a-z])vx)',
    value: `(?:[a-z][\\w-]{5,19}${NAME_END}|${MOBILE})`,
    isLoose: true,
  },
  {
    kind: 'wecom',
    gate: /企业微信|企業微信|wecom/i,
    label: '(?:企业微信|企業微信|wecom)',
    value: '[a-z\\d][\\w-]{3,30}',
    isLoose: false,
  },
  {
    kind: 'dingtalk',
    gate: /钉钉|釘釘|dingtalk/i,
    label: '(?:钉钉|釘釘|dingtalk)',
    value: '[a-z\\d][\\w-]{3,30}',
    isLoose: false,
  },
  {
    kind: 'whatsapp',
    gate: /whats ?app/i,
    label: 'whats ?app(?: us)?',
    value: '\\+?\\d[\\d ()-]{6,20}\\d',
    isLoose: true,
  },
  { kind: 'telegram', gate: /telegram/i, label: 'telegram', value: `@?[a-z]\\w{4,31}${NAME_END}`, isLoose: false },
  {
    kind: 'line',
    gate: /LINE|[Ll]ine ?[Ii][Dd]/,
    label: '(?<![a-z])line ?(?:官方帳號|官方帐号|@)?',
    value: `@?[a-z\\d][\\w.-]{3,30}${NAME_END}`,
    isLoose: false,
  },
  { kind: 'skype', gate: /skype/i, label: 'skype', value: `(?:live:)?[a-z][\\w.,-]{4,31}${NAME_END}`, isLoose: false },
];

/**
 * With a colon anywhere; a label and a name alone on their line, or each alone on its own, where the name has what no word
 * has, since the names of networks stand below each other on many pages.
 */
const FORMS = GRAMMARS.map(({ kind, gate, label, value, isLoose }) => {
  const labelled = `${label}${NUMBERED}${SHARED}`;
  const form = (pattern: string): RegExp => new RegExp(pattern, 'giu');
  const strict = form(`${labelled}\\s{0,2}[:=]\\s{0,3}(?<name>${value})`);
  const alone = form(
    `(?<=^|\\n) {0,3}(?:企业|客服|在线|业务|联系)? ?${labelled} {0,3}\\n? {0,3}(?=[^\\n]{0,30}[\\d_-])(?<name>${value}) {0,3}(?=\\n|$)`,
  );
  const loose = form(`${labelled}\\s{0,2}[:=]?\\s{0,3}(?<name>${value})`);
  return { kind, gate, onPage: [strict, alone], inRecord: isLoose ? [loose] : [strict, alone] };
});

/** A mobile number of which the text says that it is the account, too: behind it, or before it. */
const SAME_BEHIND =
  /(?<name>1[3-9]\d[ -]?\d{4}[ -]?\d{4})(?!\d)\s?[(,/]?\s?(?:微信同[号號]|同微信|微信同步|微信同手机|手机同微信|加微信|同微信号|[v微]同[号號]?)/gi;
const SAME_BEFORE =
  /(?:手机|手機|电话|電話|mobile) ?[/、&(和] ?(?:微信|wechat)(?:同?[号號])?\)?\s?[:：]?\s{0,2}(?<name>1[3-9]\d[ -]?\d{4}[ -]?\d{4})(?!\d)/gi;
const SAME_LINE = /微信同[号號]|微信同手机|同微信|v同号|微同/i;
const MOBILES = /(?<!\d)(?<name>1[3-9]\d[ -]?\d{4}[ -]?\d{4})(?!\d)/g;
const MOST = 50;

/**
 * The accounts in messengers that a text names, in order, each once.
 * @param flat as in Snapshot. @param isRecord the text is one record or message: a label needs no colon there, and a note such
 *   as 微信同号 is about every mobile number on its line.
 * @example accountsInText('微信：wang_88', '微信:wang_88') // [{ kind: 'wechat', normal: 'wechat:wang_88', … }]
 */
export function accountsInText(text: string, flat: string, isRecord = false): TextAccount[] {
  const found = new Map<string, TextAccount>();
  const add = (kind: AccountKind, match: RegExpMatchArray, start = 0): void => {
    // A product line, the line of a bus.
    if (kind === 'line' && !/LINE|[Ll]ine ?[Ii][Dd]/.test(match[0])) return;
    const name = match.groups?.['name'] ?? '';
    const at = start + (match.index ?? 0) + match[0].lastIndexOf(name);
    const raw = text.slice(at, at + name.length).replace(/[.,-]+$/, '');
    const normal = `${kind}:${normalName(kind, name.replace(/[.,-]+$/, ''))}`;
    if (found.size < MOST && !found.has(normal)) found.set(normal, { kind, raw, normal, at, end: at + raw.length });
  };
  for (const { kind, onPage, inRecord } of FORMS.filter(({ gate }) => gate.test(flat)))
    for (const pattern of isRecord ? inRecord : onPage) for (const match of flat.matchAll(pattern)) add(kind, match);
  for (const match of sameNumbers(flat)) add('wechat', match);
  if (isRecord)
    for (const { line, at } of sameLines(flat)) for (const match of line.matchAll(MOBILES)) add('wechat', match, at);
  return [...found.values()].sort((a, b) => a.at - b.at);
}

function sameNumbers(flat: string): RegExpMatchArray[] {
  return /微|wechat|v同/i.test(flat)
    ? [SAME_BEHIND, SAME_BEFORE].flatMap((pattern) => [...flat.matchAll(pattern)])
    : [];
}

function sameLines(flat: string): { line: string; at: number }[] {
  const lines: { line: string; at: number }[] = [];
  let at = 0;
  for (const line of flat.split('\n')) {
    if (SAME_LINE.test(line)) lines.push({ line, at });
    at += line.length + 1;
  }
  return lines;
}

/** A number by its digits alone, a Chinese mobile without its country code. */
function normalName(kind: AccountKind, name: string): string {
  if (!/^\+?[\d ()-]+$/.test(name)) return kind === 'telegram' ? name.replace(/^@/, '') : name;
  const digits = name.replace(/\D/g, '');
  return kind === 'wechat' ? digits.replace(/^86(?=1\d{10}$)/, '') : digits;
}
