import { normaliseEmail } from '../../identity/email-address';
import { LIMITS } from '../limits';
import type { Snapshot } from '../text/snapshot';
import { isJunkEmail } from './junk-email';
import { spelledEmails } from './spelled-email';

/** An e-mail address as the text of a page gives it. */
export interface TextEmail {
  readonly raw: string;
  readonly normal: string;
  readonly at: number;
  readonly end: number;
  readonly confidence: number;
}

const REVERSED_END = /^(?:moc|ten|gro|ed|ta|hc|nc|wt|kh|rf|ku|ue|oi|ofni|zib)\.(?=[^.]{2})/i;
const PLAIN = 0.93;
const DECODED = 0.86;
const LOCAL = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}[a-z]{2,24}(?![a-z0-9])/i;
/** What pages put before an address without a blank. */
const GLUED = /^(?:e-?mail|mail|u003[ce]|mailto|contact)[:.]/i;

/** The addresses in the text, written plainly or in words, in order. */
export function readEmails({ flat, text }: Snapshot): TextEmail[] {
  const found: TextEmail[] = [];
  for (let at = flat.indexOf('@'); at >= 0 && found.length < LIMITS.values; at = flat.indexOf('@', at + 1)) {
    const local = LOCAL.exec(flat.slice(Math.max(0, at - 64), at))?.[0]
      .replace(GLUED, '')
      .replace(/^[.'-]+/, '');
    const isTurned = local !== undefined && REVERSED_END.test(local);
    const domain = (isTurned ? /^[\w.+-]{1,60}/ : DOMAIN).exec(flat.slice(at + 1, at + 120))?.[0];
    if (!local || !domain) continue;
    const start = at - local.length;
    const end = at + 1 + domain.length;
    const normal = normaliseEmail(asWritten(local, domain));
    if (normal && !isJunkEmail(normal))
      found.push({ raw: text.slice(start, end), normal, at: start, end, confidence: PLAIN });
  }
  const decoded = spelledEmails(flat).map(({ value, at, end }) => ({
    raw: text.slice(at, end),
    normal: value,
    at,
    end,
    confidence: DECODED,
  }));
  return [...found, ...decoded.filter(({ normal }) => !isJunkEmail(normal))].sort((a, b) => a.at - b.at);
}

/** An address written backwards, turned by the page's style: `ed.elpmaxe@ofni`. */
function asWritten(local: string, domain: string): string {
  const turned = (part: string): string => [...part].reverse().join('');
  return REVERSED_END.test(local) ? `${turned(domain)}@${turned(local)}` : `${local}@${domain}`;
}
