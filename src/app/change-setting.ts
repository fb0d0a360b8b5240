import type { BatchId, RecordId } from '@/src/kernel/ids';
import type { Result } from '@/src/kernel/result';
import { actingName } from './acting';
import type { Receipt, Store, StoreError } from './ports/store';
import type { Clock } from './ports/world';
import type { SettingName } from './settings';

/** Writes one choice of the user. Whoever gives their name has written that under it. */
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
    actor: name === 'user-name' ? value : await actingName(store),
    wall: clock.now(),
    cause: 'setting',
    changes: [
      exists
        ? { set: record, kind: 'setting', values: { value } }
        : { make: record, kind: 'setting', fields: { value } },
    ],
  });
}
