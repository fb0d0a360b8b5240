import type { Role } from './roles';

/** Why a column got its role: a system's known header, a word of the header, or that its cells decided. */
export interface RoleReason {
  readonly by: 'system' | 'header' | 'content';
  readonly word: string;
  /** 0…1. */
  readonly score: number;
}

/** Roles given so far: each to one column, each column one. */
export class AssignedRoles {
  readonly roles: (Role | undefined)[];
  readonly why: (RoleReason | undefined)[];

  constructor(columns: number) {
    this.roles = Array.from({ length: columns }, () => undefined);
    this.why = Array.from({ length: columns }, () => undefined);
  }

  has(...roles: readonly Role[]): boolean {
    return roles.some((role) => this.roles.includes(role));
  }

  isFree(position: number): boolean {
    return this.roles[position] === undefined;
  }

  give(position: number, role: Role, reason: RoleReason): void {
    this.roles[position] = role;
    this.why[position] = reason;
  }

  take(position: number): void {
    this.roles[position] = undefined;
    this.why[position] = undefined;
  }
}
