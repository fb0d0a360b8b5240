import { normaliseEmail } from '../../identity/email-address';
import type { FoundValue } from '../found';
import { LIMITS } from '../limits';
import type { PageDom } from '../page-dom';
import { isJunkEmail } from './junk-email';
import { spelledEmails } from './spelled-email';

const CONFIDENCE = 0.86;
const MOST = 100;
const SELECTOR =
  '[data-cfemail],[href*="/cdn-cgi/l/email-protection#"],[href*="UnCryptMailto"],[data-email],[data-mail],[data-user][data-domain],[data-name][data-domain],[data-mailbox],[data-enc-email],[data-eml],[data-email-encoded],[data-part1][data-part2],[data-email-user],[data-href^="mailto:"],[onclick*="mailto:"],img[alt*="@"]';

/** Addresses that a page keeps in attributes for its script to write out. The script is not run; the known forms are decoded. */
export function readHiddenEmails(dom: PageDom): FoundValue[] {
  return dom
    .select(SELECTOR)
    .slice(0, MOST)
    .flatMap((element): FoundValue[] => {
      const read = (name: string): string => (dom.attribute(element, name) ?? '').slice(0, 600);
      const [given, address] = decodeAttributes(read);
      if (!address || isJunkEmail(address)) return [];
      const snippet = `${dom.text(element, 80)} ${given}`.trim().slice(0, LIMITS.snippetCharacters);
      return [
        {
          field: 'emails',
          raw: address,
          normal: address,
          confidence: CONFIDENCE,
          sources: [{ kind: 'decoded', snippet }],
        },
      ];
    });
}

const MAILTO = /mailto:([\w.%+-]{1,64}@[\w.-]{3,100})/i;

/** What an element keeps, and the address it means. */
function decodeAttributes(read: (name: string) => string): readonly [string, string | undefined] {
  const first = (...names: string[]): string => names.map(read).find((value) => value !== '') ?? '';
  const cloudflare = first('data-cfemail') || read('href').split('/cdn-cgi/l/email-protection#')[1];
  if (cloudflare) return [cloudflare, decodeXored(cloudflare)];
  const shifted = /UnCryptMailto\((?:'|%27|&#39;)([^'%]{3,200})/.exec(read('href'))?.[1];
  if (shifted) return [shifted, decodeShifted(shifted)];
  const box = first('data-user', 'data-name', 'data-mailbox', 'data-email-user', 'data-part1');
  const host = first('data-domain', 'data-email-domain', 'data-part2');
  const domain = [host, first('data-tld', 'data-part3')].filter((part) => part !== '').join('.');
  if (box && domain) return [`${box} ${domain}`, normaliseEmail(`${box}@${domain}`)];
  const written = MAILTO.exec(`${read('data-href')} ${read('onclick')}`)?.[1];
  if (written) return [`mailto:${written}`, normaliseEmail(written)];
  const drawn = read('alt');
  if (drawn) return [drawn, normaliseEmail(drawn.trim())];
  const whole = first('data-email', 'data-mail', 'data-enc-email', 'data-eml', 'data-email-encoded');
  return [whole, decodeWhole(whole)];
}

/** Cloudflare's: a key byte, then every byte of the address xored with it, in hex. */
export function decodeXored(hex: string): string | undefined {
  const bytes =
    /^(?:[0-9a-f]{2}){4,200}/i
      .exec(hex)?.[0]
      .match(/../g)
      ?.map((byte) => Number.parseInt(byte, 16)) ?? [];
  const [key, ...rest] = bytes;
  if (key === undefined) return undefined;
  return normaliseEmail(String.fromCharCode(...rest.map((byte) => byte ^ key)));
}

/** TYPO3's: letters, digits and signs moved on within their ranges. The way that gives `mailto:` is the right one. */
export function decodeShifted(text: string): string | undefined {
  const ranges = [
    [0x2b, 0x3a],
    [0x40, 0x5a],
    [0x61, 0x7a],
  ] as const;
  const moved = (by: number): string =>
    [...text]
      .map((sign) => {
        const code = sign.charCodeAt(0);
        const range = ranges.find(([from, to]) => code >= from && code <= to);
        if (!range) return sign;
        const size = range[1] - range[0] + 1;
        return String.fromCharCode(range[0] + ((code - range[0] + by + size * 26) % size));
      })
      .join('');
  for (let by = -25; by <= 25; by++) {
    const plain = moved(by);
    if (plain.startsWith('mailto:')) return normaliseEmail(plain.slice(7));
  }
  return undefined;
}

const KNOWN_END = /\.(?:com|net|org|info|biz|de|at|ch|cn|tw|hk|fr|uk|eu|it|es|nl|us|ca|au|example)$/i;

/** As it is, in ROT13, backwards, in base64, in hex, in words: whichever gives an address of a usual ending; else as it is. */
function decodeWhole(text: string): string | undefined {
  const rot13 = text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
  const spelled = spelledEmails(text)[0]?.value ?? '';
  const turned = [...text].reverse().join('');
  const usual = [text, rot13, turned, fromBase64(text), fromHex(text), spelled].filter((one) => KNOWN_END.test(one));
  return [...usual, text].map((one) => normaliseEmail(one)).find((one) => one !== undefined);
}

function fromHex(text: string): string {
  if (!/^(?:[0-9a-f]{2}){6,150}$/i.test(text)) return '';
  const bytes = text.match(/../g) ?? [];
  return String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 16)));
}

function fromBase64(text: string): string {
  if (!/^[A-Za-z0-9+/]{8,300}={0,2}$/.test(text)) return '';
  try {
    return atob(text);
  } catch {
    // Not base64 after all.
    return '';
  }
}
