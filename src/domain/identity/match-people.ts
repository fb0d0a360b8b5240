import { EQUAL, holding, meet, type Match, type Reason, type Tier } from './match';
import { comparePersonNames } from './person-name';

/** What identifies a person, in normal forms. Generic mailboxes and switchboards are left out: they are nobody's. */
export interface PersonTraits {
  /** As `personWords` gives them. */
  readonly name: readonly string[];
  /** Personal addresses, without tags (see `looseEmail`). */
  readonly emails: ReadonlySet<string>;
  /** E.164, mobile numbers only. */
  readonly mobiles: ReadonlySet<string>;
  /** E.164, all other numbers. */
  readonly phones: ReadonlySet<string>;
  /** The company: ids of records, or cores of names. */
  readonly companies: ReadonlySet<string>;
  /** Ids in other programs, `program:id`. */
  readonly externals: ReadonlySet<string>;
}

const ALIKE = 0.8;
/** Names as far apart as this are two people behind one address. */
const STRANGE = 0.35;

/**
 * Whether two records are the same person.
 *
 * `same`: an id in another program; a personal e-mail address, unless the names are far apart; a mobile number and an alike
 * name. `likely`: either of the two alone; the same name with the company or another number. `possible`: an alike name alone,
 * or with the company.
 *
 * @returns undefined when nothing is in common.
 * @source guides/capture §3.4
 */
export function matchPeople(a: PersonTraits, b: PersonTraits): Match | undefined {
  if (meet(a.externals, b.externals)) return { tier: 'same', reasons: ['external'] };
  const alike = comparePersonNames(a.name, b.name);
  const hasMobile = meet(a.mobiles, b.mobiles);
  const reasons = holding([
    ['email', meet(a.emails, b.emails)],
    ['phone', hasMobile || meet(a.phones, b.phones)],
    ['name', alike >= EQUAL],
    ['similar-name', alike >= ALIKE && alike < EQUAL],
    ['company', meet(a.companies, b.companies)],
  ]);
  const isStrange = a.name.length > 0 && b.name.length > 0 && alike < STRANGE;
  const tier = tierOf(reasons, { alike, hasMobile, isStrange });
  return tier && { tier, reasons };
}

function tierOf(
  reasons: readonly Reason[],
  { alike, hasMobile, isStrange }: { readonly alike: number; readonly hasMobile: boolean; readonly isStrange: boolean },
): Tier | undefined {
  const has = (reason: Reason): boolean => reasons.includes(reason);
  if (has('email') && !isStrange) return 'same';
  if (hasMobile && alike >= ALIKE) return 'same';
  if (has('email') || hasMobile) return 'likely';
  if (has('name') && (has('company') || has('phone'))) return 'likely';
  return alike >= ALIKE ? 'possible' : undefined;
}
