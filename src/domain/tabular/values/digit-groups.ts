/** Which sign stands before the decimals: `point` for 1,234.56, `comma` for 1.234,56. */
export type DecimalSign = 'point' | 'comma';

export interface Digits {
  readonly whole: string;
  readonly fraction: string;
}

const WESTERN = /^[1-9]\d{0,2}([.,'’ ])\d{3}(?:\1\d{3}){0,12}$/;
const INDIAN = /^[1-9]\d?,\d{2}(?:,\d{2}){0,12},\d{3}$/;

/**
 * Figures with their separators taken out. Groups are of three between like signs, or Indian ones (12,34,567); the first
 * does not begin with 0.
 * @returns undefined when the figures cannot be read with that decimal sign.
 * @example ungrouped("1'234.50", 'point') // { whole: '1234', fraction: '50' }
 */
export function ungrouped(figures: string, decimal: DecimalSign): Digits | undefined {
  const at = figures.indexOf(decimal === 'point' ? '.' : ',');
  const whole = at < 0 ? figures : figures.slice(0, at);
  const fraction = at < 0 ? '' : figures.slice(at + 1);
  if (!/^\d{0,40}$/.test(fraction)) return undefined;
  if (/^\d{0,40}$/.test(whole)) return whole === '' && fraction === '' ? undefined : { whole, fraction };
  if (!WESTERN.test(whole) && !INDIAN.test(whole)) return undefined;
  return { whole: whole.replace(/\D/g, ''), fraction };
}

/**
 * The decimal sign that figures can only be read with; `either` for 1,234 and 1.234; undefined when nothing depends on it
 * or they cannot be read at all.
 */
export function spokenDecimal(figures: string): DecimalSign | 'either' | undefined {
  const point = ungrouped(figures, 'point');
  const comma = ungrouped(figures, 'comma');
  if (point && comma) return point.whole === comma.whole ? undefined : 'either';
  if (point) return 'point';
  return comma ? 'comma' : undefined;
}
