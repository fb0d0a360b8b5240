import { simplified } from './simplified';
import { withoutAccents } from './without-accents';

const ASCII = /^[\u0000-\u007F]*$/;

/**
 * Text as it is compared and searched: full width as half, lower case, simplified characters, no accents.
 * @example folded('ＭÜＬＬＥＲ 臺灣') // 'mueller 台湾'
 */
export function folded(text: string): string {
  // Most of what is compared is ASCII, which only has to lose its capitals.
  if (ASCII.test(text)) return text.toLowerCase();
  return withoutAccents(simplified(text.normalize('NFKC').toLowerCase()));
}
