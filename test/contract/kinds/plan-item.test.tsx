// @vitest-environment happy-dom
import { planItem } from '@/src/domain/followup/plan-item.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({ kind: planItem, refusals: [] });
