// @vitest-environment happy-dom
import { quotation } from '@/src/domain/agreements/quotation.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({
  kind: quotation,
  refusals: [
    { transition: 'hand-in', code: 'beyond-authority', inputs: { discount: '5' } },
    { transition: 'issue', code: 'changed-since-signed', inputs: { discount: '5' } },
  ],
});
