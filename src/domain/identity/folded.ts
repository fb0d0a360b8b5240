import { simplified } from './simplified';
import { withoutAccents } from './without-accents';

/**
 * Text as it is compared and searched: full width as half, lower case, simplified characters, no accents.
 * @example folded('ＭÜＬＬＥＲ 臺灣') // 'mueller 台湾'
 */
export function folded(text: string): string {
  return withoutAccents(simplified(text.normalize('NFKC').toLowerCase()));
}
