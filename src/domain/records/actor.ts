/** The roles that permissions are given to (角色), from domain.md §18: those whose rights differ. */
export const ROLES = ['representative', 'assistant', 'manager', 'executive'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who writes. Everything is in one local database, so that roles keep work in order and are written down with it; they
 * do not lock out the owner of the machine.
 */
export interface Actor {
  readonly name: string;
  readonly role: Role;
}

/** Whom a right is given to. `owner` is the user whose name stands in the record's field `owner`. */
export type Who = Role | 'owner' | 'anyone';

export function isRole(text: unknown): text is Role {
  return ROLES.some((role) => role === text);
}

/**
 * Whether the actor is one of `who`. An executive may what managers may. A record without an owner is everybody's: somebody
 * has to take it up.
 */
export function isAmong(who: readonly Who[], { name, role }: Actor, owner: string | undefined): boolean {
  const is: Readonly<Record<Who, boolean>> = {
    anyone: true,
    owner: owner === undefined || owner === name,
    representative: role === 'representative',
    assistant: role === 'assistant',
    manager: role === 'manager' || role === 'executive',
    executive: role === 'executive',
  };
  return who.some((one) => is[one]);
}
