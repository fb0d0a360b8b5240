import type { Day } from '@/src/kernel/calendar';
import type { Money } from '../records/field';
import type { Measure } from './kpi-input.kind';
import type { KpiId, KpiUnit } from './kpis';

/** A record that a figure rests on. */
export interface KpiRef {
  readonly kind: string;
  readonly id: string;
}

/** An account through time: the states it came to, in order of time; the first is the one it was filed in. */
export interface AccountHistory {
  readonly id: string;
  readonly changes: readonly { readonly day: Day; readonly state: string }[];
}

export interface ComplaintFact {
  readonly id: string;
  readonly receivedOn: Day;
  /** Undefined while it is not solved, or not again. */
  readonly solvedOn: Day | undefined;
  /** When the client was asked whether it is satisfied. */
  readonly checkedOn: Day | undefined;
  /** The fault was found to be ours (有效投诉). */
  readonly isValid: boolean;
}

export interface VisitFact {
  readonly id: string;
  readonly day: Day;
  readonly isDone: boolean;
}

export interface KpiInputFact {
  readonly id: string;
  readonly kpi: KpiId;
  readonly measure: Measure;
  readonly unit: KpiUnit;
  readonly day: Day;
  readonly amount: Money | undefined;
  readonly number: number | undefined;
}

/** All that the board is computed from. What this workspace has no records for is undefined, which is not the same as none. */
export interface KpiFacts {
  readonly today: Day;
  readonly accounts: readonly AccountHistory[];
  /** Year → the companies on its frozen key-account list; in other years every customer on file counts as one. */
  readonly keyLists: ReadonlyMap<number, ReadonlySet<string>>;
  readonly complaints: readonly ComplaintFact[] | undefined;
  readonly visits: readonly VisitFact[] | undefined;
  readonly inputs: readonly KpiInputFact[];
  /** Filled ÷ wanted over all accounts, as they are now. */
  readonly archive: { readonly done: number; readonly wanted: number } | undefined;
}

/** The period that is assessed: `period` counts as in `kernel/period`. */
export interface KpiPeriod {
  readonly unit: KpiUnit;
  readonly period: number;
}
