import type { NotebookRun } from '@/src/app/cell-result';
import { factAt } from '@/src/app/fact-at';
import { ANALYSES } from '@/src/domain/analysis/catalogue';
import type { Value, ValueType } from '@/src/domain/analysis/result';
import type { AnalysisRun } from '@/src/domain/analysis/run-analysis';
import type { InputSpec } from '@/src/domain/notebook/notebook';
import { useInterface } from '../../app-context';
import type { Format } from '../../i18n/format';

/** What a fact of a notebook says in the language of the interface: `pareto.k`, a value of a program, a parameter. */
export function useFactText(
  standings: NotebookRun['standings'],
  inputs: ReadonlyMap<string, InputSpec>,
  values: ReadonlyMap<string, string | number>,
): (name: string) => string | undefined {
  const { format } = useInterface();
  return (name) => {
    const fact = factAt(name, (key) => standings.get(key)?.result, values);
    if (!fact) return undefined;
    const isOfInput = !standings.has(name) && isShare(inputs.get(name));
    return inSentence(format, fact.value, isOfInput ? 'share' : fact.type);
  };
}

/** Numbers up to 1 are shares of something. */
function isShare(spec: InputSpec | undefined): boolean {
  return spec?.type === 'number' && spec.max <= 1;
}

/** A fact of an analysis as it stands in a sentence; undefined where there is none. */
export function factText(format: Format, { analysis, outcome }: AnalysisRun, name: string): string | undefined {
  if (!Object.hasOwn(outcome.facts, name)) return undefined;
  return inSentence(format, outcome.facts[name] ?? null, ANALYSES.get(analysis)?.factTypes[name] ?? 'text');
}

/** In a sentence 80 % reads better than 80.0 %. */
function inSentence(format: Format, value: Value, type: ValueType): string {
  return type === 'share' && value !== null ? format.share(Number(value)) : format.value(value, type);
}
