import { lookAt } from './column-look';
import type { ColumnSample } from './column-sample';
import { fitOf } from './content';
import type { ColumnRoles, Role } from './roles';
import { scoreHeader } from './score-header';

/** A column that is no more than this like an amount is none. */
const ENOUGH = 0.5;
/** What a column may be taken for and yet be chosen as the amount: they say little that an amount does not. */
const GIVEN_UP: ReadonlySet<Role | undefined> = new Set<Role | undefined>([undefined, 'amount']);

/**
 * The positions of the columns that could be the amount (contract sum, received, with tax, without), the one that is
 * included, in the order of the file. Empty where there is no choice.
 */
export function amountChoices(columns: readonly ColumnSample[], roles: ColumnRoles): readonly number[] {
  const own = roles.indexOf('amount');
  const choices = lookAt(columns).filter(({ position, header, content, blind }) => {
    if (position === own) return true;
    const said = scoreHeader(header, 'amount');
    return (
      GIVEN_UP.has(roles[position]) && said !== undefined && said.score >= ENOUGH && fitOf('amount', content, blind) > 0
    );
  });
  return choices.length > 1 ? choices.map(({ position }) => position) : [];
}
