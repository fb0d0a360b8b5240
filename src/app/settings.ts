import type { SettingFields } from '@/src/domain/records/setting.kind';
import type { Store } from './ports/store';

/** The choices a user can make. */
export const SETTINGS = [
  'language',
  'theme',
  'home-region',
  'last-backup',
  'user-name',
  'user-role',
  'retention-days',
  'page-menu',
] as const;
export type SettingName = (typeof SETTINGS)[number];

export type Settings = Readonly<Partial<Record<SettingName, string>>>;

export async function readSettings(store: Store): Promise<Settings> {
  const rows = await store.rows('setting');
  // Safe: rows of this kind hold its fields.
  return Object.fromEntries(rows.map((row) => [row.id, (row.fields as SettingFields).value]));
}
