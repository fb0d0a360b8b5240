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
  ['line', /^https?:\/\/(?:line\.me\/(?:r\/)?ti\/p\/|lin\.ee\/)(?:~|@|%40){0,2}([\w.-]{3,40})/i],
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
