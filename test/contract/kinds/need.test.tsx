// @vitest-environment happy-dom
import { need } from '@/src/domain/needs/need.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({ kind: need, refusals: [] });
