// @vitest-environment happy-dom
import { describeRecordKind } from '../record-kind';
import { tender } from './tender.kind';
import { tenderTexts } from './tender-texts';

describeRecordKind({
  kind: tender,
  texts: tenderTexts,
  refusals: [
    { transition: 'submit', code: 'too-late', inputs: { deadline: '2026-11-20' } },
    { transition: 'approve', code: 'open-remark', remark: true },
    { transition: 'approve', code: 'too-much', inputs: { sum: '1000000.01 CNY' } },
  ],
  admissions: [{ code: 'crowded', inputs: { bidders: '49' } }, { code: 'won-already' }],
});
