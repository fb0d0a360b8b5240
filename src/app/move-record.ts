import { must } from '@/src/kernel/assert';
import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import type { Change } from '@/src/domain/records/change';
import type { Circumstances, Effect } from '@/src/domain/records/guard';
import type { Kind } from '@/src/domain/records/kind';
import { STATE, withValue, type Image, type Path, type Row } from '@/src/domain/records/record';
import { factsOf, judge, stampsOf, waysOut, type TransitionSpec, type Verdict } from '@/src/domain/records/transition';
import { titleOf } from '@/src/domain/records/values';
import { circumstancesOf } from './circumstances';
import { openDesk, readInputs, storedAs, type Inputs, type RecordError, type RecordPorts } from './edit-records';
import type { Receipt } from './ports/store';
import { sightOf } from './sight';
import { withRemovals } from './with-removals';

export interface Move {
  readonly kind: Kind;
  readonly record: RecordId;
  /** The state it is to come to. */
  readonly to: string;
  /** What the user filled in because it was missing. */
  readonly inputs?: Inputs;
  readonly reason?: string;
  /** Pass over what is missing or speaks against it. */
  readonly override?: boolean;
}

/**
 * `no-way`: no transition leads there. `needs-fields`, `refused`, `reason-needed`: the verdict tells what is missing; asked
 * again with it, the move passes.
 */
export type MoveError =
  | RecordError
  | { readonly code: 'no-way' }
  | { readonly code: 'needs-fields' | 'refused' | 'reason-needed'; readonly verdict: Verdict };

/** Brings a record to another state, with everything that was filled in on the way and what it does to others, as one batch. */
export async function moveRecord(ports: RecordPorts, id: BatchId, move: Move): Promise<Result<Receipt, MoveError>> {
  const { store, clock } = ports;
  const { kind, record, to, inputs = {}, reason } = move;
  const desk = await openDesk(ports);
  const at = new Date(clock.now()).toISOString();
  const values = readInputs(kind, inputs, desk, at);
  if (!values.ok) return values;
  const [row] = await store.rowsById([record]);
  if (!row) return err({ code: 'missing', id: record });
  if (!(await sightOf(ports, [row]))(row)) return err({ code: 'forbidden' });
  const transition = wayTo(kind, row, to);
  if (!transition) return err({ code: 'no-way' });
  const filled = filledIn(row, values.value);
  const circumstances = (await circumstancesOf(ports, [filled]))(filled);
  const verdict = judge(kind, transition, filled, circumstances);
  const passes = passing(verdict, move);
  if (!passes.ok) return passes;
  return store.commit({
    id,
    actor: desk.actor.name,
    wall: clock.now(),
    cause: 'move',
    note: {
      title: titleOf(kind, row),
      transition: transition.name,
      ...(isSaid(reason) ? { reason: reason.trim() } : {}),
      ...(passes.value.length > 0 ? { overridden: passes.value } : {}),
    },
    changes: await withRemovals(
      ports,
      moveChanges(ports, { kind, row: filled, transition, circumstances }, at, values.value),
    ),
  });
}

/** The transition that leads from where a record is to a state. */
export function wayTo(kind: Kind, row: Pick<Row, 'state'>, to: string): TransitionSpec | undefined {
  return kind.transitions.find((one) => one.to === to && one.from.includes(row.state));
}

/**
 * What a transition writes: its own record first, then what it does to others.
 * @param values what was filled in on the way; what the transition stamps goes before it.
 */
export function moveChanges(
  { ids, kinds }: Pick<RecordPorts, 'ids' | 'kinds'>,
  { kind, row, transition, circumstances }: Passage,
  at: string,
  values: Readonly<Record<Path, unknown>> = {},
): readonly Change[] {
  const stamps = Object.entries(stampsOf(transition, circumstances)).map(
    ([name, value]) => [name, storedAs(kind, value, value, at)] as const,
  );
  const copies = Object.entries(transition.copies ?? {}).map(
    ([name, of = '']) => [name, row.fields[of] ?? null] as const,
  );
  const written = {
    ...cleared(kind, transition, row),
    ...values,
    ...Object.fromEntries([...stamps, ...copies]),
    [STATE]: transition.to,
  };
  const effects = transition.effects?.(factsOf(kind, row, circumstances)) ?? [];
  const stored = (of: string, values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    storedValues(must(kinds.get(of), `a kind ${of}`), values, at);
  return [
    { set: row.id, kind: kind.name, state: row.state, values: written },
    ...effects.map((effect) => changeOf(effect, stored, ids)),
  ];
}

/** Every path of the fields that the transition empties. */
function cleared(kind: Kind, { clears = [] }: TransitionSpec, { fields }: Pick<Row, 'fields'>): Record<Path, null> {
  const paths = clears.flatMap((name) =>
    kind.fields[name]?.many ? Object.keys(fields[name] ?? {}).map((item) => `${name}/${item}`) : [name],
  );
  return Object.fromEntries(paths.map((path) => [path, null]));
}

function changeOf(
  effect: Effect,
  stored: (kind: string, values: Readonly<Record<string, unknown>>) => Record<string, unknown>,
  ids: RecordPorts['ids'],
): Change {
  if ('set' in effect) return { ...effect, values: stored(effect.kind, effect.values) };
  if ('remove' in effect) return effect;
  const { make: kind, fields, ...state } = effect;
  // Safe: this is where ids of records are made.
  return { make: ids.next() as RecordId, kind, fields: stored(kind, fields), ...state };
}

/** Plain values as a kind stores them; `null` goes on removing. */
function storedValues(kind: Kind, values: Readonly<Record<string, unknown>>, at: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([path, value]) => [
      path,
      value === null || path === STATE ? value : storedAs(kind, value, String(value), at),
    ]),
  );
}

/** A record on its way through a transition. */
interface Passage {
  readonly kind: Kind;
  readonly row: Row;
  readonly transition: TransitionSpec;
  readonly circumstances: Circumstances;
}

/** What a record may become now, and what stands in the way of each. */
export async function waysOutOf(ports: RecordPorts, kind: Kind, record: RecordId): Promise<readonly Verdict[]> {
  const [row] = await ports.store.rowsById([record]);
  if (!row || !(await sightOf(ports, [row]))(row)) return [];
  return waysOut(kind, row, (await circumstancesOf(ports, [row]))(row));
}

function filledIn(row: Row, values: Readonly<Record<string, unknown>>): Row {
  let image: Image = row;
  for (const [path, value] of Object.entries(values)) image = withValue(image, path, value ?? undefined);
  return { ...row, fields: image.fields };
}

/** @returns what was passed over: field names and codes; nothing when it passed by itself. */
function passing(verdict: Verdict, { reason, override }: Move): Result<readonly string[], MoveError> {
  const { forbidden, missing, refusals, needsReason, mayOverride } = verdict;
  const against = [...missing, ...refusals];
  const overrides = override === true && against.length > 0;
  if (forbidden || (overrides && !mayOverride)) return err({ code: 'forbidden' });
  if (overrides || against.length === 0) {
    const needed = needsReason || overrides;
    return needed && !isSaid(reason) ? err({ code: 'reason-needed', verdict }) : ok(against);
  }
  return err({ code: missing.length > 0 ? 'needs-fields' : 'refused', verdict });
}

function isSaid(reason: string | undefined): reason is string {
  return reason !== undefined && reason.trim() !== '';
}
