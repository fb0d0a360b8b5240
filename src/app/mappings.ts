import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import type { Change } from '@/src/domain/records/change';
import { columnMapping, type ColumnMappingFields } from '@/src/domain/tabular/column-mapping.kind';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import {
  MOST_MAPPING_BYTES,
  readMappings,
  writeMappings,
  type Mapping,
  type MappingFault,
} from '@/src/domain/tabular/mapping-file';
import { worthKeeping } from '@/src/domain/tabular/remembered-roles';
import { actingName } from './acting';
import type { Store, StoreError } from './ports/store';
import type { Clock, Host, IdSource } from './ports/world';

/** What columns were taken for: in the user's own files, the newest first, then as taken over from others. */
export async function knownMappings(store: Pick<Store, 'rows'>): Promise<readonly Mapping[]> {
  const [own, others] = await Promise.all([store.rows('dataset'), store.rows(columnMapping.name)]);
  // Safe, both: rows of a kind hold its fields.
  return [
    ...own.toReversed().map(({ fields }) => (fields as DatasetFields).columns),
    ...others.toReversed().map(({ fields }) => (fields as ColumnMappingFields).columns),
  ];
}

/** Hands the user a file of all mappings in which something was chosen. Gives how many. @param name without its ending. */
export async function exportMappings(
  { store, host }: { readonly store: Store; readonly host: Pick<Host, 'saveFile'> },
  name: string,
): Promise<number> {
  const kept = worthKeeping(await knownMappings(store));
  host.saveFile(`${name}.json`, new Blob([writeMappings(kept)], { type: 'application/json' }));
  return kept.length;
}

/** How many mappings were new, and the batch that undoes them; none where nothing was. */
export interface TakenMappings {
  readonly taken: number;
  readonly batchId: BatchId | undefined;
}

interface MappingPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/**
 * Takes over the mappings of a file as one batch: those that say what is known already are left out. The file is refused
 * whole where anything in it is wrong.
 */
export async function importMappings(
  { store, clock, ids }: MappingPorts,
  id: BatchId,
  file: File,
): Promise<Result<TakenMappings, MappingFault | StoreError>> {
  if (file.size > MOST_MAPPING_BYTES) return err({ code: 'too-large', text: '' });
  const read = readMappings(await file.text());
  if (!read.ok) return read;
  const known = new Set((await knownMappings(store)).map((columns) => writeMappings([columns])));
  const fresh = worthKeeping(read.value).filter((columns) => !known.has(writeMappings([columns])));
  if (fresh.length === 0) return ok({ taken: 0, batchId: undefined });
  const saved = await store.commit({
    id,
    actor: await actingName(store),
    wall: clock.now(),
    cause: 'import',
    note: { file: file.name },
    // Safe: this is where the ids of these records are made.
    changes: fresh.map((columns): Change => ({
      make: ids.next() as RecordId,
      kind: columnMapping.name,
      fields: { columns },
    })),
  });
  return saved.ok ? ok({ taken: fresh.length, batchId: id }) : saved;
}
