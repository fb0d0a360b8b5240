// @vitest-environment happy-dom
import { kpiInput } from '@/src/domain/kpi/kpi-input.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({ kind: kpiInput, refusals: [] });
