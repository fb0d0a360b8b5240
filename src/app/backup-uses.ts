import type { BatchId } from '@/src/kernel/ids';
import { err, ok, type Result } from '@/src/kernel/result';
import { changeSetting } from './change-setting';
import type { BackupError, Backups, BackupSummary } from './ports/backups';
import type { Store } from './ports/store';
import type { Clock, Host, IdSource } from './ports/world';

export interface BackupPorts {
  readonly store: Store;
  readonly backups: Backups;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly host: Host;
}

/** The whole database as a file, and back. @param newBatch a name for what is written next. */
export function backupUses(ports: BackupPorts, newBatch: () => BatchId) {
  const { backups, host } = ports;
  type Written = Awaited<ReturnType<Backups['write']>>;
  const handedOver = async (written: Written, ending: string): Promise<Result<BackupSummary, BackupError>> => {
    if (!written.ok) return err(written.error);
    const { file, summary } = written.value;
    host.saveFile(`vital-few-${summary.createdAt.slice(0, 10)}.${ending}`, file);
    await changeSetting(ports, newBatch(), 'last-backup', summary.createdAt);
    return ok(summary);
  };
  return {
    write: async () => handedOver(await backups.write(), 'vitalfew'),
    /** Everything as a ZIP. It can be restored like a backup, and so counts as one. @param readme for people, in their language. */
    archive: async (readme: string) => handedOver(await backups.writeArchive(readme), 'zip'),
    restore: async (file: Blob): Promise<Result<BackupSummary, BackupError>> => {
      const restored = await backups.restore(file);
      if (restored.ok) host.reload();
      return restored;
    },
  };
}
