import { normaliseEmail } from '../identity/email-address';
import type { Budget } from './budget';
import { spelledEmails } from './email/spelled-email';
import type { FoundValue } from './found';
import { LIMITS } from './limits';
import type { PageDom } from './page-dom';
import { CONFIDENCE } from './schema-party';

const KINDS = [
  { scheme: 'mailto:', field: 'emails', source: 'mailto-link' },
  { scheme: 'tel:', field: 'phones', source: 'tel-link' },
] as const;

/** Addresses and numbers that the page offers to write to or to call. A mail link without an addressee (share) is none. */
export function readLinks(dom: PageDom, budget: Budget): FoundValue[] {
  return KINDS.flatMap(({ scheme, field, source }) =>
    dom.select(`a[href^="${scheme}" i]`).flatMap((link): FoundValue[] => {
      if (!budget.spend()) return [];
      const href = dom.attribute(link, 'href') ?? '';
      const target = decode(href.slice(scheme.length, LIMITS.valueCharacters).replace(/[?;#].*$/s, '')).trim();
      const first = field === 'emails' ? addressee(target) : target;
      if (!first) return [];
      const snippet = `${dom.text(link, 120)} ${href}`.trim().slice(0, LIMITS.snippetCharacters);
      return [{ field, raw: first, confidence: CONFIDENCE.link, sources: [{ kind: source, snippet }] }];
    }),
  );
}

/** The first of the addressees, also where the link itself is written so that programs do not see it. */
function addressee(target: string): string | undefined {
  const first = target.split(/[,\s]/)[0];
  return normaliseEmail(first ?? '') ? first : (spelledEmails(target)[0]?.value ?? first);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign: the text is then meant as it stands.
    return text;
  }
}
