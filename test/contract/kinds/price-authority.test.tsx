// @vitest-environment happy-dom
import { priceAuthority } from '@/src/domain/agreements/price-authority.kind';
import { describeRecordKind } from '../record-kind';

describeRecordKind({
  kind: priceAuthority,
  refusals: [],
});
