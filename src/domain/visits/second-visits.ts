import type { VisitRow } from './visit.kind';

/** First visits that are worth another one which nobody has planned or made yet (二次拜访), the oldest first. */
export function secondVisits(visits: readonly VisitRow[]): readonly VisitRow[] {
  const live = new Map<string, VisitRow[]>();
  for (const visit of visits) {
    if (visit.state !== 'planned' && visit.state !== 'done') continue;
    live.set(visit.fields.company, [...(live.get(visit.fields.company) ?? []), visit]);
  }
  const isLast = (visit: VisitRow): boolean =>
    (live.get(visit.fields.company) ?? []).every((one) => one.id === visit.id || dayOf(one) < dayOf(visit));
  return madeFirst(visits).filter((one) => one.fields.verdict === 'worth' && isLast(one));
}

/** First visits that were made and not yet sorted into worth another one or not, the oldest first. */
export function unsortedFirstVisits(visits: readonly VisitRow[]): readonly VisitRow[] {
  return madeFirst(visits).filter(({ fields }) => fields.verdict === undefined);
}

function madeFirst(visits: readonly VisitRow[]): readonly VisitRow[] {
  return visits
    .filter(({ state, fields }) => state === 'done' && fields.occasion === 'first')
    .toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : Number(dayOf(a) > dayOf(b))));
}

function dayOf({ fields }: VisitRow): string {
  return fields.doneOn ?? fields.day;
}
