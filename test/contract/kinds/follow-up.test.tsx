// @vitest-environment happy-dom
import { followUp } from '@/src/domain/followup/follow-up.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({ kind: followUp, refusals: [], admissions: [{ code: 'unconfirmed' }, { code: 'others-client' }] });
