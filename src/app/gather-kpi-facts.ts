import { dayOf, type Day } from '@/src/kernel/calendar';
import { archiveCompleteness } from '@/src/domain/archive/archive-completeness';
import { archiveItem, type ArchiveItemFields } from '@/src/domain/archive/archive-item.kind';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import { dayFromIso } from '@/src/domain/records/duty';
import type { AccountHistory, ComplaintFact, KpiFacts, KpiInputFact, VisitFact } from '@/src/domain/kpi/kpi-facts';
import type { KpiInputFields } from '@/src/domain/kpi/kpi-input.kind';
import type { Kinds } from '@/src/domain/records/kind';
import { STATE, type EntryRef, type Row } from '@/src/domain/records/record';
import { isDay, itemsIn } from '@/src/domain/records/values';
import type { HistoryEntry, Store } from './ports/store';
import type { Clock } from './ports/world';

export interface KpiPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly kinds: Kinds;
}

type RowsOf = (kind: string) => Promise<readonly Row[]>;

/** What the indicators are computed from, read from whatever kinds this workspace has. @param rowsOf all rows of a kind. */
export async function gatherKpiFacts({ store, clock, kinds }: KpiPorts, rowsOf: RowsOf): Promise<KpiFacts> {
  const known = async (kind: string): Promise<readonly Row[] | undefined> =>
    kinds.has(kind) ? rowsOf(kind) : undefined;
  // Safe: rows of a kind hold its fields.
  const companies = (await rowsOf(company.name)) as readonly Row<CompanyFields>[];
  return {
    today: dayFromIso(clock.today()),
    accounts: await accountsOf(store, companies),
    keyLists: keyListsOf(kinds, (await known('key-list')) ?? []),
    complaints: (await known('complaint'))?.flatMap(complaintFact),
    visits: (await known('visit'))?.flatMap(visitFact),
    inputs: ((await known('kpi-input')) ?? []).flatMap(inputFact),
    archive: archiveOf(companies, (await known(archiveItem.name)) ?? []),
  };
}

const HISTORIES = new WeakMap<Row<object>, AccountHistory>();

/** Those that are or were customers. What happened to a row is read once: rows are never changed in place. */
async function accountsOf(store: Store, rows: readonly Row<object>[]): Promise<AccountHistory[]> {
  const filedOn = new Map<EntryRef, Promise<Day>>();
  const moved = (row: Row<object>): boolean => row.origin.later?.[STATE] !== undefined;
  const historyOf = async (row: Row<object>): Promise<AccountHistory> => {
    const before = HISTORIES.get(row);
    if (before) return before;
    const { id, state, origin } = row;
    // Many come from one import: the day of the entry is asked for once.
    const day = filedOn.get(origin.base) ?? (moved(row) ? undefined : store.history(id).then(firstDay));
    if (day && !moved(row)) filedOn.set(origin.base, day);
    const changes = moved(row) ? stateChanges(await store.history(id)) : [{ day: (await day) ?? 0, state }];
    const found = { id, changes };
    HISTORIES.set(row, found);
    return found;
  };
  // A company that has always been a prospect, or was filed as a former customer, says nothing of gains and losses.
  return Promise.all(rows.filter((row) => row.state === 'active' || moved(row)).map(historyOf));
}

function firstDay(history: readonly HistoryEntry[]): Day {
  return localDay(history.at(-1)?.header.wall ?? 0);
}

/** @param history newest first. @returns oldest first. */
function stateChanges(history: readonly HistoryEntry[]): AccountHistory['changes'] {
  return history.toReversed().flatMap(({ header, patch }) => {
    const state = 'made' in patch ? patch.made.state : 'set' in patch ? patch.set[STATE]?.to : undefined;
    return typeof state === 'string' ? [{ day: localDay(header.wall), state }] : [];
  });
}

/** The day it was where the user is. */
function localDay(ms: number): Day {
  const at = new Date(ms);
  return dayOf({ year: at.getFullYear(), month: at.getMonth() + 1, day: at.getDate() });
}

/** Done and wanted of the archives of all customers. */
function archiveOf(companies: readonly Row<CompanyFields>[], items: readonly Row[]): KpiFacts['archive'] {
  const byCompany = new Map<string, Row<ArchiveItemFields>[]>();
  // Safe: rows of this kind hold its fields.
  for (const item of items as readonly Row<ArchiveItemFields>[]) {
    const own = byCompany.get(item.fields.company);
    if (own) own.push(item);
    else byCompany.set(item.fields.company, [item]);
  }
  const parts = companies
    .filter(({ state }) => state === 'active')
    .map((row) => archiveCompleteness(byCompany.get(row.id) ?? [], row));
  return {
    done: parts.reduce((sum, { done }) => sum + done, 0),
    wanted: parts.reduce((sum, { wanted }) => sum + wanted, 0),
  };
}

/** The frozen lists of key accounts: those of their members that are on file. */
function keyListsOf(kinds: Kinds, rows: readonly Row[]): KpiFacts['keyLists'] {
  const members = kinds.get('key-list')?.fields['members'];
  const companyOf = (member: unknown): string[] =>
    typeof member === 'object' && member !== null && 'company' in member ? [String(member.company)] : [];
  return new Map(
    rows.flatMap(({ fields }): [number, ReadonlySet<string>][] => {
      const { year } = fields;
      if (typeof year !== 'number' || !members) return [];
      return [[year, new Set(itemsIn(members, fields['members']).flatMap(({ value }) => companyOf(value)))]];
    }),
  );
}

function dayAt(value: unknown): Day | undefined {
  return typeof value === 'string' && isDay(value) ? dayFromIso(value) : undefined;
}

function complaintFact({ id, state, fields }: Row): ComplaintFact[] {
  const receivedOn = dayAt(fields['receivedOn']);
  if (receivedOn === undefined) return [];
  const isSolved = state === 'solved' || state === 'closed';
  return [
    {
      id,
      receivedOn,
      solvedOn: isSolved ? dayAt(fields['solvedOn']) : undefined,
      checkedOn: isSolved ? dayAt(fields['checkedOn']) : undefined,
      isValid: fields['fault'] === 'ours',
    },
  ];
}

function visitFact({ id, state, fields }: Row): VisitFact[] {
  const day = dayAt(fields['day']);
  return day === undefined ? [] : [{ id, day, isDone: state === 'done' }];
}

function inputFact(row: Row): KpiInputFact[] {
  if (row.state !== 'entered') return [];
  // Safe: rows of this kind hold its fields.
  const { kpi, measure, unit, day, amount, number } = row.fields as KpiInputFields;
  return [{ id: row.id, kpi, measure, unit, day: dayFromIso(day), amount, number }];
}
