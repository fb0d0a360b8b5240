import { describe, expect, it } from 'vitest';
import { ANALYSES } from '@/src/domain/analysis/catalogue';
import { must } from '@/src/kernel/assert';
import { table, type Outcome } from '@/src/domain/analysis/result';
import type { AnalysisRun } from '@/src/domain/analysis/run-analysis';
import { shownParts } from '@/src/domain/notebook/shown-parts';

const run = (tables: Outcome['tables']): AnalysisRun => ({
  analysis: 'churn-by-reason',
  version: 1,
  params: {},
  outcome: { facts: {}, tables },
});
const COLUMNS = { group: 'text', name: 'text', count: 'count', countShare: 'share', lostShare: 'share' } as const;
const reasons = table(COLUMNS, [['named', 'price', 2, 1, 1]]);
const none = table(COLUMNS, []);
const named = (show: readonly string[], tables: Outcome['tables']): string[] =>
  shownParts(show, run(tables), (key) => key).map((part) =>
    part.kind === 'headline' ? part.kind : `${part.kind}.${part.name}`,
  );

describe('what a cell shows', () => {
  const all = ['chart.reasons', 'chart.industries', 'headline', 'table.reasons', 'table.industries'];

  it('is in the order asked for, without charts that would be empty', () => {
    expect(named(all, { reasons, industries: none })).toEqual([
      'chart.reasons',
      'headline',
      'table.reasons',
      'table.industries',
    ]);
  });

  it.each([[all], [['chart.reasons']], [[]]])(
    'is the headline alone where there is nothing in any table: %j',
    (show) => {
      expect(named(show, { reasons: none, industries: none })).toEqual(['headline']);
    },
  );

  it.each(['chart.pareto', 'table.', 'table.toString', 'chart', 'video.reasons', '', 'table.reasons.more'])(
    'passes over what the analysis does not have: %s',
    (asked) => {
      expect(named([asked, 'headline'], { reasons, industries: none }).at(-1)).toBe('headline');
      expect(named([asked], { reasons, industries: none })).toHaveLength(asked === 'table.reasons.more' ? 1 : 0);
    },
  );

  it('gives the specification and the table themselves', () => {
    const [chart, shown] = shownParts(
      ['chart.reasons', 'table.reasons'],
      run({ reasons, industries: none }),
      (key) => key,
    );
    const charts = must(ANALYSES.get('churn-by-reason'), 'the analysis').charts(
      run({ reasons, industries: none }).outcome,
      (key) => key,
    );

    expect(chart).toEqual({ kind: 'chart', name: 'reasons', spec: charts['reasons'] });
    expect(shown).toEqual({ kind: 'table', name: 'reasons', table: reasons });
  });
});
