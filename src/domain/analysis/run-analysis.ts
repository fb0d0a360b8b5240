import { err, type Result, ok } from '@/src/kernel/result';
import type { AggregateSource, Entity } from './aggregate-source';
import { ANALYSES } from './catalogue';
import { readParameters, type ParameterError, type ParameterSpecs } from './parameter';
import type { Outcome } from './result';

/** What an analysis said, with everything needed to say it again. */
export interface AnalysisRun {
  readonly analysis: string;
  readonly version: number;
  /** All parameters, defaults included. */
  readonly params: Readonly<Record<string, string | number>>;
  readonly outcome: Outcome;
}

export type AnalysisError =
  ParameterError | { readonly code: 'unknown-analysis'; readonly name: string; readonly allowed: string };

/**
 * Runs one analysis by name over any source.
 * Errors: `unknown-analysis`, `unknown-parameter`, `not-allowed` (also an entity that the file has no column for).
 */
export async function runAnalysis(
  source: AggregateSource,
  name: string,
  given: Readonly<Record<string, unknown>>,
): Promise<Result<AnalysisRun, AnalysisError>> {
  const analysis = ANALYSES.get(name);
  if (!analysis) return err({ code: 'unknown-analysis', name, allowed: [...ANALYSES.keys()].join(', ') });
  const params = readParameters(analysis.parameters, given);
  if (!params.ok) return params;
  const missing = missingEntity(analysis.parameters, params.value, source.entities);
  if (missing !== undefined) {
    return err({ code: 'not-allowed', name: missing, allowed: source.entities.join(', ') });
  }
  const outcome = await analysis.run(source, params.value);
  return ok({ analysis: name, version: analysis.version, params: params.value, outcome });
}

/** The name of a parameter whose value the file has no column for. */
function missingEntity(
  specs: ParameterSpecs,
  values: Readonly<Record<string, string | number>>,
  entities: readonly Entity[],
): string | undefined {
  return Object.keys(specs).find((name) => {
    const value = values[name];
    return specs[name]?.type === 'entity' && value !== '' && !(entities as readonly unknown[]).includes(value);
  });
}
