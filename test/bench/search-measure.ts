import MiniSearch from 'minisearch';
import { SearchIndex } from '@/src/domain/search/search-index';
import { searchTextsOf } from '@/src/domain/search/search-texts';
import { wordsOf } from '@/src/domain/search/words';
import { pinyinReadings } from '@/src/platform/workers/pinyin-readings';
import { benchQueries, benchRecords, type BenchRecord } from './search-records';

/** Milliseconds to build, megabytes held, and milliseconds of a query. */
interface Figures {
  readonly name: string;
  readonly build: number;
  readonly megabytes: number;
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
  /** As p95, of processor time: what it would be if no other program ran. */
  readonly cpu95: number;
  /** Queries with an answer, of those asked. */
  readonly answered: number;
}

const LIMIT = 20;
const SEED = 20261122;

/** Our index, and MiniSearch over the same words with every syllable and its initials, beginnings and typing errors. */
export function measureSearch(companies: number, queries: number): { records: number; figures: Figures[] } {
  const records = benchRecords(SEED, companies);
  const asked = benchQueries(SEED + 1, records, queries);
  const own = measure('own', () => ownIndex(records), asked);
  const rival = measure('minisearch', () => miniSearch(records), asked);
  return { records: records.length, figures: [own, rival] };
}

type Find = (text: string) => number;

function measure(name: string, make: () => Find, asked: readonly string[]): Figures {
  const before = memory();
  const began = performance.now();
  const find = make();
  const build = performance.now() - began;
  const megabytes = memory() - before;
  for (const text of asked.slice(0, 20)) find(text);
  let answered = 0;
  const cpu: number[] = [];
  const times = asked.map((text) => {
    const used = process.cpuUsage();
    const start = performance.now();
    if (find(text) > 0) answered++;
    const took = performance.now() - start;
    const { user, system } = process.cpuUsage(used);
    cpu.push((user + system) / 1000);
    return took;
  });
  const at = (share: number, of = times): number =>
    of.toSorted((a, b) => a - b)[Math.min(of.length - 1, Math.floor(of.length * share))] ?? 0;
  return { name, build, megabytes, p50: at(0.5), p95: at(0.95), worst: at(1), cpu95: at(0.95, cpu), answered };
}

/** Heap and buffers in megabytes, after collecting where node allows it. */
function memory(): number {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

function ownIndex(records: readonly BenchRecord[]): Find {
  const index = new SearchIndex(pinyinReadings);
  for (const { id, kind, fields } of records) index.put(id, searchTextsOf(kind, fields));
  return (text) => index.find(text, LIMIT).length;
}

function miniSearch(records: readonly BenchRecord[]): Find {
  const known = new Map<string, string[]>();
  const index = new MiniSearch<{ id: string; name: string; rest: string }>({
    fields: ['name', 'rest'],
    tokenize: (text) => text.split('\n'),
    processTerm: (term) => term,
    searchOptions: {
      boost: { name: 2 },
      prefix: true,
      fuzzy: (term) => (term.length >= 4 && /[a-z]/.test(term) ? 0.2 : false),
      combineWith: 'AND',
    },
  });
  const termsOf = (record: BenchRecord, isName: boolean): string =>
    searchTextsOf(record.kind, record.fields)
      .filter((one) => one.isName === isName)
      .flatMap(({ text, type }) => rivalTerms(wordsOf(text, type), known))
      .join('\n');
  index.addAll(records.map((record) => ({ id: record.id, name: termsOf(record, true), rest: termsOf(record, false) })));
  return (text) => index.search(queryTerms(text)).slice(0, LIMIT).length;
}

/** Words, pairs of characters, pinyin and initials from each character on, ends of numbers. */
function rivalTerms(words: readonly string[], known: Map<string, string[]>): string[] {
  const readings = words.map((word) => {
    if (/[a-z0-9]/.test(word)) return undefined;
    const found = known.get(word) ?? [...pinyinReadings(word)].slice(0, 1);
    known.set(word, found);
    return found[0];
  });
  return words.flatMap((word, i) => {
    if (/^\d{7,}$/.test(word)) return [word, ...[4, 5, 6, 7, 8].map((count) => word.slice(-count))];
    if (readings[i] === undefined) return [word];
    const run = readings.slice(i, i + 4).filter((one) => one !== undefined);
    return [word, `${word}${words[i + 1] ?? ''}`, run.join(''), run.map((one) => one.charAt(0)).join('')];
  });
}

function queryTerms(text: string): string {
  return wordsOf(text, 'text')
    .flatMap((word, i, all) => {
      const next = all[i + 1];
      if (/[a-z0-9]/.test(word)) return [word];
      return next ? [`${word}${next}`] : i === 0 ? [word] : [];
    })
    .join('\n');
}
