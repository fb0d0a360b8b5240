import type { NotebookRun } from '@/src/app/cell-result';
import { factAt } from '@/src/app/fact-at';
import type { Value, ValueType } from '@/src/domain/analysis/result';
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

/** In a sentence 80 % reads better than 80.0 %. */
function inSentence(format: Format, value: Value, type: ValueType): string {
  return type === 'share' && value !== null ? format.share(Number(value)) : format.value(value, type);
}
