import { ageOf, isFresh } from './freshness';
import { FACTORS, MOST_FACTORS, POINTS, type InformationPointRow, type Point } from './information-point.kind';

/** `empty`: nothing found; `partial`: something, but not proven, or proven too long ago. */
export type PointState = 'empty' | 'partial' | 'verified';

export interface PointScore {
  readonly point: Point;
  readonly state: PointState;
  /** Oldest first. */
  readonly findings: readonly InformationPointRow[];
  /** Days since the newest finding was seen to be so; undefined where none has a day. */
  readonly age: number | undefined;
  /** It was verified, and its evidence is too old by now. */
  readonly isStale: boolean;
}

export interface InformationScore {
  readonly points: readonly PointScore[];
  /** How many of nine are verified. */
  readonly verified: number;
  readonly partial: number;
  /** How many success factors are still to be named; never more than three, 0 with three or more. */
  readonly factorsMissing: number;
}

/**
 * What is known of the nine points. A point is verified by one finding with evidence of the last 180 days; the point of the
 * success factors by exactly three of them, each verified. @source domain.md §6.3
 */
export function informationScore(findings: readonly InformationPointRow[], today: string): InformationScore {
  const points = POINTS.map((point) =>
    pointScore(
      point,
      findings.filter(({ fields }) => fields.point === point),
      today,
    ),
  );
  const count = (state: PointState): number => points.filter((one) => one.state === state).length;
  const factors = findings.filter(({ fields }) => fields.point === FACTORS).length;
  return {
    points,
    verified: count('verified'),
    partial: count('partial'),
    factorsMissing: Math.max(0, MOST_FACTORS - factors),
  };
}

function pointScore(point: Point, findings: readonly InformationPointRow[], today: string): PointScore {
  const said = findings.filter(({ state }) => state === 'verified');
  const fresh = said.filter(({ fields }) => isFresh(fields.seenOn, today));
  const isWhole =
    point === FACTORS ? findings.length === MOST_FACTORS && fresh.length === MOST_FACTORS : fresh.length > 0;
  const ages = findings.flatMap(({ fields }) => ageOf(fields.seenOn, today) ?? []);
  return {
    point,
    state: isWhole ? 'verified' : findings.length > 0 ? 'partial' : 'empty',
    findings,
    age: ages.length > 0 ? Math.min(...ages) : undefined,
    isStale: !isWhole && said.length > 0 && fresh.length < said.length,
  };
}
