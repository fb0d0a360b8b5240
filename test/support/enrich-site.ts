import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import type { Web } from '@/src/app/ports/web';
import { visitSite, type MissedPage } from '@/src/app/visit-site';
import { mergeSuggestions } from '@/src/domain/enrich/merge-suggestions';
import { ownSite } from '@/src/domain/enrich/site/own-site';
import { propose } from '@/src/domain/enrich/propose';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import { htmlReader } from './html-reader';
import type { InventedSite } from './invented-sites/invented-site';

/** What enriching from an invented site would file by itself, beside what a careful reader files. */
export interface SiteScore {
  readonly wanted: number;
  readonly found: number;
  /** Facts that a reader files and that were not ticked. */
  readonly missing: readonly string[];
  /** What was ticked and no reader files. */
  readonly wrong: readonly string[];
  readonly missed: readonly MissedPage[];
}

/** Enriches a company from its own site alone, nothing being refused beforehand. */
export async function enrichSite({ filed, facts }: InventedSite, web: Web, now: () => number): Promise<SiteScore> {
  const fields: CompanyFields = { name: typed(filed.name), website: typed(filed.website) };
  const clock = { now, today: () => '2026-11-21', wait: async () => undefined };
  const signal = new AbortController().signal;
  // Safe: a name for the log, which nobody reads here.
  const visiting = { provider: ownSite, record: 'r1' as RecordId, fields, home: 'CN', signal };
  const visit = await visitSite({ web, html: htmlReader, clock }, visiting);
  if (!visit.ok) throw new Error(visit.error.code);
  const { list } = propose(fields, mergeSuggestions(visit.value.suggestions), new Set());
  const wanted = new Map(facts.map(([field, value]) => [factKey(field, value), `${field} ${value}`]));
  const ticked = new Map(
    list.filter((one) => one.ticked).map(({ field, value }) => [factKey(field, value), `${field} ${value}`]),
  );
  return {
    wanted: wanted.size,
    found: [...wanted.keys()].filter((key) => ticked.has(key)).length,
    missing: [...wanted].flatMap(([key, fact]) => (ticked.has(key) ? [] : [fact])),
    wrong: [...ticked].flatMap(([key, fact]) => (wanted.has(key) ? [] : [fact])),
    missed: visit.value.missed,
  };
}

function typed(value: string): CompanyFields['name'] {
  return { value, raw: value, confidence: 1, sources: [], status: 'typed' };
}

/** Equal for writings that no reader would tell apart: width, blanks, commas, the country before a postcode. */
function factKey(field: string, value: string): string {
  const folded = must(value, 'a value').normalize('NFKC');
  return `${field} ${folded.replace(/\b[A-Z]{1,3}-(?=\d{4,5} )/g, '').replace(/[\s,]/g, '')}`;
}
