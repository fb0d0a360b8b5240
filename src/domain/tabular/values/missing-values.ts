import { foldCell } from './fold-cell';

const MISSING: ReadonlySet<string> = new Set(
  '- -- --- / n/a #n/a null (null) none nan \\n 空 空白 无 無 暂无 暫無 (空) (空白) (blank)'.split(' '),
);
/** No word for nothing is longer, blanks around it aside. */
export const LONGEST_MISSING = 7;

/**
 * Whether a cell says that there is nothing: blank, a dash, N/A, NULL, 无 and the like. Such a cell is missing, not wrong.
 * `NA` alone is left as it is: it is North America as often.
 * @example isMissing(' — ') // true
 */
export function isMissing(text: string): boolean {
  if (text === '') return true;
  // Most cells are longer, or begin with a digit: only the others are looked at closely.
  const first = text.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return false;
  const cell = text.trim();
  if (cell === '') return true;
  if (cell.length > LONGEST_MISSING) return false;
  return MISSING.has((foldCell(cell) ?? '').toLowerCase());
}

/**
 * Whether signs stand for what the writer would not show: `****`, `138****1234`, `张*`, `●●●`. Such a value is missing,
 * and two that look alike may be two people. Stars on both sides are emphasis, one between figures is a size.
 */
export function isMasked(text: string): boolean {
  if (!/[*＊●•]/.test(text)) return false;
  const cell = text.replace(/[＊●•]/g, '*').trim();
  if (/^\*+$/.test(cell)) return cell.length > 1;
  if (cell.includes('**')) return !(cell.startsWith('*') && cell.endsWith('*'));
  return /^\p{Script=Han}{1,2}\*\p{Script=Han}?$/u.test(cell);
}
