import type { BatchId, RecordId } from '@/src/kernel/ids';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import type { PersonFields } from '@/src/domain/parties/person.kind';
import type { CustomFieldRow } from '@/src/domain/records/custom-field.kind';
import type { Kind, Kinds } from '@/src/domain/records/kind';
import type { Path, Row } from '@/src/domain/records/record';
import { decideCards, type ImportChoices } from '@/src/domain/exchange/decide-cards';
import { faultTable, type FaultWord } from '@/src/domain/exchange/fault-table';
import { cardsOfNames } from '@/src/domain/exchange/cards-of-names';
import type { ReadContacts } from '@/src/domain/exchange/read-contacts';
import { linkTo } from '@/src/domain/records/link-key';
import { writeCsv } from '@/src/domain/tabular/write-csv';
import { archiveUses } from './archive-uses';
import { askAccess, type AccessWish } from './ask-access';
import { accountUses } from './account-uses';
import { backupUses } from './backup-uses';
import { bulkEnrichUses } from './bulk-enrich-uses';
import { captureUses } from './capture-uses';
import { changeSetting } from './change-setting';
import { clipUses } from './clip-uses';
import { readSettings, type SettingName } from './settings';
import { enrichUses } from './enrich-uses';
import { datasetUses } from './dataset-uses';
import { editRecords, type Inputs, type RecordEdit } from './edit-records';
import { erasePerson } from './erase-person';
import { exportCalendar } from './export-calendar';
import { exportParties, type ExportFormat } from './export-parties';
import { exportSome } from './export-some';
import { exportTable, type TableToExport } from './export-table';
import { exportPersonData, personData } from './person-data';
import { forgetSent } from './forget-sent';
import { importContacts, planContacts, type ContactPlan } from './import-contacts';
import type { Pace } from './pace';
import { kpiUses } from './kpi-uses';
import { listApprovals } from './list-approvals';
import { listDuties, type OpenDuty } from './list-duties';
import type { Alone } from './ports/alone';
import type { Backups } from './ports/backups';
import type { Cells } from './ports/cells';
import type { ContactFiles } from './ports/contact-files';
import type { Datasets } from './ports/datasets';
import type { Reports } from './ports/reports';
import type { Duplicates, ReviewProgress } from './ports/duplicates';
import type { HtmlReader } from './ports/html-reader';
import type { Keys } from './ports/keys';
import type { LinkOuts } from './ports/link-outs';
import type { PageReader } from './ports/page-reader';
import type { SentLog } from './ports/sent-log';
import type { Web } from './ports/web';
import { firstStepsDone } from './first-steps';
import { LiveRows } from './live-rows';
import { makeRecord } from './make-record';
import { moveRecord, waysOutOf, type Move } from './move-record';
import { notebookUses } from './notebook-uses';
import { peopleUses } from './people-uses';
import { ownDataUses } from './own-data';
import { moveTogether, type MovesTogether } from './move-together';
import { pipelineUses } from './pipeline-uses';
import type { Reading, Store } from './ports/store';
import type { Search } from './ports/search';
import type { SiteAccess } from './ports/site-access';
import type { Toolbar } from './ports/toolbar';
import type { Clock, Host, IdSource } from './ports/world';
import { mergeParties, type MergeRequest } from './merge-parties';
import { emptyBin, listBin } from './recycle-bin';
import { liftSuppression, listSuppressions } from './suppressions';
import { receivableUses } from './receivable-uses';
import { registerUses } from './register-uses';
import { registrationUses } from './registration-uses';
import { removeRecords } from './remove-records';
import { SeenRows } from './sight';
import { restoreValue } from './restore-value';
import { installTrade } from './install-trade';
import { tidyUp } from './tidy-up';
import { todayUses } from './today-uses';
import { tellApart, type Distinguishing } from './tell-apart';
import { undoBatch } from './undo-batch';
import { visitUses } from './visit-uses';

/** Everything the use cases need from the world. The entrypoints put the real things here, tests small ones. */
export interface Ports {
  readonly store: Store;
  readonly backups: Backups;
  readonly datasets: Datasets;
  /** Not there where no cell of a user's own text can run. */
  readonly cells?: Cells;
  readonly reports: Reports;
  readonly search: Search;
  readonly duplicates: Duplicates;
  readonly pages: PageReader;
  readonly sites: SiteAccess;
  readonly web: Web;
  readonly html: HtmlReader;
  readonly sentLog: SentLog;
  readonly keys: Keys;
  readonly alone: Alone;
  readonly linkOuts: LinkOuts;
  readonly toolbar: Toolbar;
  readonly contactFiles: ContactFiles;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly host: Host;
  readonly kinds: Kinds;
  /** The notebooks that come with the product: name → text. */
  readonly notebooks: Readonly<Record<string, string>>;
}

