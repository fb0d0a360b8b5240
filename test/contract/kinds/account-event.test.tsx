// @vitest-environment happy-dom
import { accountEvent } from '@/src/domain/clips/account-event.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({ kind: accountEvent, refusals: [] });
