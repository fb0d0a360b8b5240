import { field, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import { KPI_UNITS } from './kpis';

/** The indicators that need something typed, and what it is. */
const INPUT_KPIS = [
  'sales-plan',
  'development-plan',
  'service-cost',
  'service-standard',
  'satisfaction',
  'timely-answers',
] as const;

/**
 * `actual` and `spend`: what came of a plan or budget. `rating`: one answer of a questionnaire, or one assessment. `standard`: the
 * days within which questions are to be answered, which the source leaves open.
 */
const MEASURES = ['plan', 'actual', 'budget', 'spend', 'rating', 'standard'] as const;
export type Measure = (typeof MEASURES)[number];

/**
 * A figure for the indicators that no other record holds: a plan, a budget, a rating (考核数据). Withdrawn it counts no more.
 * @source domain.md §10.1
 */
export const kpiInput = defineKind({
  name: 'kpi-input',
  evidence: false,
  fields: {
    subject: required(field.text()),
    kpi: required(field.choice(INPUT_KPIS)),
    measure: required(field.choice(MEASURES)),
    unit: required(field.choice(KPI_UNITS)),
    /** Any day of the period. */
    day: required(field.date()),
    amount: field.money(),
    number: field.number({ min: 0, max: 1_000_000_000 }),
    company: field.company(),
    note: field.text({ lines: true }),
    owner: field.user(),
  },
  states: ['entered', 'withdrawn'],
  transitions: [
    { name: 'withdraw', from: ['entered'], to: 'withdrawn', reason: true },
    { name: 'restore', from: ['withdrawn'], to: 'entered' },
  ],
  view: {
    title: 'subject',
    columns: ['kpi', 'measure', 'unit', 'day', 'amount', 'number'],
    groups: ['kpi', 'measure', 'unit'],
    sort: { field: 'day', descending: true },
  },
});

export type KpiInputFields = FieldsOf<typeof kpiInput>;
