import type { Proposal } from '@/src/domain/enrich/propose';
import { company } from '@/src/domain/parties/company.kind';

/** What the user says of a proposal; nothing leaves the record as it is and asks again the next time. */
export type Decision = 'accept' | 'refuse';

/** By the ids of the proposals. */
export type Decisions = ReadonlyMap<string, Decision>;

/** The decisions with one more, or one less where it is taken back. Of a field that holds one value only one is accepted. */
export function withDecision(
  known: Decisions,
  list: readonly Proposal[],
  { id, field }: Proposal,
  decision: Decision | undefined,
): Decisions {
  const rivals = decision === 'accept' && !company.fields[field].many ? list.filter((one) => one.field === field) : [];
  const gone = new Set([id, ...rivals.flatMap((one) => (known.get(one.id) === 'accept' ? one.id : []))]);
  const next = new Map([...known].filter(([one]) => !gone.has(one)));
  return decision ? next.set(id, decision) : next;
}

/** These accepted and no others, the first of each field that holds one value; what was refused stays refused. */
export function acceptingOnly(known: Decisions, proposals: readonly Proposal[]): Decisions {
  const refused = [...known].filter(([, decision]) => decision === 'refuse');
  const next = new Map<string, Decision>(refused);
  const filled = new Set<string>();
  for (const { id, field } of proposals) {
    if (next.has(id) || filled.has(field)) continue;
    if (!company.fields[field].many) filled.add(field);
    next.set(id, 'accept');
  }
  return next;
}

/** The proposals on which this was decided, in their order. */
export function decidedAs(known: Decisions, list: readonly Proposal[], wanted: Decision): Proposal[] {
  return list.filter(({ id }) => known.get(id) === wanted);
}
