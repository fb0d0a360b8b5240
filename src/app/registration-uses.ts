import type { BatchId, RecordId } from '@/src/kernel/ids';
import type { FollowUpFields } from '@/src/domain/followup/follow-up.kind';
import { handInStatus, type HandedIn, type HandInLine } from '@/src/domain/followup/hand-in-status';
import { deadlineOf } from '@/src/domain/followup/hand-in';
import { handIn, type HandInFields } from '@/src/domain/followup/hand-in.kind';
import { wallClock } from '@/src/domain/followup/wall-clock';
import { followUpsOf, weekFigures, type WeekFigures } from '@/src/domain/followup/week-log';
import { distinction } from '@/src/domain/parties/distinction.kind';
import { company } from '@/src/domain/parties/company.kind';
import type { Fact } from '@/src/domain/records/guard';
import { linkTo } from '@/src/domain/records/link-key';
import type { Row } from '@/src/domain/records/record';
import { ownerOf } from '@/src/domain/records/transition';
import { plainFields } from '@/src/domain/records/values';
import { claimGroups, type ClaimGroup } from '@/src/domain/registration/claim-groups';
import { registration } from '@/src/domain/registration/registration.kind';
import { actingName } from './acting';
import { factOf } from './circumstances';
import { claimCompany } from './claim-company';
import type { RecordPorts } from './edit-records';
import { exportClaim } from './export-claim';
import { asLogged, handInWeek, type WeekToHandIn } from './hand-in-week';
import type { LiveRows } from './live-rows';
import type { Host } from './ports/world';
import { rejectLaterClaim } from './reject-later-claim';
import { tellClaimsApart } from './tell-claims-apart';

/** The registrations as the page shows them. */
export interface ClaimBoard {
  readonly waiting: readonly ClaimGroup[];
  /** Drafts of the user, and of nobody. */
  readonly drafts: readonly Row[];
  /** Confirmed, rejected and lapsed ones, the latest submission first. */
  readonly decided: readonly Row[];
}

/** One week of follow-ups of the user, and who handed it in. */
export interface WeekReport {
  readonly owner: string;
  readonly log: readonly (FollowUpFields & { readonly id: RecordId })[];
  readonly figures: WeekFigures;
  readonly deadline: number;
  readonly team: readonly HandInLine[];
}

/** What registration, follow-up and hand-in may be asked for. @param newBatch a name for what is written next. */
export function registrationUses(
  ports: RecordPorts & { readonly host: Host },
  live: Pick<LiveRows, 'rows'>,
  newBatch: () => BatchId,
) {
  return {
    claim: (companyId: RecordId) => claimCompany(ports, newBatch(), companyId),
    /** The registrations of a company, oldest first. */
    of: (companyId: RecordId) => claimsOf(ports, companyId),
    board: () => claimBoard(ports, live),
    rejectLater: (record: RecordId) => rejectLaterClaim(ports, newBatch(), record),
    tellApart: (one: RecordId, other: RecordId) => tellClaimsApart(ports, newBatch(), [one, other]),
    export: (record: RecordId) => exportClaim(ports, record),
    week: (week: string, timeZone: string) => weekReport(ports, live, { week, timeZone }),
    handIn: (week: WeekToHandIn) => handInWeek(ports, newBatch(), week),
  };
}

async function claimsOf({ store }: RecordPorts, companyId: RecordId): Promise<readonly Row[]> {
  return (await store.rowsByKeys([linkTo(companyId)])).filter(({ kind }) => kind === registration.name);
}

async function claimBoard(ports: RecordPorts, live: Pick<LiveRows, 'rows'>): Promise<ClaimBoard> {
  const rows = await live.rows(registration.name);
  const me = await actingName(ports.store);
  const factOfRow = (row: Row): Fact => factOf(ports.kinds, row);
  const submitted = (row: Row): string => String(row.fields['submittedAt'] ?? '');
  return {
    waiting: claimGroups(rows.map(factOfRow), (await live.rows(distinction.name)).map(factOfRow)),
    drafts: rows.filter((row) => row.state === 'draft' && [undefined, me].includes(ownerOf(row.fields))),
    decided: rows
      .filter(({ state }) => state !== 'draft' && state !== 'submitted')
      .toSorted((a, b) => (submitted(a) < submitted(b) ? 1 : -1)),
  };
}

async function weekReport(
  { store, clock }: RecordPorts,
  live: Pick<LiveRows, 'rows'>,
  { week, timeZone }: Pick<WeekToHandIn, 'week' | 'timeZone'>,
): Promise<WeekReport> {
  const [follow, handedIn, companies] = await Promise.all(
    ['follow-up', handIn.name, company.name].map((kind) => live.rows(kind)),
  );
  const owner = await actingName(store);
  const all = (follow ?? []).map(asLogged);
  const log = followUpsOf(all, week, owner);
  const deadline = deadlineOf(week, wallClock(timeZone));
  const owners = [
    ...all.flatMap((one) => one.owner ?? []),
    ...(companies ?? []).flatMap((row) => ownerOf(plainFields(company.fields, row.fields)) ?? []),
  ];
  const team = handInStatus(owners, (handedIn ?? []).flatMap(asHandedIn(week)), { deadline, now: clock.now() });
  return { owner, log, figures: weekFigures(log, week), deadline, team };
}

function asHandedIn(week: string): (row: Row) => HandedIn[] {
  return (row) => {
    // Safe: rows of the kind hold its fields.
    const { submittedAt, week: of, owner = '', count = 0, late } = row.fields as HandInFields;
    return of === week && submittedAt !== undefined
      ? [{ id: row.id, owner, at: Date.parse(submittedAt), count, isLate: late === 'late' }]
      : [];
  };
}
