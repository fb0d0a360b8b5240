import type { CompanyFields } from '../parties/company.kind';
import { company } from '../parties/company.kind';
import type { Evidenced } from '../records/evidence';
import { TICKED_FROM } from './propose';
import type { Suggestion } from './provider';

/**
 * A company as registers are asked about it: where a field is empty, what its own site says for sure stands in for it. What is on
 * file stays. Nothing of this is filed.
 * @param suggestions merged, each field's best first.
 */
export function withFound(fields: CompanyFields, suggestions: readonly Suggestion[]): CompanyFields {
  const found: Record<string, unknown> = {};
  for (const [i, { field, value, raw, confidence, sources }] of suggestions.entries()) {
    if (field in fields || confidence < TICKED_FROM) continue;
    const one: Evidenced<string> = { value, raw, confidence, sources, status: 'suggested' };
    // Safe: what was put there before is of the same sort.
    if (company.fields[field].many) found[field] = { ...(found[field] as object | undefined), [`found${i}`]: one };
    else found[field] ??= one;
  }
  return { ...found, ...fields };
}
