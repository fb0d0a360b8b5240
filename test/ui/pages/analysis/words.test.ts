import { describe, expect, it } from 'vitest';
import { ANALYSES } from '@/src/domain/analysis/catalogue';
import type { Outcome } from '@/src/domain/analysis/result';
import { HEADLINE_FIGURES } from '@/src/domain/notebook/headline-figures';
import en from '@/src/locales/en/analysis.json';
import { SENTENCES } from '@/src/ui/pages/analysis/sentences';
import type { Sale } from '@/test/support/orders';
import { outcomeFrom } from '@/test/support/run-analysis';

/** Two years with refunds, profits and prices, so that every analysis has something to say. */
const SALES: readonly Sale[] = Array.from({ length: 120 }, (_, i) => ({
  customer: `c${i % 17}`,
  day: 19_358 + i * 6,
  cents: i % 13 === 0 ? -500 : 1000 * (1 + (i % 17) ** 3),
  profit: 100 * ((i % 5) - 1),
  region: i % 17 < 5 ? 'east' : 'west',
}));
const MORE = { quantity: SALES.map(() => '1'), unitPrice: SALES.map(({ cents }) => String(cents / 90)) };

/** The words at a path, of whatever number; '' where there are none. */
const wordsAt = (path: string): string => {
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  let at: unknown = en;
  for (const part of parts)
    at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined;
  const words = typeof at === 'object' && at !== null ? (at as Record<string, unknown>) : {};
  const text = words[last] ?? words[`${last}_other`];
  return typeof text === 'string' ? text : '';
};
const hasWords = (path: string): boolean => wordsAt(path) !== '';

const RUNS = [...ANALYSES.keys()].flatMap((name) => [
  [name, SALES, MORE, []] as const,
  [name, SALES, {}, ['profit']] as const,
  [name, [], {}, ['profit']] as const,
]);

/** Columns named by a period have no words: `2024-Q1`. */
const PERIOD = /^\d{4}-[QH]\d$/;

describe('the words of the interface', () => {
  it.each(RUNS)('name everything that %s gives', async (name, sales, more, without) => {
    const analysis = ANALYSES.get(name);
    const outcome: Outcome = await outcomeFrom(name, sales, { more, without: [...without] });
    const charts = analysis?.charts(outcome, (key) => (hasWords(key) ? key : expect.fail(`no words for ${key}`))) ?? {};
    const wanted = [
      `${name}.definition`,
      `${name}.title`,
      ...Object.keys(charts).map((chart) => `chart.title.${chart}`),
      ...Object.entries(outcome.tables).flatMap(([table, { columns }]) => [
        `table.${table}`,
        ...columns.filter((column) => !PERIOD.test(column)).map((column) => `column.${column}`),
      ]),
      ...Object.entries(analysis?.parameters ?? {}).flatMap(([parameter, spec]) => [
        `parameter.${parameter}`,
        ...(spec.type === 'choice' ? spec.options.map((option) => `option.${option}`) : []),
      ]),
      ...(HEADLINE_FIGURES[name] ?? []).map((fact) => `figure.${name}.${fact}`),
      ...(SENTENCES[name]?.(outcome.facts) ?? []).map(({ key }) => `headline.${key}`),
    ];

    expect(wanted.length).toBeGreaterThan(5);
    expect(wanted.filter((path) => !hasWords(path))).toEqual([]);
  });

  it.each(RUNS)('are asked for by facts that %s declares', async (name, sales, more, without) => {
    const { facts } = await outcomeFrom(name, sales, { more, without: [...without] });
    const types = ANALYSES.get(name)?.factTypes ?? {};

    expect(Object.keys(facts).filter((fact) => types[fact] === undefined)).toEqual([]);
  });

  it.each(RUNS)('say nothing that the facts of %s do not have', async (name, sales, more, without) => {
    const { facts } = await outcomeFrom(name, sales, { more, without: [...without] });
    const known = new Set([...Object.keys(facts), 'entities', 'count']);
    const texts = (SENTENCES[name]?.(facts) ?? []).map(({ key }) => wordsAt(`headline.${key}`));
    const blanks = texts.flatMap((text) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, blank = '']) => blank));

    expect(texts.length).toBeGreaterThan(0);
    expect(blanks.filter((blank) => !known.has(blank))).toEqual([]);
  });
});
