import type { CaptureDraft, DraftValue, PartyDraft } from '@/src/app/capture-draft';
import type { RecordId } from '@/src/kernel/ids';
import type { PartyValues } from '@/src/domain/parties/party-traits';
import type { Change } from '@/src/domain/records/change';
import { companyPairs, personPairs } from './party-pairs';

const SEED = 20_261_121;
const AT = '2026-11-21T09:00:00.000Z';
/** Fields that hold one value. */
const SINGLE = new Set(['name', 'website', 'company']);
const FIELDS = ['name', 'website', 'phones', 'emails', 'addresses', 'registrationIds'];
/** Every so many records are on file a second time, as another source has them. */
const TWICE = 20;

/** A workspace of the size that the budgets name, and what is captured into it. The same for the same counts. */
export interface WorkspaceData {
  readonly changes: readonly Change[];
  /** Of one card each: every other one of a company or person that is on file. */
  readonly lookUps: readonly PartyDraft[];
  /** Of one new company and one new person each. */
  readonly captures: readonly CaptureDraft[];
}

export function workspaceData(counts: {
  readonly companies: number;
  readonly people: number;
  readonly lookUps: number;
  readonly captures: number;
}): WorkspaceData {
  const firms = companyPairs(SEED, counts.companies);
  const folk = personPairs(SEED + 1, counts.people);
  const employer = (i: number): RecordId => idOf('c', i % counts.companies);
  const changes = [
    ...spread(firms, counts.companies).map((values, i) => make(idOf('c', i), 'company', fieldsOf(values))),
    ...spread(folk, counts.people).map((values, i) =>
      make(idOf('p', i), 'person', { ...fieldsOf(values), company: evidenced(employer(i)) }),
    ),
  ];
  const strangers = [companyPairs(SEED + 2, counts.lookUps), personPairs(SEED + 3, counts.lookUps)] as const;
  const lookUps = Array.from({ length: counts.lookUps }, (_, i) => {
    const known = [firms[(i * 37) % firms.length], folk[(i * 37) % folk.length]][i % 2];
    const pair = i % 4 < 2 ? known : strangers[i % 2]?.[i];
    return draftOf(`d${i}`, i % 2 === 0 ? 'company' : 'person', pair?.b ?? (() => []));
  });
  const fresh = [companyPairs(SEED + 4, counts.captures), personPairs(SEED + 5, counts.captures)] as const;
  const captures = Array.from({ length: counts.captures }, (_, i) => ({
    url: `https://new-${i}.example/`,
    title: `Page ${i}`,
    parties: [
      draftOf('p0', 'company', fresh[0][i]?.a ?? (() => [])),
      { ...draftOf('p1', 'person', fresh[1][i]?.a ?? (() => [])), worksFor: 'p0' },
    ],
    notices: [],
  }));
  return { changes, lookUps, captures };
}

/** The first of each pair; behind every twentieth, the second, as long as they are not too many. */
function spread(pairs: readonly { readonly a: PartyValues; readonly b: PartyValues }[], count: number): PartyValues[] {
  return pairs.flatMap(({ a, b }, i) => (i % TWICE === 0 ? [a, b] : [a])).slice(0, count);
}

/** Ids in the order of the list, as ids are that sort by time. */
function idOf(prefix: string, i: number): RecordId {
  return `${prefix}-${String(i).padStart(8, '0')}` as RecordId;
}

function make(id: RecordId, kind: string, fields: Record<string, unknown>): Change {
  return { make: id, kind, fields };
}

function fieldsOf(values: PartyValues): Record<string, unknown> {
  const entries = FIELDS.flatMap((field): [string, unknown][] => {
    const [first, ...more] = values(field);
    if (first === undefined) return [];
    if (SINGLE.has(field)) return [[field, evidenced(first)]];
    return [[field, Object.fromEntries([first, ...more].map((value, i) => [`v${i}`, evidenced(value)]))]];
  });
  return Object.fromEntries(entries);
}

function evidenced(value: string): object {
  return { value, raw: value, confidence: 0.9, status: 'accepted', sources: [sourceOf(value)] };
}

function sourceOf(value: string): DraftValue['sources'][number] {
  return { kind: 'json-ld', url: 'https://example.com/about', snippet: `"${value}"`, at: AT, extractor: 'bench 1' };
}

function draftOf(id: string, kind: 'company' | 'person', values: PartyValues): PartyDraft {
  const drafts = FIELDS.filter((field) => field !== 'registrationIds').flatMap((field) =>
    values(field).map((value, i): DraftValue => ({
      id: `${id}-${field}-${i}`,
      // Safe: the fields named above are those of captured parties.
      field: field as DraftValue['field'],
      value,
      raw: value,
      confidence: 0.9,
      sources: [sourceOf(value)],
      ticked: true,
      typed: false,
    })),
  );
  return { id, kind, ticked: true, values: drafts };
}
