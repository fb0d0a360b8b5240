import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import { mergeSuggestions } from '@/src/domain/enrich/merge-suggestions';
import { propose, type Proposals } from '@/src/domain/enrich/propose';
import type { ProviderId, Suggestion } from '@/src/domain/enrich/provider';
import { PROVIDERS } from '@/src/domain/enrich/providers';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { writeCsv } from '@/src/domain/tabular/write-csv';
import { suppressionCheck } from './find-suppressed';
import type { SentLog } from './ports/sent-log';
import type { SiteAccess } from './ports/site-access';
import type { Store } from './ports/store';
import type { Host } from './ports/world';
import type { SaveCapturePorts } from './save-capture';
import { refusedBefore, saveEnrichment, type EnrichmentToSave } from './save-enrichment';
import { visitSite, type MissedPage, type VisitPorts, type VisitProgress } from './visit-site';

export interface EnrichPorts extends SaveCapturePorts, VisitPorts {
  readonly clock: SaveCapturePorts['clock'];
  readonly sites: SiteAccess;
  readonly sentLog: SentLog;
  readonly host: Host;
}

/** What is about to be asked, of whom. */
export interface EnrichPlan {
  readonly provider: ProviderId;
  readonly hosts: readonly string[];
  readonly mostRequests: number;
  readonly personalData: boolean;
}

/** What the sources offer, to be decided on. */
export interface Enrichment extends Proposals {
  readonly record: RecordId;
  readonly read: readonly string[];
  readonly missed: readonly MissedPage[];
}

/** `not-allowed`: the user did not grant the sites. `no-site`: there is none to ask. */
export interface EnrichError {
  readonly code: 'cancelled' | 'no-site' | 'not-allowed';
}

export interface EnrichRun {
  /** The user's own country, or empty. */
  readonly home: string;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: VisitProgress) => void;
}

/** What the page of a company may ask for. @param newBatch a name for what is written next. */
export function enrichUses(ports: EnrichPorts, newBatch: () => BatchId) {
  const { sentLog, host, sites } = ports;
  return {
    /** Empty where no source can help: nothing on the record leads to a site. */
    plan: ({ fields }: Row<CompanyFields>): readonly EnrichPlan[] => planFor(fields),
    /**
     * Asks the user for the sites of the plan, then the sites, and proposes. Nothing is written. To be called in the very turn of
     * a click.
     */
    run: async (row: Row<CompanyFields>, run: EnrichRun): Promise<Result<Enrichment, EnrichError>> => {
      const hosts = planFor(row.fields).flatMap((plan) => plan.hosts);
      if (hosts.length === 0) return err({ code: 'no-site' });
      if (!(await sites.askAll(hosts.map((name) => `https://${name}/`)))) return err({ code: 'not-allowed' });
      return enrich(ports, row, run);
    },
    save: (what: EnrichmentToSave) => saveEnrichment(ports, newBatch(), what),
    sent: () => sentLog.lines(),
    clearSent: () => sentLog.clear(),
    /** Hands the user the log as a file. */
    exportSent: async (): Promise<void> => {
      const lines = (await sentLog.lines()).map((one) => [
        one.at,
        one.url,
        one.provider,
        one.record,
        one.fields.join(' '),
      ]);
      const csv = writeCsv([['at', 'url', 'provider', 'record', 'fields'], ...lines]);
      host.saveFile('vital-few-sent.csv', new Blob([csv], { type: 'text/csv' }));
    },
  };
}

function planFor(fields: CompanyFields): EnrichPlan[] {
  return PROVIDERS.map(({ id, mostRequests, personalData, hosts }) => ({
    provider: id,
    hosts: hosts(fields),
    mostRequests,
    personalData,
  })).filter(({ hosts }) => hosts.length > 0);
}

async function enrich(
  ports: EnrichPorts,
  row: Row<CompanyFields>,
  run: EnrichRun,
): Promise<Result<Enrichment, EnrichError>> {
  const suggestions: Suggestion[] = [];
  const read: string[] = [];
  const missed: MissedPage[] = [];
  for (const provider of PROVIDERS.filter(({ hosts }) => hosts(row.fields).length > 0)) {
    const visit = await visitSite(ports, { ...run, provider, record: row.id, fields: row.fields });
    if (!visit.ok) return visit;
    suggestions.push(...visit.value.suggestions);
    read.push(...visit.value.read);
    missed.push(...visit.value.missed);
  }
  const wanted = await withoutSuppressed(ports.store, row.fields, suggestions);
  const refused = await refusedBefore(ports.store, row.id);
  return ok({ record: row.id, read, missed, ...propose(row.fields, mergeSuggestions(wanted), refused) });
}

/** The suggestions that are not the name, number or mailbox of a person who asked not to be filed again. */
async function withoutSuppressed(
  store: Store,
  { name, legalName }: CompanyFields,
  suggestions: readonly Suggestion[],
): Promise<Suggestion[]> {
  const isSuppressed = await suppressionCheck(store);
  const companies = [name.value, ...(legalName ? [legalName.value] : [])];
  return suggestions.filter(({ field, value }) => {
    const { personal } = company.fields[field];
    const asked = personal ? 'name' : field;
    const told = personal ? value.split(/[,，、]/) : [value];
    return !told.some((part) => isSuppressed({ id: '', companies, values: (one) => (one === asked ? [part] : []) }));
  });
}
