import type { ProviderId } from '@/src/domain/enrich/provider';
import type { SettingFields } from '@/src/domain/records/setting.kind';
import type { Store } from './ports/store';

/** The choices a user can make. Each source of enrichment is asked or not, and own sales data looked into or not, by one
 * of its own: `on`, `off`. */
export type SettingName =
  | 'language'
  | 'theme'
  | 'home-region'
  | 'last-backup'
  | 'user-name'
  | 'user-role'
  | 'retention-days'
  | 'page-menu'
  | 'dns-server'
  | 'enrich-queue'
  | 'enrich-own-data'
  | 'forecast-cap'
  | `enrich-${ProviderId}`;

export type Settings = Readonly<Partial<Record<SettingName, string>>>;

export async function readSettings(store: Store): Promise<Settings> {
  const rows = await store.rows('setting');
  // Safe: rows of this kind hold its fields.
  return Object.fromEntries(rows.map((row) => [row.id, (row.fields as SettingFields).value]));
}
