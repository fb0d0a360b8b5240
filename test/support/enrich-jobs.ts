import type { EntryRef } from '@/src/domain/records/record';
import { enrichJob, type EnrichJobFields, type JobRow } from '@/src/domain/enrich/queue/enrich-job.kind';
import { rid } from './store';

type Given = { readonly [N in keyof EnrichJobFields]?: EnrichJobFields[N] | undefined };

/** A job as it stands in the database. */
export function jobRow(id: string, state = 'waiting', fields: Given = {}): JobRow {
  const site = `${id}.example`;
  return {
    id: rid(id),
    kind: enrichJob.name,
    state,
    // Safe: what is given as undefined is not there.
    fields: { company: rid(`company-${id}`), run: 'run', addedAt: 0, site, ...fields } as EnrichJobFields,
    keys: [],
    origin: { base: 'device.1' as EntryRef },
  };
}
