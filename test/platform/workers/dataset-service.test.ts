import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import type { FileError, ReadOrders } from '@/src/app/ports/datasets';
import { ALL_KINDS } from '@/src/platform/store/all-kinds';
import { openCurrentDatabase } from '@/src/platform/store/current-database';
import type { Database } from '@/src/platform/store/database';
import { DexieStore } from '@/src/platform/store/dexie-store';
import { DatasetService } from '@/src/platform/workers/dataset-service';
import { changingFile, cutFile } from '@/test/support/changing-file';
import { digestOf } from '@/test/support/digest-of';
import { newId } from '@/test/support/store';
import { craftedRow, craftedXlsx } from '@/test/support/workbooks';

let db: Database;
let service: DatasetService;
/** What became of the digests that were asked for. */
let digests: AbortSignal[] = [];
beforeEach(async () => {
  db = await openCurrentDatabase(() => undefined);
  digests = [];
  service = new DatasetService(new DexieStore(db, ALL_KINDS, 'device01' as DeviceId), (file, signal) => {
    digests.push(signal);
    return digestOf(file);
  });
});
afterEach(async () => {
  db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

const LINE = '甲,2024-01-05,1\n';
const LARGE = `客户,日期,金额\n${LINE.repeat(Math.ceil((9 << 20) / new Blob([LINE]).size))}`;

const read = async (file: File, onProgress = (): void => undefined): Promise<Result<ReadOrders, FileError>> => {
  const preview = await service.preview(file, {});
  if (!preview.ok) return preview;
  const { format, roles } = preview.value;
  return service.read(newId<RecordId>(), { file, format, roles }, onProgress);
};

describe('a file that is not any more what was chosen', () => {
  it.each([0, 1, 2])('is told when %i pieces of it have been read', async (pieces) => {
    const failed = await read(changingFile(LARGE, 'sales.csv', pieces));

    expect(failed).toMatchObject({ ok: false, error: { code: 'changed' } });
    expect(digests.every(({ aborted }) => aborted)).toBe(true);
  });

  it('is told where the browser gives what there is', async () => {
    expect(await read(cutFile(LARGE, 'sales.csv'))).toMatchObject({ ok: false, error: { code: 'changed' } });
  });
});

describe('a reading that is ended', () => {
  it('does not go on over the digest of the file', async () => {
    const ended = await read(new File([LARGE], 'sales.csv'), () => service.release());

    expect(ended).toEqual(err({ code: 'cancelled' }));
    expect(digests.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('of a workbook ends while it is unpacked', async () => {
    const opening = service.preview(new File([new Uint8Array(largeBook())], 'sales.xlsx'), {});
    setTimeout(() => service.release(), 20);

    expect(await opening).toEqual(err({ code: 'cancelled' }));
  });
});

/** More than is unpacked before somebody else is heard. */
function largeBook(): Uint8Array {
  const rows = Array.from({ length: 20_000 }, (_, i) => craftedRow(i + 2, ['甲', '2024-01-05', String(i)]));
  return craftedXlsx({ sheets: [{ data: [craftedRow(1, ['客户', '日期', '金额']), ...rows].join('') }] });
}
