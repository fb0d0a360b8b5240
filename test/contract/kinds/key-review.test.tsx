// @vitest-environment happy-dom
import { keyReview } from '@/src/domain/accounts/key-review.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({ kind: keyReview, refusals: [] });
