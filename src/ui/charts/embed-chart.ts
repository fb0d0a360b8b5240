import embed, { type Result, type VisualizationSpec } from 'vega-embed';
import { expressionInterpreter } from 'vega-interpreter';
import type { ChartSpec } from '@/src/domain/analysis/result';
import { NO_LOADER } from './no-loader';

export interface ChartLook {
  readonly dark: boolean;
  readonly fontFamily: string;
  readonly language: string;
}

/** A drawn chart. `finish` frees what it holds. */
export interface DrawnChart {
  toSvg(): Promise<string>;
  toPng(): Promise<string>;
  finish(): void;
}

/**
 * Draws a Vega-Lite specification into an element. The expressions are interpreted, never evaluated as code, and nothing
 * is ever loaded: the data are inside.
 */
export async function embedChart(element: HTMLElement, spec: ChartSpec, look: ChartLook): Promise<DrawnChart> {
  // Safe: specifications come from the analyses; Vega-Lite reports what it does not know.
  const whole = { ...spec, background: 'transparent', config: configOf(look) } as VisualizationSpec;
  const drawn: Result = await embed(element, whole, {
    mode: 'vega-lite',
    renderer: 'svg',
    actions: false,
    ast: true,
    expr: expressionInterpreter,
    loader: NO_LOADER,
    tooltip: { theme: look.dark ? 'dark' : 'light' },
  });
  return {
    toSvg: () => drawn.view.toSVG(),
    toPng: () => drawn.view.toImageURL('png', 2),
    finish: () => drawn.finalize(),
  };
}

function configOf({ dark, fontFamily }: ChartLook): object {
  const [text, line, faint] = dark ? ['#d5d9de', '#5b626b', '#3a4048'] : ['#30353b', '#9aa1a9', '#e3e6e9'];
  return {
    font: fontFamily,
    view: { stroke: null },
    axis: {
      labelColor: text,
      titleColor: text,
      domainColor: line,
      tickColor: line,
      gridColor: faint,
      labelFontSize: 12,
      titleFontSize: 12,
      titleFontWeight: 500,
    },
    legend: { labelColor: text, titleColor: text, labelFontSize: 12, titleFontSize: 12, titleFontWeight: 500 },
    text: { color: text, fontSize: 12 },
  };
}
