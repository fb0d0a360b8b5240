// @vitest-environment happy-dom
import { registration } from '@/src/domain/registration/registration.kind';
import { describeRecordKind } from '../record-kind';

// Both need a second registration or a later change: S03 brings them about.
describeRecordKind({
  kind: registration,
  refusals: [
    { transition: 'confirm', code: 'earlier-submission', elsewhere: true },
    { transition: 'confirm', code: 'changed-since', elsewhere: true },
  ],
});
