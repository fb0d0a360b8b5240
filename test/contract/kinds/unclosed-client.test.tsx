// @vitest-environment happy-dom
import { unclosedClient } from '@/src/domain/followup/unclosed-client.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({ kind: unclosedClient, refusals: [] });
