import { expressionInterpreter } from 'vega-interpreter';
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { rowsAsData } from '@/src/domain/analysis/charts/table-data';
import { table, type ResultTable } from '@/src/domain/analysis/result';
import { chartFault } from '@/src/domain/notebook/chart-cell';
import { presetSpec } from '@/src/domain/notebook/chart-preset';
import { CHART_PRESETS, type PresetChoice } from '@/src/domain/notebook/notebook';

const SALES = table({ '客户.名 [a]': 'text', region: 'text', value: 'money', rate: 'share' }, [
  ['甲', 'east', '70.50', 0.9],
  ['乙', 'west', '20.00', 0.5],
  ['丙', 'east', '-9.50', 0.2],
  ['丁', 'west', '9.50', 0.1],
]);

async function drawn(choice: PresetChoice, from: ResultTable): Promise<{ svg: string; warnings: string[] }> {
  const spec = presetSpec(choice, from);
  const warnings: string[] = [];
  const say = (...said: unknown[]) => (warnings.push(said.join(' ')), logger);
  const logger = { level: () => logger, info: () => logger, debug: () => logger, warn: say, error: say };
  const values = rowsAsData(from).map((row) => ({ ...row, value: Number(row['value']) }));
  const whole = { ...(spec.ok ? spec.value : {}), data: { values }, width: 400 };
  // Safe: what the type leaves open, the compiler says in its warnings, which are asserted on.
  const { spec: vega } = compile(whole as unknown as TopLevelSpec, { logger: logger as never });
  const view = new View(parse(vega, {}, { ast: true }), { renderer: 'none', expr: expressionInterpreter } as never);
  await view.runAsync();
  const svg = await view.toSVG();
  view.finalize();
  return { svg, warnings };
}

describe.each(CHART_PRESETS)('the preset %s', (preset) => {
  it('is drawn from a table by itself, whatever its columns are called', async () => {
    const { svg, warnings } = await drawn({ preset }, SALES);

    expect(warnings).toEqual([]);
    expect(svg).toMatch(/<path[^>]* d="M/);
    expect(svg).not.toContain('NaN');
  });

  it('is drawn from the columns that were chosen', async () => {
    const { svg, warnings } = await drawn({ preset, x: 'region', y: 'rate', by: '客户.名 [a]' }, SALES);

    expect(warnings).toEqual([]);
    expect(svg).not.toContain('NaN');
  });

  it('has no data of its own, and nothing else that a chart may not have', () => {
    const spec = presetSpec({ preset }, SALES);

    expect(chartFault(spec.ok ? spec.value : undefined)).toBeUndefined();
  });

  it('names a column that is not there, and nothing where there are too few', () => {
    expect(presetSpec({ preset, y: 'other' }, SALES)).toEqual({ ok: false, error: { column: 'other' } });
    expect(presetSpec({ preset }, table({ a: 'text' }, []))).toEqual({ ok: false, error: { column: '' } });
  });
});

it('Pareto ranks what is positive, with the share of all up to it', async () => {
  const { svg } = await drawn({ preset: 'pareto' }, SALES);

  expect(svg).toContain('value: 70.5');
  expect(svg).not.toContain('-9.5');
});

it('numbers of a heat map rise to the right and upwards, names stand as the table has them', () => {
  const grid = table({ f: 'count', r: 'count', name: 'text', sum: 'money' }, [
    [2, 1, '乙', '1'],
    [1, 2, '甲', '2'],
  ]);
  const sorts = (choice: Omit<PresetChoice, 'preset'>): unknown => {
    const spec = presetSpec({ preset: 'heat-map', y: 'sum', ...choice }, grid);
    return spec.ok ? spec.value['encoding'] : spec.error;
  };

  expect(sorts({ x: 'f', by: 'r' })).toMatchObject({ x: { sort: 'ascending' }, y: { sort: 'descending' } });
  expect(sorts({ x: 'name', by: 'r' })).toMatchObject({ x: { sort: null }, y: { sort: 'descending' } });
});
