import { useDeferredValue, useEffect, useMemo } from 'react';
import { STATE, type Path, type Row } from '@/src/domain/records/record';
import { foldTexts, groupRows, selectRows, sortRows, valuesAt, type ViewState } from '@/src/domain/records/view';
import { stateField, type KindReading } from './use-kind-reading';

/** Over a group of records; `key` tells it from every other heading, also by other fields. */
export interface GroupHeading {
  readonly key: string;
  readonly heading: string | undefined;
  readonly count: number;
}

/** A line of the list: a record, or the heading over a group of them. */
export type Line = Row | GroupHeading;

export function isRow(line: Line | undefined): line is Row {
  return line !== undefined && !('heading' in line);
}

export interface ShownRows {
  /** In the order in which they are shown. */
  readonly rows: readonly Row[];
  readonly lines: readonly Line[];
  readonly sort: { readonly path: Path; readonly descending: boolean };
}

/** Rows are sorted first, then conditions asked, then the text looked for: typing does only the last. */
export function useShownRows(rows: readonly Row[], view: ViewState, of: KindReading): ShownRows {
  const { kind, fields, reading } = of;
  const usual = kind.view?.sort;
  const path = view.sort?.path ?? usual?.field ?? STATE;
  const descending = view.sort?.descending ?? usual?.descending ?? false;
  const text = useDeferredValue(view.text);
  const { where, group } = view;
  useFoldedAhead(rows, of);
  const sorted = useMemo(
    () => sortRows(kind, rows, { path, descending }, { fields, reading }),
    [kind, rows, path, descending, fields, reading],
  );
  const asked = useMemo(
    () => selectRows(sorted, { text: '', where }, fields, reading),
    [sorted, where, fields, reading],
  );
  const selected = useMemo(
    () => selectRows(asked, { text, where: [] }, fields, reading),
    [asked, text, fields, reading],
  );
  const grouped = useMemo(() => linesOf(selected, group, of), [selected, group, of]);
  return useMemo(() => ({ ...grouped, sort: { path, descending } }), [grouped, path, descending]);
}

function linesOf(rows: readonly Row[], group: Path | undefined, of: KindReading): Pick<ShownRows, 'rows' | 'lines'> {
  const { kind, fields, reading } = of;
  const field = group === STATE ? stateField(kind) : fields.find(({ path }) => path === group);
  if (!field) return { rows, lines: rows };
  const groups = groupRows(kind, rows, field.path, fields).filter((one) => one.rows.length > 0);
  const lines = groups.flatMap(({ key, rows }): Line[] => {
    const [first] = rows;
    const value = field.path === STATE ? first?.state : first && valuesAt(first, field)[0];
    const heading = key === undefined ? undefined : reading.text(field, value);
    return [{ key: `${field.path}~${key ?? ''}`, heading, count: rows.length }, ...rows];
  });
  return { rows: groups.flatMap((one) => one.rows), lines };
}

/** Rows folded in one go: some 20 ms. */
const SLICE = 1000;

/** Folds the texts of all rows in slices while nothing else is to be done, so that the first letter typed need not. */
function useFoldedAhead(rows: readonly Row[], { fields, reading }: KindReading): void {
  useEffect(() => {
    let at = 0;
    let timer: ReturnType<typeof setTimeout>;
    const slice = (): void => {
      foldTexts(rows.slice(at, at + SLICE), fields, reading);
      at += SLICE;
      if (at < rows.length) timer = setTimeout(slice, 10);
    };
    timer = setTimeout(slice, 200);
    return () => clearTimeout(timer);
  }, [rows, fields, reading]);
}
