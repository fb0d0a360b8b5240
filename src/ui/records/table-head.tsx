import { useTranslation } from 'react-i18next';
import type { ViewField } from '@/src/domain/records/custom-field.kind';
import type { ViewState } from '@/src/domain/records/view';
import type { KindReading } from './use-kind-reading';
import type { ShownRows } from './use-shown-rows';
import type { Ticked } from './use-ticked';
import classes from './record-table.module.css';

interface Props {
  readonly of: KindReading;
  readonly columns: readonly ViewField[];
  readonly shown: ShownRows;
  readonly ticked: Ticked;
  readonly onSort: (sort: ViewState['sort']) => void;
}

/** The headings: a click sorts by the column, another one the other way round; the box ticks all that is shown. */
export function TableHead({ of, columns, shown, ticked, onSort }: Props) {
  const { t } = useTranslation('records');
  const { sort } = shown;
  const count = ticked.rows.length;
  const all = count > 0 && count === shown.rows.length;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col">
          <input
            type="checkbox"
            aria-label={t('tickAll')}
            checked={all}
            ref={(box) => {
              if (box) box.indeterminate = count > 0 && !all;
            }}
            onChange={ticked.toggleAll}
          />
        </th>
        {columns.map((field) => {
          const sorted = sort.path === field.path;
          const descending = sorted && sort.descending;
          const way = descending ? 'descending' : 'ascending';
          return (
            <th key={field.path} scope="col" aria-sort={sorted ? way : 'none'}>
              <button
                type="button"
                className={classes['sort']}
                onClick={() => onSort({ path: field.path, descending: sorted && !descending })}
              >
                {of.words.field(field)}
                <span aria-hidden="true">{sorted ? (descending ? ' ↓' : ' ↑') : ''}</span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
