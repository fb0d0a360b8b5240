/** Chinese family names of two characters. */
const DOUBLE_SURNAME =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|東方|夏侯|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|司徒|长孙|長孫)/;
const CHINESE = /^[\u3400-\u9fff]{2,5}$/;

/** The N of a vCard: family name, given name, and three empty parts. @example nameParts('欧阳海燕') // ['欧阳', '海燕', '', '', ''] */
export function nameParts(name: string): string[] {
  if (CHINESE.test(name)) {
    const family = DOUBLE_SURNAME.exec(name)?.[0] ?? name.slice(0, 1);
    return [family, name.slice(family.length), '', '', ''];
  }
  const words = name.trim().split(/\s+/);
  return [words.at(-1) ?? '', words.slice(0, -1).join(' '), '', '', ''];
}
