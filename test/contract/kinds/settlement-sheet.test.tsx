// @vitest-environment happy-dom
import { settlementSheet } from '@/src/domain/agreements/settlement-sheet.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({ kind: settlementSheet, refusals: [] });
