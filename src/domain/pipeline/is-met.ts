import { evidenceKey, type OpportunityRow } from './opportunity.kind';
import type { Criterion } from './scheme';

/**
 * Whether a criterion of a step is met: the field that answers it is filled, or there is evidence on file.
 * @param fields of the opportunity, as they are or as they would be.
 */
export function isMet(fields: Partial<OpportunityRow['fields']>, step: string, { id, field }: Criterion): boolean {
  if (field === undefined) return fields.evidence?.[evidenceKey(step, id)] !== undefined;
  // Safe: only looked into.
  const value = (fields as Readonly<Record<string, unknown>>)[field];
  return value !== undefined && value !== null;
}
