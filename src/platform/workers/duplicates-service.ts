import type { RecordId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import type { DuplicateReview, ReviewProgress } from '@/src/app/ports/duplicates';
import type { Store } from '@/src/app/ports/store';
import type { DistinctionRow } from '@/src/domain/parties/distinction.kind';
import { groupDuplicates } from '@/src/domain/parties/group-duplicates';
import { PartyJudge } from '@/src/domain/parties/party-judge';
import { isPartyRow, type PartyRow } from '@/src/domain/parties/party-row';

interface Kept {
  at: string;
  readonly rows: Map<RecordId, PartyRow>;
  readonly judge: PartyJudge;
}

/** What the duplicates worker does. Keeps the rows and what was found of them, so that the next review is quick. */
export class DuplicatesService {
  private readonly store: Store;
  private kept: Kept | undefined;
  private reading: AbortController | undefined;

  constructor(store: Store) {
    this.store = store;
  }

  async review(
    limit: number,
    onProgress: (progress: ReviewProgress) => void,
  ): Promise<Result<DuplicateReview, { readonly code: 'cancelled' }>> {
    const reading = new AbortController();
    this.reading = reading;
    try {
      const { rows, judge } = await this.present(onProgress, reading.signal);
      // Safe: rows of this kind hold its fields.
      const distinctions = (await this.store.rows('distinction')) as readonly DistinctionRow[];
      reading.signal.throwIfAborted();
      const parties = [...rows.values()];
      judge.lookAt(parties, distinctions);
      const groups = groupDuplicates(parties, judge, (done, total) => onProgress({ stage: 'comparing', done, total }));
      return ok({ groups: groups.slice(0, limit), count: groups.length });
    } catch (thrown) {
      if (reading.signal.aborted) return err({ code: 'cancelled' });
      throw thrown;
    }
  }

  stop(): void {
    this.reading?.abort();
    this.kept = undefined;
  }

  /** The rows as they are now: read once, then only what was touched since. */
  private async present(onProgress: (progress: ReviewProgress) => void, signal: AbortSignal): Promise<Kept> {
    const { kept } = this;
    const { at, ids } = await this.store.changes(kept?.at);
    if (!kept || ids === 'all') return (this.kept = await this.readAll(at, onProgress, signal));
    const found = new Map((await this.store.rowsById(ids)).map((row) => [row.id, row]));
    for (const id of ids) {
      const row = found.get(id);
      if (row && isPartyRow(row)) kept.rows.set(id, row);
      else kept.rows.delete(id);
    }
    kept.at = at;
    return kept;
  }

  private async readAll(
    at: string,
    onProgress: (progress: ReviewProgress) => void,
    signal: AbortSignal,
  ): Promise<Kept> {
    const rows = new Map<RecordId, PartyRow>();
    for (const kind of ['company', 'person']) {
      const before = rows.size;
      const report = (done: number, total: number): void =>
        onProgress({ stage: 'reading', done: before + done, total: before + total });
      const read = await this.store.rows(kind, { onProgress: report, signal });
      for (const row of read.filter(isPartyRow)) rows.set(row.id, row);
    }
    return { at, rows, judge: new PartyJudge() };
  }
}
