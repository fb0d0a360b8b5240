import { expect } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { must } from '@/src/kernel/assert';
import { archiveItem, type ArchiveItemFields, type ArchiveItemRow } from '@/src/domain/archive/archive-item.kind';
import type { Role } from '@/src/domain/records/actor';
import type { World } from './world';

/** An item of an account as it would be stored; complete unless told otherwise. */
export function archiveRow(id: string, fields: Partial<ArchiveItemFields>, state = 'filed'): ArchiveItemRow {
  return {
    id: id as RecordId,
    kind: archiveItem.name,
    state,
    keys: [],
    // Safe: nothing asks where a value of this row comes from.
    origin: { base: 'd.1' as ArchiveItemRow['origin']['base'] },
    fields: {
      title: id,
      company: 'c1' as RecordId,
      category: 'basics',
      documentDay: '2026-03-01',
      owner: 'Lin',
      volumeYear: '2026',
      ...fields,
    },
  };
}

/** Works on as somebody else. */
export async function actAs({ app }: World, name: string, role: Role): Promise<void> {
  await app.settings.change('user-name', name);
  await app.settings.change('user-role', role);
}

export async function fileCompany({ app }: World, name = 'Quarry Works'): Promise<RecordId> {
  const record = app.newRecord();
  const made = await app.records.make(must(app.kinds.get('company'), 'company'), record, { name });
  return made.ok ? record : expect.fail(made.error.code);
}

/** Puts an item into the archive of a company, as whoever acts. */
export async function fileItem(
  { app }: World,
  company: RecordId,
  inputs: Readonly<Record<string, string>> = {},
): Promise<RecordId> {
  const record = app.newRecord();
  const made = await app.records.make(archiveItem, record, {
    title: 'Registration form',
    company,
    category: 'basics',
    documentDay: '2026-03-01',
    owner: 'Lin',
    ...inputs,
  });
  return made.ok ? record : expect.fail(made.error.code);
}
