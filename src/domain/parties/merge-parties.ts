import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import { isMasked, mayHide } from '../identity/masked-value';
import type { Change } from '../records/change';
import type { Evidenced } from '../records/evidence';
import type { Kind, Kinds } from '../records/kind';
import type { Fields, Path, Row } from '../records/record';
import { itemsIn } from '../records/values';
import { distinction, distinctionKey, type DistinctionFields } from './distinction.kind';

/** Field → the record whose value stays. Only for fields that hold one value. */
export type Choice = Readonly<Record<string, RecordId>>;

type Held = Evidenced<string>;

/**
 * Which record's value a merge takes for each single field, unless told otherwise: the target's; where the target has none,
 * or one that its source has made unreadable, that of the first other that has a whole one.
 */
export function defaultChoice(kind: Kind, target: Row, others: readonly Row[]): Choice {
  const rows = [target, ...others];
  return Object.fromEntries(
    Object.keys(kind.fields).flatMap((name) => {
      if (kind.fields[name]?.many) return [];
      const holding = rows.filter((row) => singleOf(row.fields, name) !== undefined);
      const chosen = holding.find((row) => !isMasked(singleOf(row.fields, name)?.value ?? '')) ?? holding[0];
      return chosen ? [[name, chosen.id] as const] : [];
    }),
  );
}

/**
 * What makes one record of several: the target takes the chosen single values and every value of the others that it does
 * not hold yet, what points to the others points to it, the others go. A masked value joins only when nothing whole is
 * there that it may stand for, and goes when the whole one comes. That two of the merged are not the same is no longer said.
 *
 * @param pointing records that point to one of the merged, none of them among these.
 */
export function mergeChanges(
  kinds: Kinds,
  { target, others, choice }: { readonly target: Row; readonly others: readonly Row[]; readonly choice: Choice },
  pointing: readonly Row[],
): Change[] {
  const kind = must(kinds.get(target.kind), 'kind of a stored record');
  const values = { ...singleValues(kind, target, others, choice), ...manyValues(kind, target, others) };
  const going = new Set<string>(others.map(({ id }) => id));
  return [
    ...(Object.keys(values).length > 0 ? [{ set: target.id, kind: kind.name, values }] : []),
    ...relinkings(kinds, pointing, going, target.id),
    ...others.map((row): Change => ({ remove: row.id, kind: kind.name })),
  ];
}

function singleValues(kind: Kind, target: Row, others: readonly Row[], choice: Choice): Record<Path, unknown> {
  const rows = [target, ...others];
  const going = new Set<string>(others.map(({ id }) => id));
  const chosen = { ...defaultChoice(kind, target, others), ...choice };
  return Object.fromEntries(
    Object.entries(chosen).flatMap(([name, id]) => {
      const value = singleOf(rows.find((row) => row.id === id)?.fields ?? {}, name);
      const held = singleOf(target.fields, name);
      // A link to a record that goes would point to nothing.
      if (!value || value.value === held?.value || going.has(value.value)) return [];
      return [[name, value] as const];
    }),
  );
}

function manyValues(kind: Kind, target: Row, others: readonly Row[]): Record<Path, unknown> {
  const values: Record<Path, unknown> = {};
  for (const [name, spec] of Object.entries(kind.fields)) {
    if (!spec.many) continue;
    const taken = new Set(itemsOf(target.fields, name).map(([item]) => item));
    let held = itemsOf(target.fields, name);
    for (const [item, value] of others.flatMap((row) => itemsOf(row.fields, name))) {
      if (held.some(([, one]) => one.value === value.value || mayHide(value.value, one.value))) continue;
      for (const [masked] of held.filter(([, one]) => mayHide(one.value, value.value)))
        values[`${name}/${masked}`] = null;
      const free = freeItem(item, taken);
      taken.add(free);
      held = [...held.filter(([, one]) => !mayHide(one.value, value.value)), [free, value]];
      values[`${name}/${free}`] = value;
    }
  }
  return values;
}

/** The item id itself, or with a number when another value has it. */
function freeItem(item: string, taken: ReadonlySet<string>): string {
  let free = item;
  for (let n = 2; taken.has(free); n++) free = `${item}-${n}`;
  return free;
}

/** What points to what goes points to the target. A distinction that so comes to say nothing, or nothing new, goes. */
function relinkings(kinds: Kinds, pointing: readonly Row[], going: ReadonlySet<string>, to: RecordId): Change[] {
  const said = new Set<string>();
  return pointing
    .map((row) => ({ row, values: relinked(kinds, row, going, to) }))
    .sort((a, b) => Object.keys(a.values).length - Object.keys(b.values).length)
    .flatMap(({ row, values }): Change[] => {
      if (row.kind === distinction.name) {
        // Safe: a distinction has these two links.
        const { one, other } = { ...row.fields, ...values } as DistinctionFields;
        const pair = distinctionKey(one, other);
        if (one === other || said.has(pair)) return [{ remove: row.id, kind: row.kind }];
        said.add(pair);
      }
      return Object.keys(values).length > 0 ? [{ set: row.id, kind: row.kind, values }] : [];
    });
}

/** The paths of the row's links to what goes, with the link to the target in the place of each. */
function relinked(kinds: Kinds, row: Row, going: ReadonlySet<string>, to: RecordId): Record<Path, unknown> {
  const links = Object.entries(kinds.get(row.kind)?.fields ?? {}).filter(([, { type }]) => type === 'link');
  return Object.fromEntries(
    links.flatMap(([name, spec]) =>
      itemsIn(spec, row.fields[name])
        .filter(({ value }) => going.has(String(value)))
        .map(({ item, evidence }) => [
          item === undefined ? name : `${name}/${item}`,
          evidence ? { ...evidence, value: to, raw: to } : to,
        ]),
    ),
  );
}

function singleOf(fields: Fields, name: string): Held | undefined {
  // Safe: the fields of companies and people carry evidence.
  return fields[name] as Held | undefined;
}

function itemsOf(fields: Fields, name: string): readonly (readonly [item: string, value: Held])[] {
  return Object.entries((fields[name] ?? {}) as Readonly<Record<string, Held>>).sort(([a], [b]) => (a < b ? -1 : 1));
}
