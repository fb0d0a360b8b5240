import { useTranslation } from 'react-i18next';
import type { CellError } from '@/src/app/cell-result';

/** Why a cell gave nothing, as one plain sentence. */
export function useCellSentence(): (error: CellError) => string {
  const { t } = useTranslation('notebook');
  return (error) => {
    const code = error.code === 'cell-failed' && error.line !== undefined ? 'cell-failed-at' : error.code;
    return t(`error.${code}`, { ...NOTHING, ...error });
  };
}

const NOTHING = { detail: '', name: '', allowed: '', line: 0, seconds: 0, limit: 0 };
