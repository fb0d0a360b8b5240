import { err, ok, type Result } from '@/src/kernel/result';
import { spokenDecimal, ungrouped, type DecimalSign, type Digits } from '../values/digit-groups';
import { foldCell } from '../values/fold-cell';

type NumberFault = 'rate-not-a-number' | 'rate-not-positive' | 'rate-ambiguous';

/** More digits than any rate has. */
const MOST_DIGITS = 18;

/**
 * Reads rates written in one form: 7.1234 · 7,1234 · 15.500,25 · 4.6E-05. A lone point stands before decimals unless other
 * rates have decimal commas; what a lone comma with three figures behind it is, only other rates can say.
 * @param all the texts by which the form is known.
 * @returns gives a plain decimal above zero, exact to the last digit.
 */
export function rateReader(all: readonly string[]): (text: string) => Result<string, NumberFault> {
  const cells = all.map(rateCell);
  const spoken = new Set(cells.map((cell) => cell && spokenDecimal(cell.figures)));
  return (text) => {
    const cell = rateCell(text);
    if (!cell) return err('rate-not-a-number');
    const sign = signOf(cell.figures, spoken);
    if (sign === undefined) return err('rate-ambiguous');
    const digits = ungrouped(cell.figures, sign);
    return digits ? positive(digits, cell) : err('rate-not-a-number');
  };
}

interface RateCell {
  readonly figures: string;
  readonly negative: boolean;
  readonly exponent: number;
}

function rateCell(text: string): RateCell | undefined {
  const match = /^([+-]?)([\d.,'’ ]{1,40})(?:E([+-]?\d{1,2}))?$/i.exec(foldCell(text) ?? '');
  return match ? { figures: match[2] ?? '', negative: match[1] === '-', exponent: Number(match[3] ?? 0) } : undefined;
}

/** Where both signs are decimal somewhere, each rate says it itself, or it cannot be known. */
function signOf(figures: string, spoken: ReadonlySet<string | undefined>): DecimalSign | undefined {
  const own = spokenDecimal(figures);
  if (own !== 'either') return own ?? 'point';
  if (spoken.has('point') !== spoken.has('comma')) return spoken.has('comma') ? 'comma' : 'point';
  return figures.includes(',') || spoken.has('comma') ? undefined : 'point';
}

function positive({ whole, fraction }: Digits, { negative, exponent }: RateCell): Result<string, NumberFault> {
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '' || negative) return err('rate-not-positive');
  const scale = fraction.length - exponent;
  if (digits.length > MOST_DIGITS || Math.abs(scale) > MOST_DIGITS) return err('rate-not-a-number');
  if (scale <= 0) return ok(digits + '0'.repeat(-scale));
  const padded = digits.padStart(scale + 1, '0');
  const decimals = padded.slice(-scale).replace(/0+$/, '');
  return ok(padded.slice(0, -scale) + (decimals === '' ? '' : `.${decimals}`));
}
