import type { CompanyField } from '../capture/found';
import { company } from '../parties/company.kind';
import { relationOf } from '../parties/party-update';
import type { Suggestion } from './provider';
import { isSameAddress } from './same-address';

/** What the law makes a company say, which the page that the law asks for has best, and registers. */
const LEGAL: ReadonlySet<CompanyField> = new Set<CompanyField>([
  'legalName',
  'registrationIds',
  'legalRepresentative',
  'registeredCapital',
  'founded',
  'registrationState',
]);
const SOURCES = 5;

/**
 * The suggestions with equal values as one, each field's best first. Providers that agree raise the confidence: 1 − Π(1 − c).
 * Pages of one provider do not, for a site copies itself: the surest counts. Of legal facts those of the imprint and of
 * registers come first, then the surer; of all others the surer, then those of the contact page. Ties keep the order in which they came.
 * @source guides/capture §3.3 (3) and (4)
 */
export function mergeSuggestions(suggestions: readonly Suggestion[]): Suggestion[] {
  const groups: Suggestion[][] = [];
  for (const one of suggestions) {
    const group = groups.find(([first]) => first && saysTheSame(first, one));
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups.flatMap(asOne).sort((a, b) => rank(a) - rank(b) || b.confidence - a.confidence || late(a) - late(b));
}

function saysTheSame(a: Suggestion, b: Suggestion): boolean {
  if (a.field !== b.field) return false;
  if (a.field === 'addresses' && isSameAddress(a.value, b.value)) return true;
  return relationOf(company.fields[a.field], [a.value], b.value) === 'same';
}

function asOne(group: readonly Suggestion[]): Suggestion[] {
  const byProvider = new Map<string, number>();
  for (const { provider, confidence } of group)
    byProvider.set(provider, Math.max(byProvider.get(provider) ?? 0, confidence));
  const doubt = [...byProvider.values()].reduce((product, one) => product * (1 - one), 1);
  const [best] = [...group].sort(
    (a, b) => rank(a) - rank(b) || b.confidence - a.confidence || fullness(b) - fullness(a),
  );
  if (!best) return [];
  const confidence = byProvider.size > 1 ? 1 - doubt : Math.max(...byProvider.values());
  const rest = group.filter((one) => one !== best).flatMap(({ sources }) => sources);
  return [{ ...best, confidence, sources: [...best.sources, ...rest].slice(0, SOURCES) }];
}

/** Of two writings of an address as sure, the one that says more. */
function fullness({ field, value }: Suggestion): number {
  return field === 'addresses' ? value.length : 0;
}

function rank({ field, role }: Suggestion): number {
  return LEGAL.has(field) && role !== 'imprint' && role !== 'register' ? 1 : 0;
}

const LATE: Readonly<Record<Suggestion['role'], number>> = {
  contact: 0,
  imprint: 1,
  register: 2,
  home: 3,
  about: 4,
  team: 5,
};

function late({ role }: Suggestion): number {
  return LATE[role];
}
