import type { PlainOpportunity } from './opportunity.kind';

/** What an opportunity is rated by, each 1 to 5 points. @source domain.md §5.1, stage 1 */
export const ELEMENTS = ['budget', 'timetable', 'competition', 'decision', 'priority'] as const;
type Element = (typeof ELEMENTS)[number];
const MOST_POINTS = 5;

export interface Rating {
  /** Sum of the points; null while an element is missing: what is not known is not nothing. */
  readonly points: number | null;
  readonly of: number;
  /** Elements without points, in their order. */
  readonly missing: readonly Element[];
  /** Whether it suits our strategy; undefined while nobody has judged it. */
  readonly fit: PlainOpportunity['strategicFit'];
}

/** The same fields give the same rating: every element weighs the same, nothing else counts. */
export function rate(fields: PlainOpportunity): Rating {
  const missing = ELEMENTS.filter((element) => fields[element] === undefined);
  const sum = ELEMENTS.reduce((points, element) => points + (fields[element] ?? 0), 0);
  return {
    points: missing.length > 0 ? null : sum,
    of: ELEMENTS.length * MOST_POINTS,
    missing,
    fit: fields.strategicFit,
  };
}
