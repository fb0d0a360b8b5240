import type { BatchId, RecordId } from '@/src/kernel/ids';
import type { Result } from '@/src/kernel/result';
import { normaliseEmail } from '@/src/domain/identity/email-address';
import { normalisePhone } from '@/src/domain/identity/phone-number';
import { typedValue } from '@/src/domain/records/evidence';
import type { FieldType } from '@/src/domain/records/field';
import type { Path } from '@/src/domain/records/record';
import type { Receipt, Store, StoreError } from './ports/store';
import type { Clock } from './ports/world';

export interface ValueEdit {
  readonly record: RecordId;
  readonly kind: string;
  readonly path: Path;
  readonly type: FieldType;
  /** Empty removes the value. */
  readonly text: string;
  /** The user's own country, for numbers without a country code. */
  readonly home: string;
}

/** Writes what the user typed into one field, in normal form where there is one, as the user's own word. */
export function editValue(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  id: BatchId,
  edit: ValueEdit,
): Promise<Result<Receipt, StoreError>> {
  const text = edit.text.trim();
  const at = new Date(clock.now()).toISOString();
  const value = text === '' ? null : { ...typedValue(normalForm(edit, text), at), raw: text };
  return store.commit({
    id,
    actor: 'user',
    wall: clock.now(),
    cause: 'edit',
    changes: [{ set: edit.record, kind: edit.kind, values: { [edit.path]: value } }],
  });
}

function normalForm({ type, home }: ValueEdit, text: string): string {
  if (type === 'phone') return normalisePhone(text, [home]) ?? text;
  if (type === 'email') return normaliseEmail(text) ?? text;
  return text;
}
