import { expressionInterpreter } from 'vega-interpreter';
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { expect, it } from 'vitest';
import { sampleOrders } from '@/src/app/sample/sample-orders';
import { ANALYSES } from '@/src/domain/analysis/catalogue';
import { LocalSource } from '@/src/domain/analysis/local-source';
import { runAnalysis } from '@/src/domain/analysis/run-analysis';
import { must } from '@/src/kernel/assert';
import { day } from '@/test/support/orders';
import { ordersOf } from '@/test/support/tabular';

const source = ordersOf(sampleOrders({ seed: 1, lines: 3000, lastDay: day('2026-10-18'), language: 'en' })).then(
  ({ orders }) => LocalSource.of(orders),
);

it.each([...ANALYSES.keys()])(
  'the charts of %s compile and draw without a warning, from facts that are declared',
  async (name) => {
    const analysis = must(ANALYSES.get(name), name);
    const run = await runAnalysis(await source, name, {});
    const outcome = run.ok ? run.value.outcome : expect.fail(run.error.code);
    const charts = Object.values(analysis.charts(outcome, (key) => key));
    const warnings: string[] = [];
    const said = (...parts: unknown[]) => (warnings.push(parts.join(' ')), logger);
    const logger = { level: () => logger, info: () => logger, debug: () => logger, warn: said, error: said };

    expect(Object.keys(analysis.factTypes)).toEqual(expect.arrayContaining(Object.keys(outcome.facts)));
    expect(charts.length).toBeGreaterThan(0);
    for (const spec of charts) {
      // Safe: what the type leaves open, the compiler says in its warnings, which are asserted on.
      const { spec: vega } = compile({ ...spec, width: 600 } as unknown as TopLevelSpec, { logger: logger as never });
      const view = new View(parse(vega, {}, { ast: true }), { renderer: 'none', expr: expressionInterpreter } as never);
      await view.runAsync();
      expect(await view.toSVG()).toContain('<path');
      view.finalize();
    }
    expect(warnings).toEqual([]);
  },
);
