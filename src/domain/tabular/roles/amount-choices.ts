import type { ColumnLook } from './column-look';
import { fitOf } from './content';
import type { ColumnRoles, Role } from './roles';
import { scoreHeader } from './score-header';

/** A column that is no more than this like an amount is none. */
const ENOUGH = 0.5;
/** What a column may be taken for and yet be chosen as the amount: they say little that an amount does not. */
const GIVEN_UP: ReadonlySet<Role | undefined> = new Set<Role | undefined>([undefined, 'amount']);

/** The positions of the columns that could be an amount by their names and cells, whatever they are taken for. */
export function likeAmounts(looks: readonly ColumnLook[]): readonly number[] {
  const like = looks.filter(({ header, content, blind }) => {
    const said = scoreHeader(header, 'amount');
    return said !== undefined && said.score >= ENOUGH && fitOf('amount', content, blind) > 0;
  });
  return like.map(({ position }) => position);
}

/**
 * Among which columns the amount can be chosen (contract sum, received, with tax, without), the one that is included, in the
 * order of the file. Empty where there is no choice.
 * @param like the positions of columns that could be an amount.
 */
export function amountChoices(like: readonly number[], roles: ColumnRoles): readonly number[] {
  const choices = roles.flatMap((role, position) =>
    role === 'amount' || (like.includes(position) && GIVEN_UP.has(role)) ? [position] : [],
  );
  return choices.length > 1 ? choices : [];
}
