import { useMemo } from 'react';
import { periodOf } from '@/src/kernel/period';
import type { TierRow } from '@/src/domain/accounts/tier.kind';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import { dayFromIso } from '@/src/domain/records/duty';
import type { Row } from '@/src/domain/records/record';
import { visitCompliance, type Compliance, type ReportPeriod } from '@/src/domain/visits/visit-compliance';
import { visit, type VisitRow } from '@/src/domain/visits/visit.kind';
import { useInterface, useLive } from '../../app-context';
import { useRows } from '../../records/use-reading';

/** All that the page of visits reads. */
export interface VisitData {
  readonly tiers: readonly TierRow[];
  readonly companies: readonly Row<CompanyFields>[];
  readonly visits: readonly VisitRow[];
  readonly nameOf: (company: string) => string;
}

/** Undefined until all of it is read. */
export function useVisitData(): VisitData | undefined {
  const tiers = useLive('tiers', (app) => app.accounts.tiers());
  // Safe, both: rows of a kind hold the fields of the kind.
  const companies = useRows(company.name) as readonly Row<CompanyFields>[] | undefined;
  const visits = useRows(visit.name) as readonly VisitRow[] | undefined;
  const names = useMemo(
    () => new Map<string, string>(companies?.map(({ id, fields }) => [id, fields.name.value])),
    [companies],
  );
  return useMemo(
    () => tiers && companies && visits && { tiers, companies, visits, nameOf: (id) => names.get(id) ?? '' },
    [tiers, companies, visits, names],
  );
}

export const PERIODS = ['quarter', 'last-quarter', 'month', 'year'] as const;
export type PeriodName = (typeof PERIODS)[number];

/** @param today ISO day. */
export function periodNamed(name: PeriodName, today: string): ReportPeriod {
  const unit = name === 'last-quarter' ? 'quarter' : name;
  const number = periodOf(unit, dayFromIso(today));
  return { unit, number: name === 'last-quarter' ? number - 1 : number };
}

export function useCompliance({ tiers, companies, visits }: VisitData, period: ReportPeriod): Compliance {
  const { app } = useInterface();
  const today = app.today();
  const { unit, number } = period;
  return useMemo(
    () => visitCompliance({ tiers, companies, visits }, { unit, number }, today),
    [tiers, companies, visits, unit, number, today],
  );
}
