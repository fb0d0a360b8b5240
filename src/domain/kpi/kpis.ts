import type { PeriodUnit } from '@/src/kernel/period';

/** The stretches of time that indicators are assessed by. */
export const KPI_UNITS = ['month', 'quarter', 'year'] as const satisfies readonly PeriodUnit[];
export type KpiUnit = (typeof KPI_UNITS)[number];

export type KpiId =
  | 'sales-plan'
  | 'churn-count'
  | 'development-plan'
  | 'valid-complaints'
  | 'timely-feedback'
  | 'revisit-rate'
  | 'service-cost'
  | 'archive-completeness'
  | 'service-standard'
  | 'satisfaction'
  | 'timely-answers'
  | 'churn-rate'
  | 'new-development-rate';

/** Whose figures it rests on. */
export type DataOwner = 'ka-department' | 'customer-service' | 'finance';

export interface KpiSpec {
  readonly id: KpiId;
  /** The periods it is assessed by. */
  readonly units: readonly KpiUnit[];
  readonly dataOwner: DataOwner;
  /** Of the department, or of the positions in it. */
  readonly of: 'department' | 'position';
  /** A share of a denominator, a number of records, or a mean of ratings. */
  readonly shows: 'share' | 'count' | 'rating';
}

const QUARTERLY: readonly KpiUnit[] = ['quarter', 'year'];
const YEARLY: readonly KpiUnit[] = ['year'];

function kpi(
  id: KpiId,
  units: readonly KpiUnit[],
  more: Partial<Pick<KpiSpec, 'dataOwner' | 'of' | 'shows'>> = {},
): KpiSpec {
  return { id, units, dataOwner: 'ka-department', of: 'department', shows: 'share', ...more };
}

/**
 * The eleven indicators of the department in the order of the source, and the two of the positions that it names without a formula.
 * @source domain.md §10.1: its table has eleven rows; the numbering of the source leaves one number out, no row is missing here.
 * §10.2: the formulas of `churn-rate` and `new-development-rate` are derived.
 */
export const KPIS: readonly KpiSpec[] = [
  kpi('sales-plan', QUARTERLY),
  kpi('churn-count', KPI_UNITS, { shows: 'count' }),
  kpi('development-plan', QUARTERLY),
  kpi('valid-complaints', QUARTERLY, { dataOwner: 'customer-service', shows: 'count' }),
  kpi('timely-feedback', QUARTERLY),
  kpi('revisit-rate', QUARTERLY),
  kpi('service-cost', QUARTERLY, { dataOwner: 'finance' }),
  kpi('archive-completeness', YEARLY),
  kpi('service-standard', YEARLY, { shows: 'rating' }),
  kpi('satisfaction', YEARLY, { shows: 'rating' }),
  kpi('timely-answers', YEARLY),
  kpi('churn-rate', QUARTERLY, { of: 'position' }),
  kpi('new-development-rate', QUARTERLY, { of: 'position' }),
];
