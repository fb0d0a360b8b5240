import { Error as ERRORS, logger, type Spec } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { ChartSpec } from '@/src/domain/analysis/result';

export interface ChartLook {
  readonly dark: boolean;
  readonly fontFamily: string;
  readonly language: string;
}

/** A Vega-Lite specification, with its data inside, as Vega draws it in this look. */
export function compileChart(spec: ChartSpec, look: ChartLook): Spec {
  // Safe: specifications come from the analyses; Vega-Lite reports what it does not know.
  const whole = { ...spec, background: 'transparent', config: configOf(look) } as unknown as TopLevelSpec;
  return compile(whole, { logger: logger(ERRORS) }).spec;
}

function configOf({ dark, fontFamily }: ChartLook): object {
  const [text, line, faint] = dark ? ['#d5d9de', '#5b626b', '#3a4048'] : ['#30353b', '#9aa1a9', '#e3e6e9'];
  return {
    // Every chart has its table: a name for each of its marks would only be read out twice.
    aria: false,
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
