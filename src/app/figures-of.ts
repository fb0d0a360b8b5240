import { cellDigests } from '@/src/domain/notebook/cell-digest';
import { factsIn } from '@/src/domain/notebook/facts';
import { graphOf, ownerOf } from '@/src/domain/notebook/graph';
import { HEADLINE_FIGURES } from '@/src/domain/notebook/headline-figures';
import { inputsOf, inputValues } from '@/src/domain/notebook/input';
import { isFigure, type Figure, type Figures } from '@/src/domain/notebook/moved';
import { cellBlocks, isPrivate, type Notebook } from '@/src/domain/notebook/notebook';
import type { NotebookRun, RunRequest } from './cell-result';
import { factAt } from './fact-at';

const MOST_FIGURES = 200;

/**
 * The figures that stand in a notebook now: the headline of its analyses, and what its prose states. Only of cells that are
 * up to date, not of those that are the notebook's own affair, and at most 200.
 */
export function figuresOf({ notebook, given }: RunRequest, standings: NotebookRun['standings']): Figures {
  const inputs = inputValues(inputsOf(notebook), given);
  const questions = cellDigests(notebook, graphOf(notebook), inputs, '');
  const figures = namesIn(notebook).flatMap((name): [string, Figure][] => {
    const owner = ownerOf(name);
    const standing = standings.get(owner);
    const question = questions.get(owner);
    const fact = standing?.state === 'fresh' ? factAt(name, () => standing.result, new Map()) : undefined;
    if (!fact || question === undefined || !isFigure(fact.value, fact.type)) return [];
    return [[name, { value: fact.value, type: fact.type, question }]];
  });
  return Object.fromEntries(figures.slice(0, MOST_FIGURES));
}

/** Each once: cell by cell the headline, then what is stated beside it. */
function namesIn(notebook: Notebook): string[] {
  const ofCells = cellBlocks(notebook).flatMap(({ key, cell }) =>
    cell.kind === 'analysis' ? (HEADLINE_FIGURES[cell.analysis] ?? []).map((fact) => `${key}.${fact}`) : [],
  );
  const stated = notebook.blocks.flatMap((block) => (block.type === 'prose' ? factsIn(block.text) : []));
  return [...new Set([...ofCells, ...stated])].filter((name) => !isPrivate(name));
}
