/** An account in a messenger or a network, as a link or a label names it. */
export interface Account {
  readonly kind: AccountKind;
  readonly value: string;
}

export type AccountKind =
  | 'qq'
  | 'wechat'
  | 'wechat-official'
  | 'whatsapp'
  | 'telegram'
  | 'line'
  | 'skype'
  | 'wecom'
  | 'dingtalk'
  | 'linkedin'
  | 'weibo'
  | 'xing';

/** Pattern of an address → the account it leads to. What only shares the page matches none of them. */
const LINKS: readonly (readonly [AccountKind, RegExp])[] = [
  [
    'qq',
    /^(?:https?:\/\/wpa\.qq\.com\/msgrd\?|tencent:\/\/message\/\?|mqqwpa:\/\/im\/chat\?).{0,200}?\buin=(\d{5,12})/i,
  ],
  ['wechat', /^weixin:\/\/dl\/chat\?([a-z][\w-]{5,19})$/i],
  ['whatsapp', /^https?:\/\/wa\.me\/\+?(\d{7,15})(?:[/?#]|$)/i],
  [
    'whatsapp',
    /^(?:https?:\/\/(?:api|web)\.whatsapp\.com\/|whatsapp:\/\/)send\/?\?(?:.{0,100}&)?phone=(?:\+|%2B)?(\d{7,15})/i,
  ],
  [
    'telegram',
    /^(?:https?:\/\/(?:t|telegram)\.me\/|tg:\/\/resolve\?domain=)(?!share\b|joinchat\b|addstickers\b)([a-z]\w{4,31})(?:[/?#]|$)/i,
  ],
  ['line', /^https?:\/\/(?:line\.me\/(?:r\/)?ti\/p\/|lin\.ee\/)(?:~|@|%40)?([\w.-]{3,40})/i],
  ['skype', /^skype:([a-z][\w.,-]{5,31})(?:\?|$)/i],
  ['wecom', /^https?:\/\/work\.weixin\.qq\.com\/(?:kfid|u|ca)\/([\w-]{6,60})/i],
  ['dingtalk', /^dingtalk:\/\/dingtalkclient\/action\/sendmsg\?dingtalk_id=([\w-]{3,40})/i],
  ['linkedin', /^https?:\/\/(?:[a-z]{2,3}\.)?linkedin\.com\/(company\/[\w%.-]{2,80}|in\/[\w%.-]{2,80})(?:[/?#]|$)/i],
  [
    'weibo',
    /^https?:\/\/(?:www\.)?weibo\.com\/(u\/\d{6,12}|p\/\d{6,20}|(?!share\b|login\b|signup\b)[a-z]\w{3,30})(?:[/?#]|$)/i,
  ],
  ['xing', /^https?:\/\/(?:www\.)?xing\.com\/((?:pages|companies|profile)\/[\w%.-]{2,80})(?:[/?#]|$)/i],
];

/** The account that a link leads to; undefined for other links and for those that share the page. */
export function accountOfLink(href: string): Account | undefined {
  const address = href.trim().slice(0, 500);
  for (const [kind, pattern] of LINKS) {
    const value = pattern.exec(address)?.[1];
    if (value) return { kind, value: value.replace(/\/$/, '') };
  }
  return undefined;
}

const COLON = '\\s?(?:号码|號碼|帐号|账号|帳號|号|號|客服|在线|咨询|ID|id|Id|No\\.?)?\\s?[:：]\\s?';
/** Label in the text → the account behind it. Matched against text of half-width signs. */
const LABELS: readonly (readonly [AccountKind, RegExp])[] = [
  [
    'qq',
    new RegExp(`(?<![a-z])(?:企业|客服|在线|业务|联系)?QQ(?!群|邮箱|音乐)${COLON}([1-9]\\d{4,11})(?![\\d-])`, 'gi'),
  ],
  [
    'wechat-official',
    /(?:公众号|公眾號|官方微信|微信公众平台)\s?(?:ID|名称|名稱)?\s?[:：]\s?([\p{Script=Han}\w-]{2,30})/gu,
  ],
  ['wechat', new RegExp(`(?:微信|wechat|weixin)${COLON}((?:[a-z][\\w-]{5,19})|1[3-9]\\d{9})(?![\\w.-]|@)`, 'gi')],
  ['wecom', new RegExp(`(?:企业微信|企業微信|wecom)${COLON}([a-z\\d][\\w-]{3,30})`, 'gi')],
  ['dingtalk', new RegExp(`(?:钉钉|釘釘|dingtalk)${COLON}([a-z\\d][\\w-]{3,30})`, 'gi')],
  ['whatsapp', /whats\s?app\s?(?:no\.?|number|us)?\s?[:：]\s?(\+?\d[\d ()-]{6,20}\d)/gi],
  ['telegram', /telegram\s?[:：]\s?@?([a-z]\w{4,31})(?![\w.])/gi],
  ['line', /(?<![a-z])LINE\s?(?:ID|官方帳號|@)?\s?[:：]\s?(@?[a-z\d][\w.-]{3,30})/g],
  ['skype', /skype\s?(?:ID|name)?\s?[:：]\s?((?:live:)?[a-z][\w.,-]{5,31})/gi],
];

export interface PlacedAccount extends Account {
  readonly at: number;
  readonly end: number;
}

/** A mobile number of which the text says that it is the account in the messenger, too. */
const SAME_NUMBER =
  /(1[3-9]\d[ -]?\d{4}[ -]?\d{4})\s?[（(,，/]?\s?(?:微信同号|微信同號|同微信|微信同步|手机同微信|加微信|\(?同微信号)/g;

/** The accounts that a text names, in order. @param flat as in Snapshot. */
export function accountsInText(flat: string): PlacedAccount[] {
  const labelled = LABELS.flatMap(([kind, pattern]) =>
    [...flat.matchAll(pattern)].slice(0, 50).map((match) => placed(kind, match)),
  );
  const same = [...flat.matchAll(SAME_NUMBER)].slice(0, 50).map((match) => placed('wechat', match));
  const found = [...labelled, ...same].sort((a, b) => a.at - b.at);
  // 企业微信 holds 微信: the longer label, which begins earlier, is meant.
  return found.filter(
    ({ kind, end }) => kind !== 'wechat' || !found.some((one) => one.kind === 'wecom' && one.end === end),
  );
}

function placed(kind: AccountKind, match: RegExpExecArray): PlacedAccount {
  const text = match[1] ?? '';
  const isNumber = kind === 'whatsapp' || /^1[3-9]\d[ -]/.test(text);
  const value = isNumber ? text.replace(/[^\d]/g, '') : text.replace(/[.,-]+$/, '');
  return { kind, value, at: match.index, end: match.index + match[0].length };
}
