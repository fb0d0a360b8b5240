import type { RecordId } from '@/src/kernel/ids';
import type { Found, Search } from '@/src/app/ports/search';
import type { Kinds } from '@/src/domain/records/kind';
import type { Row } from '@/src/domain/records/record';
import { SearchIndex } from '@/src/domain/search/search-index';
import { searchTextsOf } from '@/src/domain/search/search-texts';
import type { SearchSource } from '../store/search-source';
import { pinyinReadings } from './pinyin-readings';

/** Records read at a time. */
const CHUNK = 2000;
/** Changed records beyond which reading all anew is not slower. */
const MOST_FOLLOWED = 20_000;

/** What the search worker does: holds the index, keeps it as the records are. */
export class SearchService implements Search {
  private readonly source: SearchSource;
  private readonly kinds: Kinds;
  private index = new SearchIndex(pinyinReadings);
  private at: string | undefined;
  private work: Promise<void> | undefined;
  private again = false;
  private stop: (() => void) | undefined;
  private readonly listeners = new Set<(records: number) => void>();

  constructor(source: SearchSource, kinds: Kinds) {
    this.source = source;
    this.kinds = kinds;
  }

  async prepare(onProgress: (records: number) => void): Promise<void> {
    this.listeners.add(onProgress);
    try {
      await this.upToDate();
    } finally {
      this.listeners.delete(onProgress);
    }
  }

  async find(text: string, limit: number): Promise<readonly Found[]> {
    await this.upToDate();
    const hits = this.index.find(text, limit);
    const rows = await this.source.rowsById(hits.map(({ id }) => id));
    return hits.flatMap(({ text: number, score }, i) => {
      const row = rows[i];
      const found = row && this.foundOf(row, number);
      return found ? [{ ...found, score }] : [];
    });
  }

  /** Reads these records again: changed ones are found by what they hold now, deleted ones no more. */
  async follow(ids: readonly RecordId[]): Promise<void> {
    for (let from = 0; from < ids.length; from += CHUNK) {
      const some = ids.slice(from, from + CHUNK);
      const rows = await this.source.rowsById(some);
      some.forEach((id, i) => {
        const row = rows[i];
        if (row) this.put(row);
        else this.index.remove(id);
      });
    }
  }

  /** Reads all records anew, some at a time. */
  async rebuild(): Promise<void> {
    this.index = new SearchIndex(pinyinReadings);
    for (let last: RecordId | undefined; ;) {
      const rows = await this.source.rowsAfter(last, CHUNK);
      for (const row of rows) this.put(row);
      for (const listener of this.listeners) listener(this.index.size);
      last = rows.at(-1)?.id;
      if (last === undefined || rows.length < CHUNK) return;
    }
  }

  /** Takes in what was written, now and, from the first call on, after every write. */
  private async upToDate(): Promise<void> {
    // A look that is under way may have begun before the write that matters: another follows it.
    if (this.work) this.again = true;
    this.work ??= this.catchUp().finally(() => (this.work = undefined));
    await this.work;
  }

  private async catchUp(): Promise<void> {
    do {
      this.again = false;
      const { at, ids } = await this.source.changes(this.at);
      if (this.at === undefined || ids === 'all' || ids.length > MOST_FOLLOWED) await this.rebuild();
      else await this.follow([...ids]);
      this.at = at;
    } while (this.again);
    // What fails now is tried again by the next question.
    this.stop ??= this.source.watch(() => void this.upToDate().catch(() => undefined));
  }

  private put(row: Row): void {
    const kind = this.kinds.get(row.kind);
    if (kind && kind.view?.room !== 'none') this.index.put(row.id, searchTextsOf(kind, row.fields));
  }

  /** Undefined when the record has changed in this very moment and holds the text no more. */
  private foundOf(row: Row, number: number): Omit<Found, 'score'> | undefined {
    const kind = this.kinds.get(row.kind);
    const texts = kind ? searchTextsOf(kind, row.fields) : [];
    const matched = texts[number];
    if (!matched) return undefined;
    return {
      id: row.id,
      kind: row.kind,
      title: texts[0]?.text ?? '',
      matched: { field: matched.field, text: matched.text },
    };
  }
}
