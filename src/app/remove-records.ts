import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import type { Change } from '@/src/domain/records/change';
import { linkTo } from '@/src/domain/records/link-key';
import type { Row } from '@/src/domain/records/record';
import { itemsIn, titleOf } from '@/src/domain/records/values';
import { mayDo, openDesk, type RecordError, type RecordPorts } from './edit-records';
import type { Receipt } from './ports/store';
import { requestChange } from './request-change';
import { sightOf } from './sight';

/**
 * Deletes records; undo brings them back as they were. What points to them loses the link, and goes along where it cannot
 * be without it: no link points to nothing. Where their kind says so, a deletion that the user has no right to becomes a
 * request for each, which the receipt counts as `made`.
 */
export async function removeRecords(
  ports: RecordPorts,
  id: BatchId,
  records: readonly RecordId[],
  reason?: string,
): Promise<Result<Receipt, RecordError>> {
  const { store, clock, kinds } = ports;
  const desk = await openDesk(ports);
  const { actor } = desk;
  const rows = await store.rowsById(records);
  const going = await withDependants(ports, rows);
  const barred = [...going.values()].filter((row) => {
    const kind = kinds.get(row.kind);
    return kind && !mayDo('remove', kind, row, actor);
  });
  if (!rows.every(await sightOf(ports, rows))) return err({ code: 'forbidden' });
  if (barred.length > 0) {
    const isAskable = barred.every((row) => records.includes(row.id) && kinds.get(row.kind)?.changesBy === 'request');
    return isAskable ? requestChange(ports, id, { rows, reason, what: 'remove' }, desk) : err({ code: 'forbidden' });
  }
  const first = rows[0];
  const kind = kinds.get(first?.kind ?? '');
  return store.commit({
    id,
    actor: actor.name,
    wall: clock.now(),
    cause: 'delete',
    note: { title: kind ? titleOf(kind, first) : '' },
    changes: await removalChanges(ports, going),
  });
}

/** What deleting a record comes to: it goes with all that cannot be without it, and what else points to it loses the link. */
export async function removalOf(ports: RecordPorts, record: RecordId): Promise<readonly Change[]> {
  return removalChanges(ports, await withDependants(ports, await ports.store.rowsById([record])));
}

async function removalChanges(ports: RecordPorts, going: ReadonlyMap<RecordId, Row>): Promise<readonly Change[]> {
  const pointing = (await pointingTo(ports, [...going.keys()])).filter((row) => !going.has(row.id));
  return [
    ...[...going.values()].map((row): Change => ({ remove: row.id, kind: row.kind })),
    ...pointing.map((row): Change => ({ set: row.id, kind: row.kind, values: unlinked(ports, row, going) })),
  ];
}

/** The rows and all that cannot be without one of them, by id. */
async function withDependants(ports: RecordPorts, rows: readonly Row[]): Promise<ReadonlyMap<RecordId, Row>> {
  const going = new Map(rows.map((row) => [row.id, row]));
  for (let fresh = rows; fresh.length > 0;) {
    const pointing = await pointingTo(
      ports,
      fresh.map(({ id }) => id),
    );
    fresh = pointing.filter((row) => !going.has(row.id) && isBound(ports, row, going));
    for (const row of fresh) going.set(row.id, row);
  }
  return going;
}

function pointingTo({ store }: RecordPorts, ids: readonly RecordId[]): Promise<readonly Row[]> {
  return store.rowsByKeys(ids.map(linkTo));
}

function isBound(ports: RecordPorts, row: Row, going: ReadonlyMap<RecordId, Row>): boolean {
  const specs = ports.kinds.get(row.kind)?.fields ?? {};
  return Object.keys(unlinked(ports, row, going)).some((path) => specs[path]?.required || specs[path]?.bound);
}

/** The paths of the row's links to what goes, to be emptied. */
function unlinked({ kinds }: RecordPorts, row: Row, going: ReadonlyMap<RecordId, Row>): Record<string, null> {
  const specs = Object.entries(kinds.get(row.kind)?.fields ?? {}).filter(([, { type }]) => type === 'link');
  return Object.fromEntries(
    specs.flatMap(([name, spec]) =>
      itemsIn(spec, row.fields[name])
        .filter(({ value }) => going.has(value as RecordId))
        .map(({ item }) => [item === undefined ? name : `${name}/${item}`, null]),
    ),
  );
}
