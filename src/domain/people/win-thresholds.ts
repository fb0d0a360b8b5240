import type { InformationScore } from './information-score';
import { POINTS } from './information-point.kind';
import type { SupportCoverage } from './support-coverage';
import type { TopContact } from './top-contact';

/** `unknown`: there is nothing yet that it could be computed from. */
export type ThresholdState = 'unknown' | 'open' | 'passed';

/** The three thresholds of winning (三个门槛), each from its own data alone. */
export interface WinThresholds {
  readonly information: ThresholdState;
  readonly support: ThresholdState;
  readonly top: ThresholdState;
}

/** More than half of the influence supports us. The source names the threshold and no figure: this one is ours. */
export const SUPPORT_NEEDED = 0.5;

/**
 * G1 passes with all nine points verified, G2 with more than half of the influence in support, G3 with a dated contact with the
 * top decision-maker. @source domain.md §5.9
 */
export function winThresholds(
  score: InformationScore,
  { share }: Pick<SupportCoverage, 'share'>,
  top: TopContact,
): WinThresholds {
  const known = score.verified + score.partial > 0;
  return {
    information: score.verified === POINTS.length ? 'passed' : known ? 'open' : 'unknown',
    support: share === null ? 'unknown' : share > SUPPORT_NEEDED ? 'passed' : 'open',
    top: top.state === 'no-seat' ? 'unknown' : top.state === 'met' ? 'passed' : 'open',
  };
}
