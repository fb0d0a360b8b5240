/** A name in a messenger as a record gives it. */
export interface TextAccount {
  readonly raw: string;
  /** `wechat:…`, `qq:…`, `line:…`, `whatsapp:…`, `skype:…`, `telegram:…`. */
  readonly normal: string;
  readonly at: number;
  readonly end: number;
}

const KINDS: readonly (readonly [string, RegExp])[] = [
  [
    'wechat',
    /(?:微信[号號]?|wechat|weixin|薇信|(?<![a-z])vx)(?: ?(?:id|[号號]))?\s{0,2}[:=]?\s{0,3}([a-z][\w-]{5,19}(?![\w@-])|1[3-9]\d{9}(?!\d))/gi,
  ],
  ['qq', /qq ?(?:号码|号|號)?\s{0,2}[:=]?\s{0,3}(\d{5,11})(?![\d@])/gi],
  ['line', /(?<![a-z])line(?: ?id)?\s{0,2}[:=]\s{0,3}(@?[a-z\d][\w.-]{3,20})(?![\w@-])/gi],
  ['whatsapp', /whatsapp\s{0,2}[:=]?\s{0,3}(\+\d[\d ()-]{6,18}\d)/gi],
  ['skype', /skype(?: ?id)?\s{0,2}[:=]\s{0,3}([a-z][\w.:-]{4,31})(?![\w@])/gi],
  ['telegram', /telegram\s{0,2}[:=]\s{0,3}(@?[a-z]\w{4,31})(?![\w@])/gi],
];
const SAME = /微信同[号號]|微信同手机|同微信|微信[/、和]手机|(?:手机|手機|电话|電話) ?[/、(] ?微信|v同号|微同/i;
const MOBILE = /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g;

/** The accounts in a text, in order; a mobile number whose line says so is one as well. */
export function readAccounts(text: string, flat: string): TextAccount[] {
  const found: TextAccount[] = [];
  for (const [kind, pattern] of KINDS)
    for (const match of flat.matchAll(pattern)) {
      const value = match[1] ?? '';
      const at = match.index + match[0].lastIndexOf(value);
      add(found, kind, at, text.slice(at, at + value.length));
    }
  let start = 0;
  for (const line of flat.split('\n')) {
    if (SAME.test(line))
      for (const match of line.matchAll(MOBILE)) {
        const at = start + match.index;
        add(found, 'wechat', at, text.slice(at, at + match[0].length));
      }
    start += line.length + 1;
  }
  return found.sort((a, b) => a.at - b.at);
}

function add(found: TextAccount[], kind: string, at: number, raw: string): void {
  const isNumber = /^[+\d][\d ()-]+$/.test(raw);
  const name = isNumber ? raw.replace(/[ ()-]/g, '') : raw;
  const normal = `${kind}:${name}`;
  if (found.length < 50 && !found.some((one) => one.normal === normal))
    found.push({ raw, normal, at, end: at + raw.length });
}
