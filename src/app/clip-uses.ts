import type { BatchId } from '@/src/kernel/ids';
import type { ClipPage } from '@/src/domain/clips/propose-clip';
import type { Row } from '@/src/domain/records/record';
import type { RecordPorts } from './edit-records';
import { proposeClipFor } from './propose-clip';
import { saveClip, type ClipToSave } from './save-clip';

/** What a text that was selected on a page becomes. @param companies all that are on file. */
export function clipUses(ports: RecordPorts, companies: () => Promise<readonly Row[]>) {
  return {
    propose: (text: string, page: ClipPage) => proposeClipFor(ports, { text, page }, companies),
    /** @param id made with the proposal, so that two presses of Enter save once. */
    save: (id: BatchId, clip: ClipToSave) => saveClip(ports, id, clip),
  };
}
