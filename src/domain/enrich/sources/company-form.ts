import { readCompanyName } from '../../identity/company-name';
import { folded } from '../../identity/folded';

/** Legal forms in full, and as they are written short. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/gesellschaft mit beschraenkter haftung/g, 'gmbh'],
  [/aktiengesellschaft/g, 'ag'],
  [/public limited company/g, 'plc'],
  [/limited liability partnership/g, 'llp'],
  [/limited liability company/g, 'llc'],
  [/\blimited\b/g, 'ltd'],
  [/\bincorporated\b/g, 'inc'],
  [/\bcorporation\b/g, 'corp'],
  [/\bcompany\b/g, 'co'],
];
const LINKS: ReadonlySet<string> = new Set(['and', 'und', 'et', 'y', 'e', 'the']);

/**
 * The words of a Latin company name that say how it is set up, in one spelling; empty where it has none.
 * @example companyForm('Quill & Sons G.m.b.H. & Co. KG') // 'gmbhcokg'
 */
export function companyForm(name: string): string {
  const own = new Set(inShort(readCompanyName(name).core).split(' '));
  const plain = folded(name.slice(0, 200)).replace(/['’.]/g, '').replace(/\s+/g, ' ');
  return inShort(plain)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !own.has(word) && !LINKS.has(word))
    .join('');
}

function inShort(text: string): string {
  return SHORT.reduce((shorter, [form, short]) => shorter.replace(form, short), text);
}
