import type { Role } from '@/src/domain/records/actor';
import { ROOMS, type Room } from './rooms';

/**
 * The rooms that a role does not work in (各角色菜单): a representative works with own clients, so that figures of everybody's
 * sales, imports and the recycle bin are not in their menu. This guides work; it does not lock out the owner of the machine.
 * @source domain.md §18: representatives their own, managers all, assistants statistics, records and filing
 */
const HIDDEN: Readonly<Record<Role, readonly Room[]>> = {
  representative: ['analysis', 'data'],
  assistant: [],
  manager: [],
  executive: [],
};

/** The menu of a role, in the order of the rail. */
export function roomsFor(role: Role): readonly Room[] {
  return ROOMS.filter((room) => !HIDDEN[role].includes(room));
}