/** Duties that are shown while the others are read. */
const A_SCREEN = 50;

/** The use cases bound to their ports: what the interface may ask for, and all it may ask for. */
export type App = ReturnType<typeof createApp>;

export function createApp(ports: Ports) {
  const { store, clock, ids, host } = ports;
  const live = new LiveRows(store);
  const seen = new SeenRows(ports, live);
  return {
    /** A newer version wrote the database: everything can be read, nothing written. */
    readOnly: store.readOnly,
    newBatch: (): BatchId => newBatch(ports),
    newRecord: (): RecordId => ids.next() as RecordId,
    now: () => clock.now(),
    today: () => clock.today(),
    watch: (listener: () => void) => store.watch(listener),
    verify: () => store.verify(),
    firstStepsDone: () => firstStepsDone(store),
    /** To be asked for once, when the workspace has opened. */
    tidyUp: () => tidyUp(ports, newBatch(ports)),
    host,
    capture: captureUses(ports, () => newBatch(ports)),
    enrich: enrichUses(ports, () => newBatch(ports)),
    ownData: ownDataUses(ports, () => newBatch(ports)),
    accounts: accountUses(ports, () => newBatch(ports)),
    visits: visitUses(ports, () => newBatch(ports)),
    day: todayUses(ports, (kind) => live.rows(kind)),
    bulk: bulkEnrichUses(ports, live, () => newBatch(ports)),
    registers: registerUses(ports),
    claims: registrationUses(ports, live, () => newBatch(ports)),
    clips: clipUses(ports, () => live.rows('company')),
    trades: {
      install: (trade: string, word: (key: string) => string) => installTrade(ports, newBatch(ports), trade, word),
    },
    receivables: receivableUses(ports, live),
    kpi: kpiUses(ports, live),
    sites: ports.sites,
    toolbar: ports.toolbar,
    kinds: ports.kinds,
    records: recordUses(ports, seen),
    archive: archiveUses(ports),
    parties: partyUses(ports, live),
    people: peopleUses(ports, () => newBatch(ports)),
    contacts: contactUses(ports),
    duplicates: duplicateUses(ports),
    datasets: datasetUses(ports, () => newBatch(ports)),
    notebooks: notebookUses(ports, () => newBatch(ports)),
    reports: ports.reports,
    backups: backupUses(ports, () => newBatch(ports)),
    search: seen.searchOver(ports.search),
    history: {
      list: (limit: number) => seen.batches(limit),
      undo: (batch: BatchId) => undoBatch(ports, newBatch(ports), batch),
      /** What a batch made, changed or deleted, in the order it was written; none of a batch that wrote nothing. */
      recordsOf: (batch: BatchId) => store.recordsOf(batch),
    },
    pipeline: pipelineUses(
      ports,
      (kind) => live.rows(kind),
      () => newBatch(ports),
    ),
    settings: {
      read: () => readSettings(store),
      change: (name: SettingName, value: string) => changeSetting(ports, newBatch(ports), name, value),
    },
  };
}

function newBatch({ ids }: Ports): BatchId {
  // Safe: this is where batch ids are made.
  return ids.next() as BatchId;
}

/** What every kind of record can do, with those that the user may see. */
function recordUses(ports: Ports, seen: SeenRows) {
  return {
    rows: (kind: string, reading?: Reading) => seen.rows(kind, reading),
    count: (kind: string) => seen.count(kind),
    row: (id: string) => seen.row(id),
    /** What a record tells of itself that is closed to the user. */
    closed: (id: string) => seen.closed(id),
    askAccess: (wish: AccessWish) => askAccess(ports, newBatch(ports), wish),
    fewRows: (kind: string) => seen.few(kind),
    /** The fields that users have added, of all kinds. Safe: rows of a kind hold the fields of the kind. */
    customFields: async () => (await seen.rows('custom-field')) as readonly CustomFieldRow[],
    make: (kind: Kind, record: RecordId, inputs: Inputs) =>
      makeRecord(ports, newBatch(ports), { kind, record, inputs }),
    edit: (edit: RecordEdit) => editRecords(ports, newBatch(ports), edit),
    move: (move: Move) => moveRecord(ports, newBatch(ports), move),
    moveTogether: (together: MovesTogether) => moveTogether(ports, newBatch(ports), together),
    waysOut: (kind: Kind, record: RecordId) => waysOutOf(ports, kind, record),
    remove: (records: readonly RecordId[], reason?: string) => removeRecords(ports, newBatch(ports), records, reason),
    exportTable: (table: TableToExport) => exportTable(ports, table),
    /** What waits for a decision of the user. */
    approvals: () => listApprovals(ports, (kind, states) => seen.inStates(kind, states)),
    duties: () => listDuties(ports, (kind) => seen.due(kind)),
    /** The first of the duties, read before all are. */
    soonestDuties: () => listDuties(ports, (kind, soonest) => seen.due(kind, soonest), A_SCREEN),
    rowsById: (ids: readonly RecordId[]) => seen.byId(ids),
    inStates: (kind: string, states: readonly string[]) => seen.inStates(kind, states),
    history: (record: RecordId) => seen.history(record),
    pointing: (record: RecordId) => seen.pointing(record),
    restoreValue: (record: RecordId, path: Path, batch: BatchId) =>
      restoreValue(ports, newBatch(ports), { record, path, batch }),
    bin: async () => seen.deleted(await listBin(ports)),
    exportCalendar: (duties: readonly OpenDuty[], word: (duty: OpenDuty) => string) =>
      exportCalendar(ports, duties, word),
    emptyBin: (what: 'expired' | 'all') => emptyBin(ports, newBatch(ports), what),
  };
}

