import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellsQuery } from '@/src/domain/analysis/cohort-customers';
import type { Entity } from '@/src/domain/analysis/aggregate-source';
import type { ResultTable, Value } from '@/src/domain/analysis/result';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import type { TableAction, TableSubject } from '../../components/table-actions';
import { CustomersBehind } from './customers-behind';
import { MakeCompanies } from './make-companies';
import { RowsBehind } from './rows-behind';

/** Files customers as companies. */
export const MAKE_COMPANIES = 'companies';

/** What a dialog is about. */
type Open =
  | { readonly kind: 'rows'; readonly entity: Entity; readonly keys: readonly string[] }
  | { readonly kind: 'companies'; readonly customers: ReadonlyMap<string, readonly string[]> }
  | { readonly kind: 'customers'; readonly query: CellsQuery };

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
        run: (rows, table, { entity }) => setOpen({ kind: 'rows', entity, keys: textsOf(rows, table, ['key']) }),
      },
      {
        id: MAKE_COMPANIES,
        label: t('makeCompanies'),
        takes: ({ columns }, { entity }) => entity === 'customer' && columns.includes('key'),
        run: (rows, table) => {
          const keys = textsOf(rows, table, ['key']);
          const customers = new Map<string, string[]>();
          textsOf(rows, table, ['label', 'key']).forEach((label, i) => {
            const name = label.trim();
            customers.set(name, [...(customers.get(name) ?? []), keys[i] ?? label]);
          });
          setOpen({ kind: 'companies', customers });
        },
      },
      {
        id: 'cell-customers',
        label: t('openCustomers'),
        takes: ({ columns }) => columns.includes('cohort') && columns.includes('age'),
        run: (rows, table, { params }) => setOpen({ kind: 'customers', query: cellsQuery(rows, table, params) }),
      },
    ],
    [t],
  );
  const close = (): void => setOpen(undefined);
  return {
    actions,
    dialog: open ? <OpenDialog open={open} dataset={dataset} actions={actions} onClose={close} /> : null,
  };
}

function OpenDialog(props: {
  open: Open;
  dataset: Row<DatasetFields>;
  actions: readonly TableAction[];
  onClose: () => void;
}) {
  const { open, dataset, actions, onClose } = props;
  if (open.kind === 'rows')
    return <RowsBehind dataset={dataset} entity={open.entity} keys={open.keys} onClose={onClose} />;
  if (open.kind === 'customers')
    return <CustomersBehind dataset={dataset} query={open.query} actions={actions} onClose={onClose} />;
  return <MakeCompanies dataset={dataset} customers={open.customers} onClose={onClose} />;
}

function cellsQuery(
  rows: readonly (readonly Value[])[],
  { columns }: ResultTable,
  { unit, by, retention }: TableSubject['params'],
): CellsQuery {
  const [cohort, age] = [columns.indexOf('cohort'), columns.indexOf('age')];
  return {
    // Safe: checked against what the analysis takes before the run.
    unit: unit as CellsQuery['unit'],
    by: by as CellsQuery['by'],
    retention: retention as CellsQuery['retention'],
    cells: rows.map((row) => ({ cohort: String(row[cohort] ?? ''), age: Number(row[age] ?? 0) })),
  };
}

/** The first of the columns that the table has, row by row. */
function textsOf(rows: readonly (readonly Value[])[], { columns }: ResultTable, wanted: readonly string[]): string[] {
  const column = columns.indexOf(wanted.find((name) => columns.includes(name)) ?? '');
  return rows.map((row) => String(row[column] ?? ''));
}
