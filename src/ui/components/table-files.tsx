import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ResultTable } from '@/src/domain/analysis/result';
import { writeCsv } from '@/src/domain/tabular/write-csv';
import { useInterface } from '../app-context';

interface Props {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly headers: readonly string[];
  readonly table: ResultTable;
}

/** Hands over exactly what a page shows, as CSV or as a workbook in which numbers are numbers. */
export function TableFiles({ name, headers, table }: Props) {
  const { app, tell } = useInterface();
  const { t } = useTranslation('kpi');
  const save = (ending: string, blob: Blob): void => {
    app.host.saveFile(`${name}.${ending}`, blob);
    tell({ text: t('saved', { name: `${name}.${ending}` }) });
  };
  const csv = (): void => save('csv', new Blob([writeCsv([headers, ...table.rows])], { type: 'text/csv' }));
  const xlsx = async (): Promise<void> => save('xlsx', await app.reports.workbook([{ name, headers, table }]));
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={csv}>
        {t('csv')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => void xlsx()}>
        {t('xlsx')}
      </Button>
    </>
  );
}
