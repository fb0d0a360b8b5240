// @vitest-environment happy-dom
import { informationPoint } from '@/src/domain/people/information-point.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({
  kind: informationPoint,
  refusals: [],
  // Three have to be there first: test/features/S45-information-points.test.ts brings it about.
  admissions: [{ code: 'fourth-factor' }],
});
