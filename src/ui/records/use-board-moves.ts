import { useTranslation } from 'react-i18next';
import type { ViewField } from '@/src/domain/records/custom-field.kind';
import type { Kind } from '@/src/domain/records/kind';
import type { Row } from '@/src/domain/records/record';
import type { Verdict } from '@/src/domain/records/transition';
import { keyOf, valuesAt, type RowGroup } from '@/src/domain/records/view';
import { useInterface } from '../app-context';
import { useSentence } from '../components/use-sentence';
import type { MoveOption } from './move-menu';
import type { KindReading } from './use-kind-reading';
import { useMove, type Mover } from './use-move';
import { titleIn } from './use-reading';
import { useRecordWrites } from './use-record-writes';

/** The value a column stands for; undefined for records without one. */
type Key = string | undefined;

interface BoardMoves extends Pick<Mover, 'ask' | 'close'> {
  readonly titleOf: (key: Key) => string;
  /** The column a record is in. */
  readonly keyOf: (row: Row) => Key;
  /** Whether a record can be brought from its column to that one, what it needs for it given. */
  readonly leadsTo: (row: Row, key: Key) => boolean;
  readonly moveTo: (row: Row, key: Key) => Promise<void>;
  readonly options: (row: Row, columns: readonly RowGroup[]) => Promise<readonly MoveOption[]>;
}

/** What a change of column means: a way to another state, or where columns are by a field another value of it. */
export function useBoardMoves(kind: Kind, group: ViewField | undefined, of: KindReading): BoardMoves {
  const { app } = useInterface();
  const { t } = useTranslation('board');
  const sentence = useSentence();
  const { ask, close, move } = useMove();
  const setField = useFieldEdit(group, of);
  const { words, reading } = of;
  const titleOf = (key: Key): string => {
    if (key === undefined) return group ? t('without', { field: words.field(group) }) : '';
    return group ? reading.text(group, key) : words.state(key);
  };
  const keyIn = (row: Row): Key => {
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
  return async (row: Row, key: Key, value: string): Promise<void> => {
    if (!group) return;
    const title = titleIn(kind, row);
    const said = t('set', { title, field: words.field(group), value });
    const why = await writes.edit([row.id], { [group.path]: key ?? '' }, said);
    if (why !== undefined) tell({ text: t('notMoved', { title, why }), tone: 'bad' });
  };
}
