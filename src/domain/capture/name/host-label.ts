import { siteDomain } from '../site-domain';
import { nameKey } from './name-key';

/** The part of a host that names its owner, letters and digits only: `www.better-builders.co.uk` → `betterbuilders`. */
export function hostLabel(host: string): string {
  return letters(siteDomain(host)?.split('.')[0] ?? '');
}

/** Lower-case letters and digits, umlauts as hosts write them. */
export function letters(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower.replace(/[^a-z0-9]+/g, '');
  return lower
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');
}

/** Whether the address of a site stands in place of a name: `shop.tarnhill.example`. */
export function isHost(name: string): boolean {
  return /^[\w-]{1,60}(?:\.[\w-]{2,60}){1,4}$/.test(name);
}

// What is not written so has letters that hosts write otherwise.
const PLAIN = /^[\u0020-\u007e]*$/;
const SHORTEST = 3;

/** How much a name is that of a host, 0…1: 1 for the same letters, less for a beginning, initials, a part. */
export function likeHost(name: string, label: string): number {
  const own = letters(name);
  if (label.length < SHORTEST || own.length < SHORTEST) return 0;
  const core = letters(nameKey(name));
  const spellings = [own, core, letters(name.replace(/\s*&\s*/g, ' and ')), letters(name.replace(/&|\band\b/gi, ' '))];
  if (spellings.includes(label)) return 1;
  return partlyLike(name, own, core, label);
}

function partlyLike(name: string, own: string, core: string, label: string): number {
  const shorter = Math.min(own.length, label.length);
  if (shorter >= 4 && (own.startsWith(label) || (core !== '' && label.startsWith(core)))) return 0.75;
  const words = name.split(/[^\p{L}\d]+/u).filter((word) => !/^(?:the|of|and|für|der|die|de|la)$/i.test(word));
  if (areInitials(words, label)) return 0.6;
  if (shorter >= 5 && (own.includes(label) || label.includes(own))) return 0.55;
  return words.some((word) => word.length >= 5 && label.includes(letters(word))) ? 0.3 : 0;
}

function areInitials(words: readonly string[], label: string): boolean {
  const initials = letters(words.map((word) => word[0] ?? '').join(''));
  return initials.length >= 3 && label.startsWith(initials);
}
