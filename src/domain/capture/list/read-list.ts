import type { Steps } from '@/src/kernel/steps';
import type { Budget } from '../budget';
import type { FoundList, FoundParty, FoundRecord, FoundValue, PartyField } from '../found';
import type { FieldLabel } from '../record/field-label';
import { columnLabels } from './column-labels';
import { contactHits, LEAST_HITS } from './contact-hits';
import { isForeignList, isWorthwhile, LEAST_RECORDS, mainKindOf } from './list-checks';
import { blocksOf } from './page-tree';
import { createWrapperReader, type WrapperPage, type WrapperReader } from './wrapper-reader';
import { divisionsOf, type Division, type Wrapper } from './wrappers';

/** A page as a list is looked for in it. */
export interface ListPage extends WrapperPage {
  readonly budget: Budget;
  /** What the text of the whole page gave, with its places. */
  readonly values: readonly FoundValue[];
  readonly people: readonly FoundParty[];
}

const MOST_RECORDS = 500;
/** Records of a division that are read to see whether it is the list. */
const SAMPLE = 12;
const FIELDS: readonly PartyField[] = [
  'name',
  'title',
  'phones',
  'emails',
  'website',
  'addresses',
  'accounts',
  'registrationIds',
];

/**
 * The records of a page that lists companies or people: rows, cards, or headings with lines below them. A value is taken from
 * inside its record's wrapper or not at all.
 * @returns undefined when the page lists nobody, fewer than three, or only the offices of its own company.
 */
export function* readList(page: ListPage): Steps<FoundList | undefined> {
  const hits = contactHits(page.snapshot, page.values, page.people);
  if (hits.length < LEAST_HITS) return undefined;
  yield;
  const blocks = blocksOf(page.dom, page.snapshot);
  yield;
  const divisions = divisionsOf(blocks, hits, page.snapshot);
  yield;
  const readWrapper = createWrapperReader(page);
  const readers: Sampled[] = [];
  for (const division of divisions) readers.push(yield* sampled(division, page, readWrapper));
  const [best] = readers.filter((one) => one.worth > 0).sort((a, b) => b.worth - a.worth || b.count - a.count);
  if (!best) return undefined;
  const records: FoundRecord[] = [];
  for (const wrapper of best.division.wrappers.slice(0, MOST_RECORDS)) {
    const parties = page.budget.isSpent ? [] : best.read(wrapper);
    if (isWorthwhile(parties)) records.push({ parties });
    yield;
  }
  if (
    records.length < LEAST_RECORDS ||
    isForeignList(
      records.map(({ parties }) => parties),
      page.url,
    )
  )
    return undefined;
  const fields = new Set(
    records.flatMap(({ parties }) => parties.flatMap(({ values }) => values.map(({ field }) => field))),
  );
  return { records, columns: FIELDS.filter((field) => fields.has(field)) };
}

interface Sampled {
  readonly division: Division;
  readonly count: number;
  /** How much a division gives: values of records that are some, over the whole page. */
  readonly worth: number;
  read(wrapper: Wrapper): FoundParty[];
}

const LEAST_SHARE = 0.5;

function* sampled(division: Division, page: ListPage, readWrapper: WrapperReader): Steps<Sampled> {
  const { wrappers } = division;
  const rows = wrappers.flatMap(({ element }) => (element && page.dom.tag(element) === 'tr' ? [element] : []));
  const labels = rows.length > 0 ? columnLabels(page.dom, rows.slice(0, 1)) : new Map<Element, FieldLabel>();
  const read = (wrapper: Wrapper, mainKind?: 'company' | 'person'): FoundParty[] =>
    readWrapper(wrapper, { labels, ...(mainKind ? { mainKind } : {}) });
  const step = Math.max(1, Math.floor(wrappers.length / SAMPLE));
  const sample = wrappers.filter((_, i) => i % step === 0).slice(0, SAMPLE);
  const least = Math.max(Math.min(LEAST_RECORDS, sample.length), sample.length * LEAST_SHARE);
  const first: FoundParty[][] = [];
  let missing = least;
  for (const [i, wrapper] of sample.entries()) {
    // Too few of the others can be records to make a list.
    if (missing > sample.length - i) break;
    const parties = page.budget.spend() ? read(wrapper) : [];
    first.push(parties);
    if (isWorthwhile(parties)) missing--;
    yield;
  }
  const mainKind = mainKindOf(first);
  const good = first.filter((parties) => isWorthwhile(parties));
  const values = good.reduce((sum, parties) => sum + parties.flatMap((party) => party.values).length, 0);
  const isList = good.length >= least;
  return {
    division,
    count: wrappers.length,
    worth: isList ? (values / sample.length) * wrappers.length : 0,
    read: (wrapper) => read(wrapper, mainKind),
  };
}
