import { useCallback, useMemo, useState } from 'react';
import type { RecordId } from '@/src/kernel/ids';
import type { Row } from '@/src/domain/records/record';

export interface Ticked {
  /** Those that are ticked and shown, in the order of the list. What a filter hides is not acted upon. */
  readonly rows: readonly Row[];
  readonly has: (id: RecordId) => boolean;
  /** @param range all from the row last ticked to this one. */
  readonly toggle: (id: RecordId, range: boolean) => void;
  /** All that are shown, or none when all were. */
  readonly toggleAll: () => void;
  readonly clear: () => void;
}

interface State {
  readonly ids: ReadonlySet<RecordId>;
  readonly last: RecordId | undefined;
}

const NONE: State = { ids: new Set(), last: undefined };

export function useTicked(shown: readonly Row[]): Ticked {
  const [{ ids, last }, setState] = useState(NONE);
  const rows = useMemo(() => (ids.size === 0 ? [] : shown.filter(({ id }) => ids.has(id))), [shown, ids]);
  const toggle = useCallback(
    (id: RecordId, range: boolean) => {
      const next = new Set(ids);
      const set = (one: RecordId): unknown => (ids.has(id) ? next.delete(one) : next.add(one));
      for (const one of range ? between(shown, last, id) : [id]) set(one);
      setState({ ids: next, last: id });
    },
    [ids, last, shown],
  );
  const all = rows.length === shown.length;
  const toggleAll = useCallback(
    () => setState(all ? NONE : { ids: new Set(shown.map(({ id }) => id)), last: undefined }),
    [all, shown],
  );
  const clear = useCallback(() => setState(NONE), []);
  return useMemo(
    () => ({ rows, has: (id: RecordId) => ids.has(id), toggle, toggleAll, clear }),
    [rows, ids, toggle, toggleAll, clear],
  );
}

function between(shown: readonly Row[], from: RecordId | undefined, to: RecordId): RecordId[] {
  const end = shown.findIndex(({ id }) => id === to);
  const start = from === undefined ? -1 : shown.findIndex(({ id }) => id === from);
  if (start < 0) return [to];
  return shown.slice(Math.min(start, end), Math.max(start, end) + 1).map(({ id }) => id);
}
