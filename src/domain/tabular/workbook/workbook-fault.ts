import { err, type Err } from '@/src/kernel/result';

/** `detail` is for a report of a fault, not for the screen. */
export interface WorkbookError {
  readonly code: 'damaged' | 'encrypted' | 'too-large' | 'not-a-workbook';
  readonly detail: string;
}

/** Thrown inside of the readers, where a result in every hand would be in the way. None of them lets it out. */
export class WorkbookFault extends Error {
  readonly code: WorkbookError['code'];

  constructor(code: WorkbookError['code'], detail: string) {
    super(detail);
    this.code = code;
  }
}

/** The error a caught fault stands for. @throws whatever else was thrown. */
export function refused(thrown: unknown): Err<WorkbookError> {
  if (!(thrown instanceof WorkbookFault)) throw thrown;
  return err({ code: thrown.code, detail: thrown.message });
}
