import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entity } from '@/src/domain/analysis/aggregate-source';
import type { ResultTable, Value } from '@/src/domain/analysis/result';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import type { TableAction } from '../../components/table-actions';
import { MakeCompanies } from './make-companies';
import { RowsBehind } from './rows-behind';

/** What a dialog is about. */
type Open =
  | { readonly kind: 'rows'; readonly entity: Entity; readonly keys: readonly string[] }
  | { readonly kind: 'companies'; readonly names: readonly string[] };

/** What can be done with ticked rows of any table that names customers or other entities of the file. */
export function useTableActions(dataset: Row<DatasetFields>): {
  readonly actions: readonly TableAction[];
  readonly dialog: ReactNode;
} {
  const { t } = useTranslation('analysis-page');
  const [open, setOpen] = useState<Open>();
  const actions = useMemo(
    (): readonly TableAction[] => [
      {
        id: 'rows',
        label: t('openRows'),
        takes: ({ columns }) => columns.includes('key'),
        run: (rows, table, entity) => setOpen({ kind: 'rows', entity, keys: textsOf(rows, table, ['key']) }),
      },
      {
        id: 'companies',
        label: t('makeCompanies'),
        takes: ({ columns }, entity) => entity === 'customer' && columns.includes('key'),
        run: (rows, table) => setOpen({ kind: 'companies', names: textsOf(rows, table, ['label', 'key']) }),
      },
    ],
    [t],
  );
  const close = (): void => setOpen(undefined);
  const dialog =
    open?.kind === 'rows' ? (
      <RowsBehind dataset={dataset} entity={open.entity} keys={open.keys} onClose={close} />
    ) : open ? (
      <MakeCompanies file={dataset.fields.name} names={open.names} onClose={close} />
    ) : null;
  return { actions, dialog };
}

/** The first of the columns that the table has, row by row. */
function textsOf(rows: readonly (readonly Value[])[], { columns }: ResultTable, wanted: readonly string[]): string[] {
  const column = columns.indexOf(wanted.find((name) => columns.includes(name)) ?? '');
  return rows.map((row) => String(row[column] ?? ''));
}
