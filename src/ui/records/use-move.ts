import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchId } from '@/src/kernel/ids';
import type { MoveError } from '@/src/app/move-record';
import type { Kind } from '@/src/domain/records/kind';
import type { Row } from '@/src/domain/records/record';
import type { Verdict } from '@/src/domain/records/transition';
import { useInterface } from '../app-context';
import { useSentence } from '../components/use-sentence';
import { useKindWords } from './kind-words';
import { titleIn } from './use-reading';

/** A move that did not pass by itself: the dialog asks for what is missing. */
export interface Ask {
  readonly kind: Kind;
  readonly row: Row;
  readonly verdict: Verdict;
}

export interface Mover {
  /** What the dialog is to ask; undefined while nothing is to be asked. */
  readonly ask: Ask | undefined;
  /** Moves the record, or asks, or says why it cannot be moved. */
  readonly move: (kind: Kind, row: Row, to: string) => Promise<void>;
  /** What somebody has found out already: asks at once. */
  readonly askFor: (ask: Ask) => void;
  readonly close: () => void;
}

/** Moving records from state to state: what passes is told with its undo, what does not is asked for or explained. */
export function useMove(): Mover {
  const { app, tell } = useInterface();
  const tellMoved = useTellMoved();
  const explain = useExplained();
  const [ask, setAsk] = useState<Ask>();
  const close = useCallback(() => setAsk(undefined), []);
  return {
    ask,
    close,
    askFor: setAsk,
    move: async (kind, row, to) => {
      const moved = await app.records.move({ kind, record: row.id, to });
      if (moved.ok) tellMoved({ kind, row, to }, moved.value.batchId);
      else if ('verdict' in moved.error) setAsk({ kind, row, verdict: moved.error.verdict });
      else tell({ text: explain({ kind, row, to }, moved.error), tone: 'bad' });
    },
  };
}

interface Wanted {
  readonly kind: Kind;
  readonly row: Row;
  readonly to: string;
}

/** Says that a record was moved, and how, with the way back. */
export function useTellMoved(): (moved: Wanted, batch: BatchId) => void {
  const { tell } = useInterface();
  const { t } = useTranslation('board');
  const wordsOf = useKindWords();
  return ({ kind, row, to }, batch) => {
    const words = wordsOf(kind);
    const name = kind.transitions.find((one) => one.to === to && one.from.includes(row.state))?.name ?? to;
    const values = { title: titleIn(kind, row), transition: words.transition(name), state: words.state(to) };
    tell({ text: t('moved', values), undo: batch });
  };
}

/** Why nothing can be asked that would make the move pass. */
function useExplained(): (wanted: Wanted, error: MoveError) => string {
  const { format } = useInterface();
  const { t } = useTranslation('board');
  const sentence = useSentence();
  const wordsOf = useKindWords();
  return ({ kind, row, to }, error) => {
    const words = wordsOf(kind);
    const title = titleIn(kind, row);
    if (error.code !== 'no-way') return t('notMoved', { title, why: sentence(error) });
    const ways = kind.transitions.filter(({ from }) => from.includes(row.state)).map((one) => words.state(one.to));
    const list = new Intl.ListFormat(format.language, { type: 'disjunction' }).format(ways);
    const from = words.state(row.state);
    const no = t('noWay', { title, from, to: words.state(to) });
    return `${no} ${ways.length === 0 ? t('noWays', { from }) : t('otherWays', { from, list })}`;
  };
}
