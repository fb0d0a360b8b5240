import traditionalCharacters from 'opencc-js/dict/TSCharacters';

/** 'traditional simplified' pairs; where one character has several simplified forms the first is the usual one. */
const SIMPLIFIED = new Map(
  traditionalCharacters.split('|').map((entry): [string, string] => {
    const [from = '', to = from] = entry.split(' ');
    return [from, to];
  }),
);

/**
 * The text in simplified characters, one for one, for comparing: 興業 and 兴业 become the same. Not for showing, since words
 * differ too.
 * @example simplified('臺灣機械') // '台湾机械'
 */
export function simplified(text: string): string {
  let result = '';
  for (const char of text) result += char < '\u2E80' ? char : (SIMPLIFIED.get(char) ?? char);
  return result;
}
