import { searchKeysOf, type Kind, type Kinds } from '@/src/domain/records/kind';
import type { RecordId } from '@/src/kernel/ids';
import type { Circumstances, Fact, Relation } from '@/src/domain/records/guard';
import { originAt, type Row } from '@/src/domain/records/record';
import { plainFields } from '@/src/domain/records/values';
import { isLink, linkTo, linkedBy } from '@/src/domain/records/link-key';
import { openDesk, type RecordPorts } from './edit-records';

/**
 * What rules on each of the rows need to know of the world, for one question to the store whatever their number, or two.
 * @param rows as they are or as they would be: their keys are made anew.
 */
export async function circumstancesOf(
  ports: RecordPorts,
  rows: readonly Pick<Row, 'id' | 'kind' | 'fields'>[],
): Promise<(row: Pick<Row, 'id'>) => Circumstances> {
  const { store, clock, kinds } = ports;
  const { actor } = await openDesk(ports);
  const wanted = new Map(rows.map((row) => [row.id, keysAround(kinds.get(row.kind), row)]));
  const all = [...wanted.values()];
  const [found, targets] = await Promise.all([
    store.rowsByKeys([...new Set(all.flatMap(({ pointing, beside, alike }) => [...pointing, ...beside, ...alike]))]),
    store.rowsById([...new Set(all.flatMap(({ pointed }) => pointed))]),
  ]);
  const byKey = factsByKey(kinds, found);
  const byId = new Map(targets.map((row) => [row.id, factOf(kinds, row)]));
  const [today, now] = [clock.today(), clock.now()];
  return ({ id }) => {
    const keys = wanted.get(id);
    const having = (some: readonly string[]): Fact[] => [
      ...new Set(some.flatMap((key) => (byKey.get(key) ?? []).filter((fact) => fact.id !== id))),
    ];
    return {
      actor,
      today,
      now,
      pointing: having(keys?.pointing ?? []),
      beside: having(keys?.beside ?? []),
      alike: having(keys?.alike ?? []).filter(({ kind }) => kind === keys?.kind),
      pointed: (keys?.pointed ?? []).flatMap((target) => byId.get(target) ?? []),
    };
  };
}

interface KeysAround {
  readonly kind: string;
  readonly pointing: readonly string[];
  readonly beside: readonly string[];
  readonly alike: readonly string[];
  readonly pointed: readonly RecordId[];
}

function keysAround(kind: Kind | undefined, { id, fields }: Pick<Row, 'id' | 'fields'>): KeysAround {
  const keys = kind && kind.regards.length > 0 ? searchKeysOf(kind, fields) : [];
  const links = keys.filter(isLink);
  const where = <T>(relation: Relation, some: readonly T[]): readonly T[] =>
    kind?.regards.includes(relation) ? some : [];
  return {
    kind: kind?.name ?? '',
    pointing: [linkTo(id)],
    beside: where('beside', links),
    alike: where(
      'alike',
      keys.filter((key) => !isLink(key)),
    ),
    pointed: linkedBy(where('pointed', links)),
  };
}

function factsByKey(kinds: Kinds, rows: readonly Row[]): ReadonlyMap<string, readonly Fact[]> {
  const byKey = new Map<string, Fact[]>();
  for (const row of rows) {
    const fact = factOf(kinds, row);
    for (const key of row.keys) {
      const facts = byKey.get(key);
      if (facts) facts.push(fact);
      else byKey.set(key, [fact]);
    }
  }
  return byKey;
}

/** A stored record as rules see it. */
export function factOf(kinds: Kinds, row: Row): Fact {
  const { id, kind, state } = row;
  const fields = plainFields(kinds.get(kind)?.fields ?? {}, row.fields);
  return { id, kind, state, fields, refAt: (path) => originAt(row, path) };
}
