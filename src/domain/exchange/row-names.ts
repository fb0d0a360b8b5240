import { lineOf } from './cell-values';
import { kindIn } from './guess-columns';
import { joinName } from './name-parts';
import type { BoundColumn } from './table-layout';

/** Whom a row names. */
export interface RowNames {
  readonly person?: string;
  readonly company?: string;
  /** Columns that the names say all of, the same name in another column among them. */
  readonly said: readonly number[];
}

/** The names of a row, from its columns that hold something. */
export function namesOf(bound: readonly BoundColumn[], texts: readonly string[]): RowNames {
  const kindAt = bound.find(({ column }) => column.meaning === 'row.kind')?.position;
  const ofRow = kindIn(texts[kindAt ?? -1] ?? '') === 'person' ? 'person' : 'company';
  const found = (meaning: string): NameCells => nameCells(bound, texts, meaning);
  const parts = { family: found('person.family'), given: found('person.given'), middle: found('person.middle') };
  const joined = joinName({ family: parts.family.name, given: parts.given.name, middle: parts.middle.name });
  const whole = { person: found('person.name'), company: found('company.name') };
  const row = found('row.name');
  const legal = found('company.legalName');
  const rowName = { person: '', company: '', [ofRow]: row.name };
  const short = rowName.company || whole.company.name;
  return {
    ...named('person', joined || rowName.person || whole.person.name),
    ...named('company', short || legal.name),
    said: [
      ...(kindAt === undefined ? [] : [kindAt]),
      ...Object.values(parts).flatMap(({ same }) => same),
      // The whole name beside its parts is the same name.
      ...(joined === '' ? whole.person.same : whole.person.all),
      ...whole.company.same,
      ...row.all,
      ...(short === '' ? legal.same : []),
    ],
  };
}

interface NameCells {
  readonly name: string;
  /** Columns that say this name. */
  readonly same: readonly number[];
  readonly all: readonly number[];
}

function nameCells(bound: readonly BoundColumn[], texts: readonly string[], meaning: string): NameCells {
  const all = bound.filter(({ column }) => column.meaning === meaning).map(({ position }) => position);
  const name = lineOf(texts[all[0] ?? -1] ?? '');
  return { name, all, same: all.filter((position) => lineOf(texts[position] ?? '') === name) };
}

/** A row of sums under the table names nobody. */
function named(kind: 'person' | 'company', name: string): Partial<Record<typeof kind, string>> {
  const isSum = /^(?:合计|总计|小计|共计|合計|總計|小計|共計|(?:grand )?total)[:：]?$/i.test(name);
  return name === '' || isSum ? {} : { [kind]: name };
}
