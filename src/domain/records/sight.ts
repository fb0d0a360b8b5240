import type { RecordId } from '@/src/kernel/ids';
import type { AccessRequestRow } from './access-request.kind';
import { isAmong, type Actor } from './actor';
import type { Kind } from './kind';
import type { Row } from './record';
import { ownerOf } from './transition';
import { plainFields } from './values';

/** Who looks, and the records that were opened to them by an approved request. */
export interface Viewer {
  readonly actor: Actor;
  readonly granted: ReadonlySet<RecordId>;
}

/** Whether the viewer may see a record of the kind. @source domain.md §3.4: own ones, all for managers, others by approval */
export function maySee(kind: Kind, row: Pick<Row, 'id' | 'fields'>, { actor, granted }: Viewer): boolean {
  const { see } = kind.rights;
  return see === undefined || granted.has(row.id) || isAmong(see, actor, ownerOf(plainFields(kind.fields, row.fields)));
}

/** The state of a request that was granted. */
export const GRANTED = 'granted';

/** The records that requests open to somebody on a day: the last day of a grant is one of its days. */
export function grantedTo(name: string, requests: readonly AccessRequestRow[], today: string): ReadonlySet<RecordId> {
  return new Set(
    requests
      .filter(({ state, fields: { owner, until } }) => state === GRANTED && owner === name && (until ?? '') >= today)
      .flatMap(({ fields }) => fields.target ?? []),
  );
}

/** What a closed record shows of itself: only the fields that tell its class. */
export function closedRow(kind: Kind, row: Row): Row {
  const shown = kind.view?.closed ?? [];
  const fields = Object.fromEntries(Object.entries(row.fields).filter(([name]) => shown.includes(name)));
  const { id, state, origin } = row;
  return { id, kind: kind.name, state, fields, keys: [], origin };
}
