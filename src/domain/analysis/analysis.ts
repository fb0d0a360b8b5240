import type { Aggregate, AggregateSource } from './aggregate-source';
import type { Parameters, ParameterSpecs } from './parameter';
import type { ChartSpec, Outcome, ValueType, Words } from './result';

/** A named analysis: numbers in, numbers out, and how they are drawn. Knows no file, no screen and no language. */
export interface Analysis<S extends ParameterSpecs = ParameterSpecs> {
  readonly name: string;
  /** Goes up whenever a definition changes, so that two results can be told apart. */
  readonly version: number;
  /** What it asks of a source: nothing else. */
  readonly needs: readonly Aggregate[];
  readonly parameters: S;
  /** Every fact it may give, and how it is shown. */
  readonly factTypes: Readonly<Record<string, ValueType>>;
  run(source: AggregateSource, parameters: Parameters<S>): Promise<Outcome>;
  charts(outcome: Outcome, words: Words): Readonly<Record<string, ChartSpec>>;
}

export function defineAnalysis<const S extends ParameterSpecs>(analysis: Analysis<S>): Analysis<S> {
  return analysis;
}
