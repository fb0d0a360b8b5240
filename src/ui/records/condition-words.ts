import { useTranslation } from 'react-i18next';
import type { ViewField } from '@/src/domain/records/custom-field.kind';
import { STATE } from '@/src/domain/records/record';
import type { Condition, Operator } from '@/src/domain/records/view';
import { stateField, type KindReading } from './use-kind-reading';

/** What can be asked of a field, the usual question first. */
export function operatorsOf({ path, spec }: ViewField): readonly Operator[] {
  if (path === STATE) return ['is', 'not'];
  const filled: readonly Operator[] = spec.required ? [] : ['filled', 'empty'];
  if (spec.type === 'choice') return ['is', 'not', ...filled];
  if (spec.type === 'number' || spec.type === 'money' || spec.type === 'date' || spec.type === 'moment') {
    return ['from', 'to', 'is', 'not', ...filled];
  }
  return spec.type === 'link' || spec.type === 'user'
    ? ['is', 'not', 'has', ...filled]
    : ['has', 'is', 'not', ...filled];
}

/** The fields that conditions can be about: the state first where there is more than one. */
export function askedFields({ kind, fields }: KindReading): readonly ViewField[] {
  return kind.states.length > 1 ? [stateField(kind), ...fields] : fields;
}

/** A condition as words: “Industry is Pumps / Valves”. */
export function useConditionWords(of: KindReading): (condition: Condition) => string {
  const { t } = useTranslation('records');
  return ({ path, operator, values }) => {
    const field = askedFields(of).find((one) => one.path === path);
    const word = (value: string): string => (field && operator !== 'has' ? valueWord(field, value, of) : value);
    const name = of.words.field(field ?? { path, label: undefined });
    return [name, t(`operator.${operator}`), values.map(word).join(' / ')].filter((part) => part !== '').join(' ');
  };
}

/** Amounts and numbers stand in conditions as they were typed. */
function valueWord(field: ViewField, value: string, { reading }: KindReading): string {
  const { type } = field.spec;
  const said = type === 'number' || type === 'money' || (type === 'date' && !/^\d{4}-\d\d-\d\d$/.test(value));
  return said ? value : reading.text(field, value) || value;
}
