import { Loader, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CellState } from '@/src/app/cell-result';
import classes from './notebook-view.module.css';

/** Beside the words, so that states differ at a glance and not by colour alone. */
const SIGNS: Readonly<Record<Exclude<CellState, 'running'>, string>> = {
  new: '○',
  fresh: '✓',
  stale: '↻',
  failed: '✕',
  waiting: '‖',
  untrusted: '⊘',
};

/** How a cell stands, in words and with a sign. */
export function StateSign({ state }: { state: CellState }) {
  const { t } = useTranslation('notebook');
  return (
    <Text span size="xs" role="status" className={classes['state'] ?? ''} data-state={state}>
      {state === 'running' ? <Loader size={10} aria-hidden="true" /> : <span aria-hidden="true">{SIGNS[state]}</span>}
      {t(`state.${state}`)}
    </Text>
  );
}
