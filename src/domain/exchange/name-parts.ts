/** A person's name as forms ask for it. A part that is not known is empty. */
export interface NameParts {
  readonly family: string;
  readonly given: string;
  readonly middle: string;
}

/** Chinese family names of two characters. */
const DOUBLE_SURNAME =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|東方|夏侯|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|司徒|长孙|長孫)(?=.)/;
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々]+$/u;

/**
 * The whole name: family name first and without blanks in Chinese, Japanese and Korean, otherwise given name first.
 * @example joinName({ family: '王', given: '晓岚', middle: '' }) // '王晓岚'
 */
export function joinName({ family, given, middle }: NameParts): string {
  const parts = [given, middle, family].filter((part) => part !== '');
  if (parts.length > 1 && parts.every((part) => EAST_ASIAN.test(part))) return family + given + middle;
  return parts.join(' ');
}

/**
 * Takes a whole name apart, so that {@link joinName} gives it back. A name that cannot be taken apart safely is all family
 * name: most programs want that one.
 * @example splitName('欧阳海燕') // { family: '欧阳', given: '海燕', middle: '' }
 */
export function splitName(name: string): NameParts {
  const parts = EAST_ASIAN.test(name) ? eastAsian(name) : western(name);
  return joinName(parts) === name ? parts : { family: name, given: '', middle: '' };
}

function eastAsian(name: string): NameParts {
  const letters = Array.from(name);
  const family = DOUBLE_SURNAME.exec(name)?.[0] ?? letters[0] ?? '';
  return { family, given: name.slice(family.length), middle: '' };
}

function western(name: string): NameParts {
  const words = name.split(' ');
  return { family: words.at(-1) ?? '', given: words.slice(0, -1).join(' '), middle: '' };
}

/** The N of a vCard: family name, given name, and three empty parts. @example vcardName('欧阳海燕') // ['欧阳', '海燕', '', '', ''] */
export function vcardName(name: string): string[] {
  const { family, given } = splitName(name);
  return [family, given, '', '', ''];
}
