import { useTranslation } from 'react-i18next';
import type { ViewField } from '@/src/domain/records/custom-field.kind';
import type { Kind } from '@/src/domain/records/kind';
import type { Row } from '@/src/domain/records/record';
import type { Verdict } from '@/src/domain/records/transition';
import { keyOf, valuesAt } from '@/src/domain/records/view';
import { useInterface } from '../app-context';
import { useSentence } from '../components/use-sentence';
import type { ColumnKey, ColumnMoves } from './board-columns';
import type { MoveOption } from './move-menu';
import type { KindReading } from './use-kind-reading';
import { useMove, type Mover } from './use-move';
import { titleIn } from './use-reading';
import { useRecordWrites } from './use-record-writes';

interface BoardMoves extends ColumnMoves, Pick<Mover, 'ask' | 'close'> {}

/** What a change of column means: a way to another state, or where columns are by a field another value of it. */
export function useBoardMoves(kind: Kind, group: ViewField | undefined, of: KindReading): BoardMoves {
  const { app } = useInterface();
  const { t } = useTranslation('board');
  const sentence = useSentence();
  const { ask, close, move } = useMove();
  const setField = useFieldEdit(group, of);
  const { words, reading } = of;
  const titleOf = (key: ColumnKey): string => {
    if (key === undefined) return group ? t('without', { field: words.field(group) }) : '';
    return group ? reading.text(group, key) : words.state(key);
  };
  const keyIn = (row: Row): ColumnKey => {
    if (!group) return row.state;
    const [value] = valuesAt(row, group);
    return value === undefined ? undefined : keyOf(value);
  };
  const hintOf = ({ forbidden, missing, refusals }: Verdict): string => {
    if (forbidden) return sentence({ code: 'forbidden' });
    const list = missing.map((path) => words.field({ path, label: undefined })).join(', ');
    return [...(list === '' ? [] : [t('asksFor', { list })]), ...refusals.map(words.refusal)].join(' · ');
  };
  const wayOption = (verdict: Verdict): MoveOption => {
    const { transition, forbidden } = verdict;
    const names = { transition: words.transition(transition.name), state: words.state(transition.to) };
    return { key: transition.to, label: t('way', names), hint: hintOf(verdict), forbidden };
  };
  return {
    ask,
    close,
    titleOf,
    keyOf: keyIn,
    leadsTo: (row, key) =>
      keyIn(row) !== key &&
      (group !== undefined || kind.transitions.some(({ from, to }) => to === key && from.includes(row.state))),
    moveTo: (row, key) => (group ? setField(row, key, titleOf(key)) : move(kind, row, key ?? '')),
    options: async (row, columns) => {
      if (!group) return (await app.records.waysOut(kind, row.id)).map(wayOption);
      const others = columns.filter(({ key }) => key !== keyIn(row));
      return others.map(({ key }) => ({ key, label: titleOf(key), hint: '', forbidden: false }));
    },
  };
}

function useFieldEdit(group: ViewField | undefined, { kind, words }: KindReading) {
  const { tell } = useInterface();
  const { t } = useTranslation('board');
  const writes = useRecordWrites(kind);
  return async (row: Row, key: ColumnKey, value: string): Promise<void> => {
    if (!group) return;
    const title = titleIn(kind, row);
    const said = t('set', { title, field: words.field(group), value });
    const why = await writes.edit([row.id], { [group.path]: key ?? '' }, said);
    if (why !== undefined) tell({ text: t('notMoved', { title, why }), tone: 'bad' });
  };
}
