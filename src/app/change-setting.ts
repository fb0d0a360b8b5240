import type { BatchId, RecordId } from '@/src/kernel/ids';
import type { Result } from '@/src/kernel/result';
import type { SettingFields } from '@/src/domain/records/setting.kind';
import type { Receipt, Store, StoreError } from './ports/store';
import type { Clock } from './ports/world';

/** The choices a user can make. */
export const SETTINGS = [
  'language',
  'theme',
  'home-region',
  'last-backup',
  'user-name',
  'user-role',
  'retention-days',
] as const;
export type SettingName = (typeof SETTINGS)[number];

export type Settings = Readonly<Partial<Record<SettingName, string>>>;

export async function readSettings(store: Store): Promise<Settings> {
  const rows = await store.rows('setting');
  // Safe: rows of this kind hold its fields.
  return Object.fromEntries(rows.map((row) => [row.id, (row.fields as SettingFields).value]));
}

export async function changeSetting(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  id: BatchId,
  name: SettingName,
  value: string,
): Promise<Result<Receipt, StoreError>> {
  // Safe: settings are records whose id is their name.
  const record = name as unknown as RecordId;
  const exists = (await store.row('settings', record)) !== undefined;
  return store.commit({
    id,
    actor: 'user',
    wall: clock.now(),
    cause: 'setting',
    changes: [
      exists
        ? { set: record, kind: 'setting', values: { value } }
        : { make: record, kind: 'setting', fields: { value } },
    ],
  });
}
