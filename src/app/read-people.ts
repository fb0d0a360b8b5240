import { dayOf, formatDay } from '@/src/kernel/calendar';
import type { RecordId } from '@/src/kernel/ids';
import type { NeedRow } from '@/src/domain/needs/need.kind';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import type { PersonFields } from '@/src/domain/parties/person.kind';
import type { InformationPointRow } from '@/src/domain/people/information-point.kind';
import type { StakeholderRow } from '@/src/domain/people/stakeholder.kind';
import type { TieRow } from '@/src/domain/people/stakeholder-tie.kind';
import type { Written } from '@/src/domain/people/stance-timeline';
import { datedContacts, type DatedContact } from '@/src/domain/people/top-contact';
import { linkTo } from '@/src/domain/records/link-key';
import type { Row } from '@/src/domain/records/record';
import type { Store } from './ports/store';

/** All that is known of the people of an account, or of one of its opportunities. */
export interface PeopleOf {
  readonly company: Row<CompanyFields>;
  /** The opportunity that it is about; undefined for the account as a whole. */
  readonly opportunity: Row | undefined;
  /** All opportunities of the account. */
  readonly opportunities: readonly Row[];
  /** The seats of the chain, oldest first. */
  readonly seats: readonly StakeholderRow[];
  readonly ties: readonly TieRow[];
  readonly findings: readonly InformationPointRow[];
  /** Of the account, whatever the chain. */
  readonly needs: readonly NeedRow[];
  /** Those who work there, and those who sit in the chain. */
  readonly people: ReadonlyMap<RecordId, Row<PersonFields>>;
  readonly contacts: readonly DatedContact[];
}

/**
 * @param about a company, an opportunity, or a record of either: a seat, a finding, a need.
 * @returns undefined where there is no such record, or it belongs to no company.
 */
export async function readPeople(store: Store, about: RecordId, today: string): Promise<PeopleOf | undefined> {
  const [row] = await store.rowsById([about]);
  if (!row) return undefined;
  const company = row.kind === 'company' ? row : await companyOf(store, row);
  if (!company) return undefined;
  const pointing = await store.rowsByKeys([linkTo(company.id)]);
  const opportunities = pointing.filter(({ kind }) => kind === 'opportunity');
  const scope = row.kind === 'opportunity' ? row.id : row.fields['opportunity'];
  const inScope = ({ fields }: Row): boolean => fields['opportunity'] === scope;
  // Safe, here and below: a row of a kind holds the fields of the kind.
  const seats = pointing.filter(
    (one) => one.kind === 'stakeholder' && inScope(one),
  ) as readonly Row[] as StakeholderRow[];
  const seated = seats.flatMap(({ fields }) => fields.person ?? []);
  const others = await store.rowsById(seated);
  const people = [...pointing, ...others].filter(
    ({ kind }) => kind === 'person',
  ) as Row<object>[] as Row<PersonFields>[];
  return {
    company: company as Row<object> as Row<CompanyFields>,
    opportunity: opportunities.find(({ id }) => id === scope),
    opportunities,
    seats,
    ties: await tiesOf(store, seats),
    findings: pointing.filter(
      (one) => one.kind === 'information-point' && inScope(one),
    ) as Row<object>[] as InformationPointRow[],
    needs: pointing.filter(({ kind }) => kind === 'need') as Row<object>[] as NeedRow[],
    people: new Map(people.map((one) => [one.id, one])),
    contacts: datedContacts(await store.rowsByKeys(seated.map(linkTo)), today),
  };
}

async function companyOf(store: Store, { fields }: Row): Promise<Row | undefined> {
  const { company } = fields;
  // Safe: an id in a record names a record or nothing.
  const [row] = typeof company === 'string' ? await store.rowsById([company as RecordId]) : [];
  return row?.kind === 'company' ? row : undefined;
}

async function tiesOf(store: Store, seats: readonly StakeholderRow[]): Promise<readonly TieRow[]> {
  const ids = new Set<string>(seats.map(({ id }) => id));
  const rows = await store.rowsByKeys([...ids].map(linkTo));
  const ties = rows.filter(({ kind }) => kind === 'stakeholder-tie') as Row<object>[] as TieRow[];
  return ties.filter(({ fields }) => ids.has(fields.from) && ids.has(fields.to));
}

/** What was written to each of the seats, newest first. */
export async function readHistories(
  store: Store,
  seats: readonly StakeholderRow[],
): Promise<ReadonlyMap<RecordId, readonly Written[]>> {
  const histories = await Promise.all(seats.map(({ id }) => store.history(id)));
  return new Map(
    seats.map(({ id }, i) => [
      id,
      (histories[i] ?? []).map(({ patch, header, undone }) => ({ patch, undone, day: localDay(header.wall) })),
    ]),
  );
}

/** The day it was where the user is. */
function localDay(ms: number): string {
  const at = new Date(ms);
  return formatDay(dayOf({ year: at.getFullYear(), month: at.getMonth() + 1, day: at.getDate() }));
}
