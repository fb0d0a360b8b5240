import { compareDecimals, parseDecimal } from '@/src/kernel/money';
import { compareCodePoints } from '@/src/kernel/text';
import type { KeyExceptionFields } from './key-exception.kind';
import type { KeyMember } from './key-list.kind';

/** What became of an account from one list to the next. */
export const KEY_CHANGES = ['new', 'lost', 'up', 'down', 'stayed'] as const;
export type KeyChange = (typeof KEY_CHANGES)[number];

export interface ChangedMember {
  readonly change: KeyChange;
  readonly label: string;
  /** Undefined for who came anew. */
  readonly before: KeyMember | undefined;
  /** Undefined for who left. */
  readonly now: KeyMember | undefined;
}

/**
 * Two lists held against each other: in the order of {@link KEY_CHANGES}, within it by name. Whether somebody rose is told by
 * the bounds of their tiers as they were frozen, so that a tier may be called otherwise in the next year. The same account is
 * the same company on file; where either list does not know it, the same customer of the file.
 */
export function keyListChanges(before: readonly KeyMember[], now: readonly KeyMember[]): readonly ChangedMember[] {
  const left = new Set(before);
  const known = placesOf(before);
  const present = now.map((member): ChangedMember => {
    const found = [member.company && known.get(`company:${member.company}`), known.get(`customer:${member.customer}`)];
    const was = found.find((one) => one !== undefined && left.has(one) && mayBe(one, member));
    if (!was) return { change: 'new', label: member.label, before: undefined, now: member };
    left.delete(was);
    return { change: changeOf(was, member), label: member.label, before: was, now: member };
  });
  const lost = [...left].map((was): ChangedMember => ({
    change: 'lost',
    label: was.label,
    before: was,
    now: undefined,
  }));
  return [...present, ...lost].toSorted(
    (a, b) =>
      KEY_CHANGES.indexOf(a.change) - KEY_CHANGES.indexOf(b.change) ||
      compareCodePoints(a.label, b.label) ||
      compareCodePoints((a.now ?? a.before)?.customer ?? '', (b.now ?? b.before)?.customer ?? ''),
  );
}

function placesOf(members: readonly KeyMember[]): ReadonlyMap<string, KeyMember> {
  return new Map(
    members.flatMap((member) => [
      [`customer:${member.customer}`, member] as const,
      ...(member.company ? [[`company:${member.company}`, member] as const] : []),
    ]),
  );
}

/** Two customers that are known to be different companies are not one account, whatever their keys. */
function mayBe(was: KeyMember, member: KeyMember): boolean {
  return was.company === undefined || member.company === undefined || was.company === member.company;
}

function changeOf(was: KeyMember, now: KeyMember): KeyChange {
  const [from, to] = [was, now].map(({ bound }) => parseDecimal(bound ?? '') ?? { units: -1n, scale: 0 });
  const order = from && to ? compareDecimals(to, from) : 0;
  if (order === 0) return 'stayed';
  return order > 0 ? 'up' : 'down';
}

/** An exception with what its company is called and spends now. */
export interface Exception extends Pick<KeyExceptionFields, 'company' | 'change' | 'reason'> {
  readonly label: string;
}

/** The list as it holds after its exceptions, in their order: frozen members first, then who was added. */
export function withExceptions(members: readonly KeyMember[], exceptions: readonly Exception[]): readonly KeyMember[] {
  let held = members;
  for (const { company, change, label } of exceptions) {
    const without = held.filter((member) => member.company !== company);
    const stays = held.length > without.length;
    if (change === 'remove') held = without;
    else if (!stays) held = [...held, { customer: `company:${company}`, label, company, monthly: '' }];
  }
  return held;
}
