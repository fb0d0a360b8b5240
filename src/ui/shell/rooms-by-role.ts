import type { Role } from '@/src/domain/records/actor';
import { ROOMS, type Room } from './rooms';

/**
 * The rooms that a role does not work in (各角色菜单): representatives work with their own clients, and the indicators of the
 * department are none of theirs; assistants keep statistics, records and files, and sell nothing. Everybody has sales files, for they
 * may be their own, and backups. This guides work; it does not lock out the owner of the machine.
 * @source domain.md §18: representatives their own, managers all, assistants statistics, records and filing
 */
const HIDDEN: Readonly<Record<Role, readonly Room[]>> = {
  representative: ['kpi'],
  assistant: ['pipeline', 'visits'],
  manager: [],
  executive: [],
};

/** The menu of a role, in the order of the rail. */
export function roomsFor(role: Role): readonly Room[] {
  return ROOMS.filter((room) => !HIDDEN[role].includes(room));
}
