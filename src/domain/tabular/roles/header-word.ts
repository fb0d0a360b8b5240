import { foldedHeader } from './fold-header';
import { ROLES } from './roles';
import { isNameOf } from './score-header';

/** A word this sure of its role names a column; weaker ones, such as a part of a header, stand in ordinary cells too. */
const SURE = 0.7;

/** Whether a cell is one of the words that name columns of sales files. */
export function isHeaderWord(text: string): boolean {
  const header = foldedHeader(text.slice(0, 80));
  return ROLES.some((role) => isNameOf(header, role, SURE));
}
