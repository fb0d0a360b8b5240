import embed, { type Result } from 'vega-embed';
import { expressionInterpreter } from 'vega-interpreter';
import { View } from 'vega';
import type { ChartSpec } from '@/src/domain/analysis/result';
import { PNG_SCALE } from './captioned-png';
import { closedSvg } from './closed-svg';
import { compileChart, type ChartLook } from './compile-chart';
import { NO_LOADER } from './no-loader';
import { tooltipHtml } from './tooltip-html';

/** A drawn chart. `finish` frees what it holds. */
export interface DrawnChart {
  toSvg(): Promise<string>;
  toPng(): Promise<string>;
  /** Calls back whenever one of the chart's selections has changed, with what it says. */
  onPick(selections: readonly string[], listener: (said: unknown) => void): void;
  /** Nothing is picked any more. */
  unpick(selections: readonly string[]): Promise<void>;
  finish(): void;
}

/** The end of the chart before: they are drawn one after the other, and the interface answers in between. */
let previous: Promise<unknown> = Promise.resolve();

/**
 * Draws a Vega-Lite specification into an element, after those that were asked for before. The expressions are
 * interpreted, never evaluated as code, and nothing is ever loaded: the data are inside.
 */
export function embedChart(element: HTMLElement, spec: ChartSpec, look: ChartLook): Promise<DrawnChart> {
  const drawing = previous.then(() => draw(element, spec, look));
  previous = drawing.catch(() => undefined);
  return drawing;
}

/**
 * Draws small charts out of sight, so that the engine is loaded and warm by the time a real one is wanted: the first
 * drawing of a mark costs several times the next.
 */
export async function warmUp(): Promise<void> {
  for (const mark of ['bar', 'line', 'area']) {
    const drawn = await embedChart(document.createElement('div'), smallChart(mark), PLAIN);
    drawn.finish();
  }
}

const PLAIN: ChartLook = { dark: false, fontFamily: 'sans-serif', language: 'en' };

function smallChart(type: string): ChartSpec {
  return {
    data: { values: [1, 2, 3, 4].map((x) => ({ x, y: 1 / x })) },
    mark: { type },
    encoding: {
      x: { field: 'x', type: 'quantitative' },
      y: { field: 'y', type: 'quantitative', axis: { format: '.0%' } },
      tooltip: [{ field: 'y', format: '.1%' }],
    },
  };
}

async function draw(element: HTMLElement, spec: ChartSpec, look: ChartLook): Promise<DrawnChart> {
  await nextTask();
  const compiled = compileChart(spec, look);
  await nextTask();
  const drawn: Result = await embed(element, compiled, {
    mode: 'vega',
    viewClass: PatientView,
    renderer: 'svg',
    actions: false,
    ast: true,
    expr: expressionInterpreter,
    loader: NO_LOADER,
    tooltip: { theme: look.dark ? 'dark' : 'light', formatTooltip: tooltipHtml },
  });
  return {
    toSvg: async () => closedSvg(await drawn.view.toSVG()),
    toPng: () => drawn.view.toImageURL('png', PNG_SCALE),
    onPick: (selections, listener) => {
      for (const name of selections) drawn.view.addSignalListener(name, (_, said) => listener(said));
    },
    unpick: async (selections) => {
      for (const name of selections) drawn.view.data(`${name}_store`, []);
      await drawn.view.runAsync();
    },
    finish: () => drawn.finalize(),
  };
}

/** Lets the interface answer between building and running. */
class PatientView extends View {
  override async runAsync(...parameters: Parameters<View['runAsync']>): Promise<this> {
    await nextTask();
    await super.runAsync(...parameters);
    return this;
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
