import { foldedHeader } from './fold-header';
import { ROLES } from './roles';
import { scoreHeader } from './score-header';

/** A word this sure of its role names a column; weaker ones stand in ordinary cells too. */
const SURE = 0.7;

/** Whether a cell is one of the words that name columns of sales files. */
export function isHeaderWord(text: string): boolean {
  const header = foldedHeader(text.slice(0, 80));
  return ROLES.some((role) => (scoreHeader(header, role)?.score ?? 0) >= SURE);
}
