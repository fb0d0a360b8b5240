import { firstLine, plainObject, readYaml, strings } from './front-matter';
import { readFrameSteps } from './frame-steps';
import type { AnalysisCell, Cell, FrameCell } from './notebook';

/** Fences with these words are cells; `sql`, `js`, `chart` and `input` belong to the format and are kept as they are. */
export const CELL_WORDS = ['analysis', 'frame', 'sql', 'js', 'chart', 'input'] as const;

const RUNNABLE: Readonly<Record<string, (name: string, body: Readonly<Record<string, unknown>>) => Cell | string>> = {
  analysis: analysisCell,
  frame: frameCell,
};

/** The cell of a fence, or what is wrong with it. @param info the words behind the fence: `analysis name=pareto`. */
export function readCell(
  info: string,
  body: string,
): { cell: Cell; fault?: { code: 'unknown-cell' | 'bad-cell'; detail: string } } {
  const [word = '', ...attributes] = info.trim().split(/\s+/);
  const name = attributes.find((attribute) => attribute.startsWith('name='))?.slice('name='.length) ?? '';
  const kept: Cell = { kind: 'kept', name };
  const read = Object.hasOwn(RUNNABLE, word) ? RUNNABLE[word] : undefined;
  if (!read) return { cell: kept, fault: { code: 'unknown-cell', detail: word } };
  try {
    const cell = read(name, plainObject(readYaml(body)));
    return typeof cell === 'string' ? { cell: kept, fault: { code: 'bad-cell', detail: cell } } : { cell };
  } catch (thrown) {
    return { cell: kept, fault: { code: 'bad-cell', detail: firstLine(thrown) } };
  }
}

function analysisCell(name: string, body: Readonly<Record<string, unknown>>): AnalysisCell | string {
  const { analysis, params, show } = body;
  if (typeof analysis !== 'string') return 'analysis: missing';
  const given = Object.entries(plainObject(params));
  const wrong = given.find(([, value]) => typeof value !== 'string' && typeof value !== 'number');
  if (wrong) return `params: ${wrong[0]} is neither text nor a number`;
  // Safe: every value was just seen to be text or a number.
  const values = Object.fromEntries(given) as Record<string, string | number>;
  return { kind: 'analysis', name: name || analysis, analysis, params: values, show: strings(show) };
}

function frameCell(name: string, body: Readonly<Record<string, unknown>>): FrameCell | string {
  const plan = readFrameSteps(body);
  return plan.ok ? { kind: 'frame', name: name || 'frame', plan: plan.value } : plan.error;
}
