// @vitest-environment happy-dom
import { complaint } from '@/src/domain/care/complaint.kind';
import { company } from '@/src/domain/parties/company.kind';
import { person } from '@/src/domain/parties/person.kind';
import { visit } from '@/src/domain/visits/visit.kind';
import { describeRecordKind } from './record-kind';
import { tender } from './throw-away/tender.kind';
import { tenderTexts } from './throw-away/tender-texts';

describeRecordKind({ kind: company, refusals: [] });
describeRecordKind({ kind: person, refusals: [] });
describeRecordKind({ kind: visit, refusals: [] });
describeRecordKind({
  kind: complaint,
  refusals: [{ transition: 'close', code: 'dissatisfied', inputs: { satisfaction: 'dissatisfied' } }],
});
describeRecordKind({
  kind: tender,
  texts: tenderTexts,
  refusals: [
    { transition: 'submit', code: 'too-late', inputs: { deadline: '2026-11-20' } },
    { transition: 'approve', code: 'open-remark', remark: true },
    { transition: 'approve', code: 'too-much', inputs: { sum: '1000000.01 CNY' } },
  ],
});
