import { compileChart } from '../charts/compile-chart';
import type { DocumentChart } from './notebook-document';
import type { CompiledCharts } from './write-html';

/** Charts as they are drawn on paper: light, in the fonts of whoever reads them. */
export function compileCharts(charts: readonly DocumentChart[], language: string): CompiledCharts {
  const look = { dark: false, fontFamily: 'system-ui, "PingFang SC", "Microsoft YaHei", sans-serif', language };
  return Object.fromEntries(charts.map(({ id, spec }) => [id, compileChart(spec, look)]));
}
