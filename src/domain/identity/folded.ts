import { simplified } from './simplified';
import { withoutAccents } from './without-accents';

const HAS_HAN = /\p{Script=Han}/u;
const ASCII = /^[\u0000-\u007F]*$/;

/**
 * Text as it is compared and searched: full width as half, lower case, simplified characters, no accents.
 * @example folded('ＭÜＬＬＥＲ 臺灣') // 'mueller 台湾'
 */
export function folded(text: string): string {
  // Most of what is compared is ASCII, which only has to lose its capitals.
  if (ASCII.test(text)) return text.toLowerCase();
  const lower = text.normalize('NFKC').toLowerCase();
  // The table of characters is large, and only Chinese needs it.
  return withoutAccents(HAS_HAN.test(lower) ? simplified(lower) : lower);
}
