import developFlow from './schemes/develop-flow.json';
import eightStep from './schemes/eight-step.json';
import fivePhase from './schemes/five-phase.json';
import relationStages from './schemes/relation-stages.json';
import sellFlow from './schemes/sell-flow.json';
import serveFlow from './schemes/serve-flow.json';
import sevenPhase from './schemes/seven-phase.json';
import sixPhase from './schemes/six-phase.json';
import sixStep from './schemes/six-step.json';
import tenStep from './schemes/ten-step.json';
import { readScheme, type PipelineScheme } from './scheme';

/**
 * The schemes that come with the product, in the order they are offered. Each is a file of data: a new one needs no code.
 * @source domain.md §5.1 to §5.5. Of the six-step variant the second step is missing in the source. The exit criteria of the
 *   eight steps and the preconditions of the seven phases as criteria are ours.
 */
export const SCHEME_NAMES = [
  'eight-step',
  'six-phase',
  'seven-phase',
  'ten-step',
  'develop-flow',
  'sell-flow',
  'serve-flow',
  'five-phase',
  'six-step',
  'relation-stages',
] as const;
type SchemeName = (typeof SCHEME_NAMES)[number];

const FILES: Readonly<Record<SchemeName, unknown>> = {
  'eight-step': eightStep,
  'six-phase': sixPhase,
  'seven-phase': sevenPhase,
  'ten-step': tenStep,
  'develop-flow': developFlow,
  'sell-flow': sellFlow,
  'serve-flow': serveFlow,
  'five-phase': fivePhase,
  'six-step': sixStep,
  'relation-stages': relationStages,
};

export const SHIPPED_SCHEMES: readonly PipelineScheme[] = SCHEME_NAMES.map((name) => readScheme(name, FILES[name]));
