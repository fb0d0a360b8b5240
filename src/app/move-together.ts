import type { BatchId, RecordId } from '@/src/kernel/ids';
import { ok, type Result } from '@/src/kernel/result';
import { changedRecord, type Change } from '@/src/domain/records/change';
import type { Kind } from '@/src/domain/records/kind';
import type { Row } from '@/src/domain/records/record';
import { judge, type TransitionSpec, type Verdict } from '@/src/domain/records/transition';
import { titleOf } from '@/src/domain/records/values';
import { circumstancesOf } from './circumstances';
import { openDesk, type RecordPorts } from './edit-records';
import { moveChanges, wayTo } from './move-record';
import type { Receipt, StoreError } from './ports/store';
import { sightOf } from './sight';
import { withRemovals } from './with-removals';

export interface MovesTogether {
  readonly kind: Kind;
  /** Record → the state it is to come to. */
  readonly moves: ReadonlyMap<RecordId, string>;
}

/** `receipt`: of the batch; undefined when nothing passed. `stayed`: those that did not pass, in the order given. */
export interface MovedTogether {
  readonly receipt: Receipt | undefined;
  readonly stayed: readonly RecordId[];
}

/**
 * Moves all records that pass by themselves, as one batch with one undo. What misses something, is refused, needs a reason
 * or is not there any more stays as it was, and so does what would touch a record that one before it has touched. Each is
 * judged by how things stood before.
 */
export async function moveTogether(
  ports: RecordPorts,
  id: BatchId,
  { kind, moves }: MovesTogether,
): Promise<Result<MovedTogether, StoreError>> {
  const { store, clock } = ports;
  const desk = await openDesk(ports);
  const at = new Date(clock.now()).toISOString();
  const there = await store.rowsById([...moves.keys()]);
  const rows = there.filter(await sightOf(ports, there));
  const around = await circumstancesOf(ports, rows);
  const touched = new Set<RecordId>();
  const passed: { readonly row: Row; readonly transition: TransitionSpec; readonly changes: readonly Change[] }[] = [];
  for (const row of rows) {
    const transition = wayTo(kind, row, moves.get(row.id) ?? '');
    const circumstances = around(row);
    if (!transition || !passesByItself(judge(kind, transition, row, circumstances))) continue;
    const changes = await withRemovals(ports, moveChanges(ports, { kind, row, transition, circumstances }, at));
    const records = changes.map(changedRecord);
    if (records.some((record) => touched.has(record))) continue;
    for (const record of records) touched.add(record);
    passed.push({ row, transition, changes });
  }
  const moved = new Set(passed.map(({ row }) => row.id));
  const stayed = [...moves.keys()].filter((record) => !moved.has(record));
  const [first] = passed;
  if (!first) return ok({ receipt: undefined, stayed });
  const { name } = first.transition;
  const done = await store.commit({
    id,
    actor: desk.actor.name,
    wall: clock.now(),
    cause: 'move',
    note: {
      title: titleOf(kind, first.row),
      ...(passed.every(({ transition }) => transition.name === name) ? { transition: name } : {}),
    },
    changes: passed.flatMap(({ changes }) => changes),
  });
  return done.ok ? ok({ receipt: done.value, stayed }) : done;
}

function passesByItself({ forbidden, missing, refusals, needsReason }: Verdict): boolean {
  return !forbidden && missing.length + refusals.length === 0 && !needsReason;
}
