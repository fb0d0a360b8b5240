import { escapedText } from './content-line';

/** Properties that hold one account of a network named by the property. */
const OWN_PROPERTIES: Readonly<Record<string, string>> = {
  'X-QQ': 'qq',
  'X-WECHAT': 'wechat',
  'X-WEIXIN': 'wechat',
  'X-WHATSAPP': 'whatsapp',
  'X-DINGTALK': 'dingtalk',
  'X-LINE': 'line',
  'X-SKYPE': 'skype',
  'X-SKYPE-USERNAME': 'skype',
  'X-TWITTER': 'twitter',
  'X-LINKEDIN': 'linkedin',
  'X-FACEBOOK': 'facebook',
  'X-MSN': 'msn',
  'X-AIM': 'aim',
  'X-ICQ': 'icq',
  'X-YAHOO': 'yahoo',
  'X-JABBER': 'xmpp',
  'X-GOOGLE-TALK': 'google-talk',
  'X-GTALK': 'google-talk',
  'X-SIP': 'sip',
};
/** Our own property, for an account that names no network. */
const OWN_WORDS = 'X-KA-ACCOUNT';
const PROFILES = new Set(['SOCIALPROFILE', 'X-SOCIALPROFILE', 'X-SOCIAL-PROFILE', 'IMPP']);
const NO_NETWORK = new Set(['pref', 'home', 'work', 'internet', 'other', 'personal', 'uri', 'text', 'x-apple']);

/** Networks by the host of a profile's address. */
const HOSTS: readonly (readonly [string, string])[] = [
  ['linkedin.com', 'linkedin'],
  ['xing.com', 'xing'],
  ['weibo.com', 'weibo'],
  ['twitter.com', 'twitter'],
  ['x.com', 'twitter'],
  ['facebook.com', 'facebook'],
  ['github.com', 'github'],
  ['maimai.cn', 'maimai'],
  ['zhihu.com', 'zhihu'],
];
const SERVICE = /^[a-z0-9][a-z0-9-]{0,39}$/;
const SCHEME = /^([a-z][a-z0-9.+-]{0,30}):(?!\/\/)(.+)$/i;

/** Whether a property says how to reach a person on a network. */
export function isAccountProperty(name: string): boolean {
  return name === OWN_WORDS || PROFILES.has(name) || Object.hasOwn(OWN_PROPERTIES, name);
}

/**
 * `network:name` of a property, the network from the property, its parameters, the address or its scheme.
 * @param value unescaped. @returns undefined where no network is named.
 */
export function accountOf(
  name: string,
  params: ReadonlyMap<string, readonly string[]>,
  value: string,
): string | undefined {
  if (name === OWN_WORDS) return value || undefined;
  const { scheme, behind } = partsOfUri(value);
  const network = OWN_PROPERTIES[name] ?? namedNetwork(params) ?? networkOfAddress(value) ?? networkOfScheme(scheme);
  const text = userIn(params, value) ?? (['x-apple', network].includes(scheme) ? behind : value);
  return SERVICE.test(network) && text !== '' ? `${network}:${text}` : undefined;
}

function partsOfUri(value: string): { readonly scheme: string; readonly behind: string } {
  const [, scheme = '', behind = ''] = SCHEME.exec(value) ?? [];
  return { scheme: scheme.toLowerCase(), behind };
}

function networkOfScheme(scheme: string): string {
  return NO_NETWORK.has(scheme) ? '' : scheme;
}

/** Apple writes the name beside the value; an address says more. */
function userIn(params: ReadonlyMap<string, readonly string[]>, value: string): string | undefined {
  return /^https?:/i.test(value) ? undefined : params.get('X-USER')?.find((user) => user !== '');
}

/** The network that an address of the web belongs to. */
export function networkOfAddress(address: string): string | undefined {
  const host = /^https?:\/\/([^/?#:]{1,253})/i.exec(address)?.[1]?.toLowerCase();
  if (host === undefined) return undefined;
  return HOSTS.find(([domain]) => host === domain || host.endsWith(`.${domain}`))?.[1];
}

/** An account as a line that other programs show, where it names its network, and as our own otherwise. */
export function accountLine(account: string, version: '3.0' | '4.0'): string {
  const colon = account.indexOf(':');
  const network = account.slice(0, Math.max(0, colon));
  const name = account.slice(colon + 1);
  const isPlain = SERVICE.test(network) && !NO_NETWORK.has(network) && name !== '' && !SCHEME.test(name);
  if (!isPlain) return `${OWN_WORDS}:${escapedText(account)}`;
  if (version === '3.0') return `X-SOCIALPROFILE;TYPE=${network}:${escapedText(name)}`;
  return `SOCIALPROFILE;SERVICE-TYPE=${network};VALUE=text:${escapedText(name)}`;
}

function namedNetwork(params: ReadonlyMap<string, readonly string[]>): string | undefined {
  const said = ['SERVICE-TYPE', 'X-SERVICE-TYPE', 'TYPE'].flatMap((key) => params.get(key) ?? []);
  return said.map((one) => one.toLowerCase()).find((one) => one !== '' && !NO_NETWORK.has(one));
}
