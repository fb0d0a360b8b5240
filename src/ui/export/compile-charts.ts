import type { ChartSpec } from '@/src/domain/analysis/result';
import { compileChart, type ChartLook } from '../charts/compile-chart';
import type { DocumentChart } from './notebook-document';
import type { CompiledChart, CompiledCharts } from './write-html';

/**
 * Charts as they are drawn on paper: light, in the fonts of whoever reads them. One that cannot be compiled is the reason why
 * not, as the screen says it.
 */
export function compileCharts(charts: readonly DocumentChart[], language: string): CompiledCharts {
  const look = { dark: false, fontFamily: 'system-ui, "PingFang SC", "Microsoft YaHei", sans-serif', language };
  return Object.fromEntries(charts.map(({ id, spec }) => [id, compiledOr(spec, look)]));
}

function compiledOr(spec: ChartSpec, look: ChartLook): CompiledChart {
  try {
    return compileChart(spec, look);
  } catch (thrown) {
    return String(thrown);
  }
}
