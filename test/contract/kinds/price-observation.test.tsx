// @vitest-environment happy-dom
import { priceObservation } from '@/src/domain/clips/price-observation.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({ kind: priceObservation, refusals: [] });
