import type { Route } from './route';

/** The rooms of the workspace, in the order of the rail. A room that does nothing yet is not in it. */
export const ROOMS = [
  'today',
  'accounts',
  'pipeline',
  'visits',
  'archive',
  'files',
  'analysis',
  'kpi',
  'data',
  'settings',
] as const;
export type Room = (typeof ROOMS)[number];

/** The room that an address names; undefined for the start page. */
export function roomOf({ path }: Route): Room | undefined {
  return ROOMS.find((room) => room === path[0]);
}
