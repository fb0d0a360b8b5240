import type { BatchId } from '@/src/kernel/ids';
import type { Row } from '@/src/domain/records/record';
import type { PipelineSchemeFields } from '@/src/domain/pipeline/pipeline-scheme.kind';
import { allSchemes } from '@/src/domain/pipeline/scheme-of';
import type { RecordPorts } from './edit-records';
import { moveStep, type StepMove } from './move-step';
import { openOpportunity, type OpportunityToOpen } from './open-opportunity';
import { saveScheme, type SchemeToSave } from './save-scheme';

/** What opportunities can do besides what all records can. @param rowsOf all records of a kind as they are now. */
export function pipelineUses(
  ports: RecordPorts,
  rowsOf: (kind: string) => Promise<readonly Row[]>,
  newBatch: () => BatchId,
) {
  return {
    /** All there are to choose from, the user's own first. Safe: rows of a kind hold the fields of the kind. */
    schemes: async () => allSchemes((await rowsOf('pipeline-scheme')) as readonly Row<PipelineSchemeFields>[]),
    open: (opening: OpportunityToOpen) => openOpportunity(ports, newBatch(), opening),
    moveStep: (move: StepMove) => moveStep(ports, newBatch(), move),
    saveScheme: (scheme: SchemeToSave) => saveScheme(ports, newBatch(), scheme),
  };
}
