import type { Result } from '@/src/kernel/result';
import type { DuplicateGroup } from '@/src/domain/parties/group-duplicates';

/** `reading`: of so many records; `comparing`: of so many keys. */
export interface ReviewProgress {
  readonly stage: 'reading' | 'comparing';
  readonly done: number;
  readonly total: number;
}

/** The surest groups, and how many there are in all. */
export interface DuplicateReview {
  readonly groups: readonly DuplicateGroup[];
  readonly count: number;
}

/** Looks through all companies and people on file, off the interface's thread. */
export interface Duplicates {
  /** A second review only looks at what has changed since. */
  review(
    limit: number,
    onProgress: (progress: ReviewProgress) => void,
  ): Promise<Result<DuplicateReview, { readonly code: 'cancelled' }>>;
  /** Ends a review under way, which then gives `cancelled`, and lets go of what was kept for the next. */
  stop(): void;
}
