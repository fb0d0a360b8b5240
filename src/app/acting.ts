import { isRole, type Actor } from '@/src/domain/records/actor';
import type { Store } from './ports/store';
import { readSettings, type Settings } from './settings';

/** Stands for the one user there is until somebody gives a name. */
export const NAMELESS = 'user';

/** Who writes, as the settings say. Whoever has chosen no role may do everything: it is their own machine. */
export function actorOf(settings: Settings): Actor {
  const role = settings['user-role'];
  return { name: settings['user-name'] ?? NAMELESS, role: isRole(role) ? role : 'executive' };
}

/** The name under which whatever is written now stands in the history. */
export async function actingName(store: Store): Promise<string> {
  return actorOf(await readSettings(store)).name;
}
