import type { GuardFacts } from '../records/guard';

/**
 * What speaks against following up a company now. Only its account manager may, or who has the confirmed registration while
 * it has none; a registration that nobody has confirmed keeps everybody away, its author too. Goodwill help to a colleague
 * is always allowed, and written down as what it is. @source domain.md §2.2, rule 2
 *
 * A company that nobody has registered and nobody looks after is free: no claim on it can be passed over.
 *
 * @returns `others-client`: it is somebody else's. `unconfirmed`: it is registered, and no registration was confirmed.
 */
export function againstFollowingUp({ fields, actor, pointed, beside }: GuardFacts): readonly string[] {
  const company = pointed.find(({ id, kind }) => kind === 'company' && id === fields['company']);
  if (!company || fields['goodwill'] === 'yes') return [];
  const whose = fields['owner'] ?? actor.name;
  const claims = beside.filter((one) => one.kind === 'registration' && one.fields['company'] === company.id);
  const confirmed = claims.filter(({ state }) => state === 'confirmed').map((one) => one.fields['submittedBy']);
  const owners = company.fields['owner'] === undefined ? confirmed : [company.fields['owner']];
  if (owners.includes(whose)) return [];
  if (owners.length > 0) return ['others-client'];
  return claims.length > 0 ? ['unconfirmed'] : [];
}
