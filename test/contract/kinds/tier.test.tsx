// @vitest-environment happy-dom
import { tier } from '@/src/domain/accounts/tier.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({ kind: tier, refusals: [] });
