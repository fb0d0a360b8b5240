/** From here on a spreadsheet keeps fifteen figures and makes the rest zeros. */
const ROUNDED = 1e15;
const FIGURES = 15;

/**
 * A number of a file as the shortest decimal of its double, rounded to fifteen figures as spreadsheets do, in full.
 * Whole ids beyond that have lost figures and keep the form that shows it. What is no number comes back as it is.
 *
 * @example canonicalNumber('0.30000000000000004') // '0.3'
 * @example canonicalNumber('1E-7') // '0.0000001'
 * @example canonicalNumber('123456789012345680') // '1.23457E+17'
 */
export function canonicalNumber(raw: string): string {
  if (isCanonical(raw)) return raw;
  const value = numberOf(raw);
  return Number.isFinite(value) ? decimalText(value) : raw;
}

/** The number a file gives, or NaN. Hexadecimal, `Infinity` and nothing at all are none. */
export function numberOf(raw: string): number {
  return /^\s*[-+]?\.?\d[\d.]*(?:[eE][-+]?\d{1,4})?\s*$/.test(raw) ? Number(raw) : NaN;
}

/** The same for a double that is finite. */
export function decimalText(value: number): string {
  if (Math.abs(value) >= ROUNDED) return value.toExponential(5).replace(/\.?0*e/, 'E');
  const rounded = Number(value.toPrecision(FIGURES));
  const text = String(rounded);
  if (rounded === 0) return '0';
  return text.includes('e') ? expanded(text) : text;
}

/** Up to fifteen figures, no zero too many at either end. */
function isCanonical(raw: string): boolean {
  const start = raw.charCodeAt(0) === 45 ? 1 : 0;
  const length = raw.length;
  if (length === start || length - start > FIGURES + 1) return false;
  let point = -1;
  for (let i = start; i < length; i++) {
    const code = raw.charCodeAt(i);
    if (code === 46 && point === -1) point = i;
    else if (code < 48 || code > 57) return false;
  }
  return isTidy(raw, start, point);
}

function isTidy(raw: string, start: number, point: number): boolean {
  const whole = (point === -1 ? raw.length : point) - start;
  const figures = raw.length - start - (point === -1 ? 0 : 1);
  if (whole === 0 || figures > FIGURES) return false;
  if (raw.charCodeAt(start) === 48 && (whole > 1 || (point === -1 && start > 0))) return false;
  return point === -1 || (point < raw.length - 1 && raw.charCodeAt(raw.length - 1) !== 48);
}

/** `1.5e-7` written out. Only small numbers come here. */
function expanded(text: string): string {
  const [mantissa = '', exponent = ''] = text.split('e-');
  const figures = mantissa.replace('-', '').replace('.', '');
  return `${mantissa.startsWith('-') ? '-' : ''}0.${'0'.repeat(Number(exponent) - 1)}${figures}`;
}
