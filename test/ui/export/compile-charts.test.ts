import { expect, it } from 'vitest';
import type { ChartSpec } from '@/src/domain/analysis/result';
import { compileCharts } from '@/src/ui/export/compile-charts';

const chart = (id: string, spec: ChartSpec) => ({ kind: 'chart', id, title: id, spec, isRaw: false }) as const;
const bars: ChartSpec = {
  mark: 'bar',
  data: { values: [{ a: 1 }] },
  encoding: { x: { field: 'a', type: 'quantitative' } },
};

it('a chart that cannot be drawn is its reason, and the others are charts', () => {
  const broken = { ...bars, transform: [{ filter: 'a ===' }] };
  const compiled = compileCharts([chart('broken', broken), chart('whole', bars)], 'en');

  expect(compiled['broken']).toMatch(/^Error: \S/);
  expect(compiled['whole']).toMatchObject({ marks: [{ type: 'rect' }] });
  expect(compileCharts([], 'en')).toEqual({});
});
