import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnalysisRun } from '@/src/domain/analysis/run-analysis';
import { subjectOf, type TableAction } from '../../components/table-actions';
import { MAKE_COMPANIES } from './use-table-actions';

/** From the answer to the work: the few who make the revenue become key accounts. Nothing where the answer names no customers. */
export function KeyAccountsButton({ run, actions }: { run: AnalysisRun; actions: readonly TableAction[] }) {
  const { t } = useTranslation('analysis-page');
  const few = run.outcome.tables['keySet'];
  const make = actions.find(({ id }) => id === MAKE_COMPANIES);
  const subject = subjectOf(run);
  if (!few || few.rows.length === 0 || !make?.takes(few, subject)) return null;
  return (
    <Button onClick={() => void make.run(few.rows, few, subject)} data-action="key-accounts">
      {t('makeKeyAccounts', { count: few.rows.length })}
    </Button>
  );
}
