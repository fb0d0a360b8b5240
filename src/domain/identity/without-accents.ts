const GERMAN: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/**
 * Lower-case text without accents: German umlauts as the two letters that stand for them in web addresses and mail, other
 * marks dropped.
 * @example withoutAccents('jörg café') // 'joerg cafe'
 */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[äöüß]/g, (char) => GERMAN[char] ?? char)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}