function partyUses(ports: Ports, live: LiveRows) {
  const { store } = ports;
  // Safe, both: rows of a kind hold the fields of the kind.
  const companies = async () => (await live.rows('company')) as readonly Row<CompanyFields>[];
  const people = async () => (await live.rows('person')) as readonly Row<PersonFields>[];
  return {
    companies,
    people,
    /** Whether neither a company nor a person is on file. */
    areNone: async () => {
      const some = await Promise.all(['company', 'person'].map((kind) => ports.store.someRows(kind, 1)));
      return some.flat().length === 0;
    },
    /** Those who work for a company, oldest first. Safe: what points to a company and is a person holds what people hold. */
    peopleOf: async (company: RecordId) => {
      const pointing = await ports.store.rowsByKeys([linkTo(company)]);
      return pointing.filter((row): row is Row<PersonFields> => row.kind === 'person');
    },
    /** All of both as a file. Gives how many. */
    export: async (format: ExportFormat, word: (key: string) => string): Promise<number> => {
      const parties = { companies: await companies(), people: await people() };
      await exportParties(ports, parties, format, word);
      return parties.companies.length + parties.people.length;
    },
    /** Those of the records that are companies or people. Gives how many. */
    exportSome: (records: readonly RecordId[], format: ExportFormat, word: (key: string) => string) =>
      exportSome(ports, records, format, word),
    merge: (request: MergeRequest) => mergeParties(ports, newBatch(ports), request),
    erase: async (person: RecordId, suppress = false) => {
      await forgetSent(ports, person);
      return erasePerson(ports, newBatch(ports), person, suppress);
    },
    suppressions: () => listSuppressions(store),
    liftSuppression: (mark: RecordId) => liftSuppression(ports, newBatch(ports), mark),
    dataOf: (person: RecordId) => personData(ports, person),
    exportDataOf: (person: RecordId) => exportPersonData(ports, person),
  };
}

function contactUses(ports: Ports) {
  const { store, contactFiles, host } = ports;
  return {
    read: (file: File, home: string) => contactFiles.read(file, home),
    plan: (file: string, read: ReadContacts, pace: Pace) => planContacts(store, { file, read }, pace),
    /** What companies of these names would come to; the tag is put on each. */
    planNames: (file: string, names: readonly string[], tag: string) =>
      planContacts(store, { file, read: cardsOfNames(names, tag) }, async () => true),
    decide: (plan: ContactPlan, choices: ImportChoices) => decideCards(plan.cards, choices),
    import: (plan: ContactPlan, choices: ImportChoices) => importContacts(ports, newBatch(ports), plan, choices),
    /** Hands the user the rows that gave no card, as they stood, each with its reason. */
    saveFaults: (plan: ContactPlan, word: (key: FaultWord) => string) =>
      host.saveFile(
        `${plan.file.replace(/\.\w+$/, '')}-${word('file')}.csv`,
        new Blob([writeCsv(faultTable(plan.read, word))], { type: 'text/csv' }),
      ),
  };
}

function duplicateUses(ports: Ports) {
  const { duplicates } = ports;
  return {
    review: (limit: number, onProgress: (progress: ReviewProgress) => void) => duplicates.review(limit, onProgress),
    stop: () => duplicates.stop(),
    tellApart: (request: Distinguishing) => tellApart(ports, newBatch(ports), request),
  };
}
