import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { TextPhone } from './phones';

const VANITY =
  /(?<![\w-])(?:\+?1[-. ]{0,2})?(?:\(?8(?:00|33|44|55|66|77|88)\)?[-. ]{1,2}[A-Z0-9][A-Z0-9-. ]{5,11}[A-Z0-9]|\(?[2-9]\d{2}\)?[-. ]{1,2}[2-9]\d{2}[-.][A-Z]{4})(?![\w-])/g;
const KEYPAD = '22233344455566677778889999';
const CONFIDENCE = 0.9;

/**
 * Free numbers that are written with letters.
 * @example '1-800-FLOWERS' // +18003569377
 */
export function vanityNumbers(flat: string, text: string): TextPhone[] {
  return [...flat.matchAll(VANITY)].flatMap((match): TextPhone[] => {
    const [whole] = match;
    if (!/[A-Z]{3}/.test(whole)) return [];
    const spelt = whole.replace(/[A-Z]/g, (letter) => KEYPAD[letter.charCodeAt(0) - 65] ?? '');
    const national = spelt.replace(/\D/g, '').replace(/^1/, '').slice(0, 10);
    const parsed = parsePhoneNumberFromString(`+1${national}`);
    if (!parsed?.isValid()) return [];
    const at = match.index;
    const end = at + whole.length;
    return [
      {
        raw: text.slice(at, end),
        normal: parsed.number,
        ...(/^\+18(00|33|44|55|66|77|88)/.test(parsed.number) ? { label: 'tollfree' as const } : {}),
        at,
        end,
        confidence: CONFIDENCE,
      },
    ];
  });
}
