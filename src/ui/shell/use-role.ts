import { actorOf } from '@/src/app/acting';
import type { Role } from '@/src/domain/records/actor';
import { useInterface } from '../app-context';

/** The role of the user; who has chosen none may do everything. */
export function useRole(): Role {
  return actorOf(useInterface().settings).role;
}
