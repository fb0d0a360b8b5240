import { canonicalNumber, decimalText, numberOf } from './canonical-number';
import type { FormatPart, NumberFormat } from './number-format';
import { serialText } from './serial-date';

/**
 * A number of a workbook as text: what it is and not what a column shows of it, but a day where it is a day, with its
 * leading zeros where it has a pattern of them, with the sign of its currency, and percent as percent.
 *
 * @param raw as it stands in the file. @param date1904 whether the workbook counts days from 1904.
 * @example numberText('123', numberFormatOf('00000'), false) // '00123'
 * @example numberText('-1234.5', numberFormatOf('¥#,##0.00'), false) // '-¥1234.5'
 */
export function numberText(raw: string, format: NumberFormat, date1904: boolean): string {
  if (format.kind === 'plain') return canonicalNumber(raw);
  const value = numberOf(raw);
  if (!Number.isFinite(value)) return raw;
  switch (format.kind) {
    case 'date':
      return serialText(value, { timeOnly: format.timeOnly, date1904 }) ?? decimalText(value);
    case 'percent':
      return `${decimalText(value * 100)}%`;
    case 'currency':
      return withSign(decimalText(value), format.sign);
    default:
      return padded(value, format.pattern) ?? decimalText(value);
  }
}

/** 元 stands behind its amount, every other sign before it. */
function withSign(text: string, sign: string): string {
  if (/^[元圆圓]$/.test(sign)) return `${text}${sign}`;
  return text.startsWith('-') ? `-${sign}${text.slice(1)}` : `${sign}${text}`;
}

/** Whole numbers only: of others the pattern would hide a part. */
function padded(value: number, pattern: readonly FormatPart[]): string | undefined {
  const figures = decimalText(Math.abs(value));
  if (!/^\d+$/.test(figures)) return undefined;
  const places = pattern.filter(isPlace).length;
  const all = figures.padStart(places, '0');
  let at = all.length - places;
  // Figures beyond the places stand before the first of them.
  let before = all.slice(0, at);
  const texts = pattern.map((part) => {
    if (part.text.startsWith('[')) return '';
    if (!isPlace(part)) return part.text;
    const text = before + all.charAt(at++);
    before = '';
    return text;
  });
  return (value < 0 ? '-' : '') + texts.join('').trim();
}

function isPlace({ text, literal }: FormatPart): boolean {
  return !literal && text === '0';
}
