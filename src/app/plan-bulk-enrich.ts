import { isOlder } from '@/src/domain/enrich/queue/divide-proposals';
import type { ProviderId } from '@/src/domain/enrich/provider';
import { hostsOf, siteOf } from '@/src/domain/enrich/site/site-address';
import type { CompanyField } from '@/src/domain/capture/found';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { itemsIn } from '@/src/domain/records/values';
import { planFor } from './enrich-uses';
import type { Settings } from './settings';

/** Companies that one run takes. */
export const MOST_OF_A_RUN = 500;

/** What one source is asked about all the companies. */
export interface BulkSource {
  readonly provider: ProviderId;
  readonly hosts: readonly string[];
  readonly companies: number;
  /** Fields of the records whose values can leave this browser. */
  readonly sends: readonly CompanyField[];
}

/** What a run over many companies comes to, before anything is asked. */
export interface BulkPlan {
  readonly rows: readonly Row<CompanyFields>[];
  /** Those that nothing leads to a source for: they are passed over. */
  readonly without: readonly Row<CompanyFields>[];
  /** How many are passed over because none of their values is old enough. */
  readonly fresh: number;
  /** How many are more than one run takes. */
  readonly over: number;
  readonly sources: readonly BulkSource[];
  readonly mostRequests: number;
  readonly personalData: boolean;
}

export interface BulkWish {
  /** Days: only companies with a value older than this, and only such values. Undefined where empty fields are filled. */
  readonly olderThan: number | undefined;
  readonly now: number;
}

/** @param rows companies, in the order in which they are to be asked about. */
export function planBulkEnrich(
  rows: readonly Row<CompanyFields>[],
  settings: Settings,
  { olderThan, now }: BulkWish,
): BulkPlan {
  const old = olderThan === undefined ? rows : rows.filter(({ fields }) => hasOlder(fields, olderThan, now));
  const planned = old.map((row) => ({ row, plans: planFor(row.fields, settings) }));
  const asked = planned.filter(({ plans }) => plans.length > 0);
  const taken = asked.slice(0, MOST_OF_A_RUN);
  const plans = taken.flatMap((one) => one.plans);
  const sources = [...new Set(plans.map(({ provider }) => provider))].map((provider): BulkSource => {
    const its = plans.filter((plan) => plan.provider === provider);
    return {
      provider,
      hosts: [...new Set(its.flatMap(({ hosts }) => hosts))],
      companies: its.length,
      sends: its[0]?.sends ?? [],
    };
  });
  return {
    rows: taken.map(({ row }) => row),
    without: planned.filter((one) => one.plans.length === 0).map(({ row }) => row),
    fresh: rows.length - old.length,
    over: asked.length - taken.length,
    sources,
    mostRequests: plans.reduce((sum, { mostRequests }) => sum + mostRequests, 0),
    personalData: plans.some((plan) => plan.personalData),
  };
}

/** The host of a company's own site without www, by which jobs for one site are told; undefined where there is none. */
export function jobSite(fields: CompanyFields): string | undefined {
  const site = siteOf(fields);
  return site && hostsOf(site.url)[0];
}

/** Whether a value came from a source more than so many days ago. */
function hasOlder(fields: CompanyFields, days: number, now: number): boolean {
  return Object.entries(company.fields).some(([name, spec]) =>
    itemsIn(spec, (fields as Readonly<Record<string, unknown>>)[name]).some(({ evidence }) => {
      const source = evidence?.sources[0];
      return evidence?.status !== 'typed' && source !== undefined && isOlder(source.at, days, now);
    }),
  );
}
