import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import { mergeSuggestions } from '@/src/domain/enrich/merge-suggestions';
import { propose, type Proposals } from '@/src/domain/enrich/propose';
import type { CompanyField } from '@/src/domain/capture/found';
import type { ProviderId, Remark, Suggestion } from '@/src/domain/enrich/provider';
import { withFound } from '@/src/domain/enrich/with-found';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { writeCsv } from '@/src/domain/tabular/write-csv';
import { askRegister, type Answers } from './ask-register';
import { chosenProviders, providerChoices } from './enrich-choices';
import { suppressionCheck } from './find-suppressed';
import type { Keys } from './ports/keys';
import type { SentLog } from './ports/sent-log';
import type { SiteAccess } from './ports/site-access';
import type { Store } from './ports/store';
import type { Host } from './ports/world';
import type { SaveCapturePorts } from './save-capture';
import { refusedBefore, saveEnrichment, type EnrichmentToSave } from './save-enrichment';
import type { Settings } from './settings';
import { visitSite, type MissedPage, type VisitPorts, type VisitProgress } from './visit-site';

export interface EnrichPorts extends SaveCapturePorts, VisitPorts {
  readonly clock: SaveCapturePorts['clock'];
  readonly sites: SiteAccess;
  readonly sentLog: SentLog;
  readonly keys: Keys;
  readonly host: Host;
}

/** What is about to be asked, of whom. */
export interface EnrichPlan {
  readonly provider: ProviderId;
  readonly hosts: readonly string[];
  readonly mostRequests: number;
  /** Fields of the record whose values can leave this browser. */
  readonly sends: readonly CompanyField[];
  readonly personalData: boolean;
}

/** What the sources offer, to be decided on. */
export interface Enrichment extends Proposals {
  readonly record: RecordId;
  readonly read: readonly string[];
  readonly missed: readonly MissedPage[];
  readonly remarks: readonly Remark[];
}

/** `not-allowed`: the user did not grant the sites. `no-site`: there is none to ask. */
export interface EnrichError {
  readonly code: 'cancelled' | 'no-site' | 'not-allowed';
}

export interface EnrichRun {
  /** Which sources are asked, and the user's own country. */
  readonly settings: Settings;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: VisitProgress) => void;
}

/** What the page of a company may ask for. @param newBatch a name for what is written next. */
export function enrichUses(ports: EnrichPorts, newBatch: () => BatchId) {
  const { sentLog, host, keys, sites } = ports;
  return {
    /** Empty where no source can help: nothing on the record leads to a site. */
    plan: ({ fields }: Row<CompanyFields>, settings: Settings): readonly EnrichPlan[] => planFor(fields, settings),
    /**
     * Asks the user for the sites of the plan, then the sites, and proposes. Nothing is written. To be called in the very turn of
     * a click.
     */
    run: async (row: Row<CompanyFields>, run: EnrichRun): Promise<Result<Enrichment, EnrichError>> => {
      const hosts = planFor(row.fields, run.settings).flatMap((plan) => plan.hosts);
      if (hosts.length === 0) return err({ code: 'no-site' });
      if (!(await sites.askAll(hosts.map((name) => `https://${name}/`)))) return err({ code: 'not-allowed' });
      return enrich(ports, row, run);
    },
    save: (what: EnrichmentToSave) => saveEnrichment(ports, newBatch(), what),
    hasKey: (provider: ProviderId) => keys.has(provider),
    /** An empty one is forgotten. */
    setKey: (provider: ProviderId, key: string) => keys.set(provider, key),
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

/** What asking about a company comes to. */
export function planFor(fields: CompanyFields, settings: Settings): EnrichPlan[] {
  const choices = providerChoices(settings);
  return chosenProviders(settings)
    .map(({ id, mostRequests, personalData, sends, hosts }) => ({
      provider: id,
      hosts: hosts(fields, choices),
      mostRequests,
      sends,
      personalData,
    }))
    .filter(({ hosts }) => hosts.length > 0);
}

/** The company's own site first, then the registers at once: they look for what the site says where the record says nothing. */
export async function enrich(
  ports: EnrichPorts,
  row: Row<CompanyFields>,
  run: EnrichRun,
): Promise<Result<Enrichment, EnrichError>> {
  const { settings, signal, onProgress } = run;
  const choices = providerChoices(settings);
  const providers = chosenProviders(settings).filter(({ hosts }) => hosts(row.fields, choices).length > 0);
  const asking = { record: row.id, home: settings['home-region'] ?? '', signal, ...(onProgress ? { onProgress } : {}) };
  const visits: Answers[] = [];
  for (const provider of providers) {
    if (provider.asks !== 'pages') continue;
    const visit = await visitSite(ports, { ...asking, provider, fields: row.fields });
    if (!visit.ok) return visit;
    visits.push({ ...visit.value, remarks: [] });
  }
  const fields = withFound(row.fields, mergeSuggestions(visits.flatMap(({ suggestions }) => suggestions)));
  const registers = providers.flatMap((provider) => (provider.asks === 'register' ? [provider] : []));
  const asked = await Promise.all(
    registers.map((provider) => askRegister(ports, { ...asking, provider, fields, choices })),
  );
  for (const answers of asked) {
    if (!answers.ok) return answers;
    visits.push(answers.value);
  }
  const wanted = await withoutSuppressed(
    ports.store,
    row.fields,
    visits.flatMap(({ suggestions }) => suggestions),
  );
  const refused = await refusedBefore(ports.store, row.id);
  return ok({
    record: row.id,
    read: visits.flatMap(({ read }) => read),
    missed: visits.flatMap(({ missed }) => missed),
    remarks: visits.flatMap(({ remarks }) => remarks),
    ...propose(row.fields, mergeSuggestions(wanted), refused),
  });
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
