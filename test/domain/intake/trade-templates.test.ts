import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '@/src/domain/notebook/notebook';
import { templateMark, TRADE_TEMPLATES } from '@/src/domain/intake/trade-templates';

const texts = import.meta.glob<Readonly<Record<string, Readonly<Record<string, string>>>>>(
  '@/src/locales/*/trades.json',
  { eager: true, import: 'default' },
);

describe('the templates of trades', () => {
  it('have marks and names of their own', () => {
    const marks = TRADE_TEMPLATES.flatMap(({ trade, fields }) => fields.map(({ name }) => templateMark(trade, name)));
    expect(new Set(marks).size).toBe(marks.length);
    expect(marks).toEqual(expect.arrayContaining(['leasing/area', 'leasing/orientation', 'leasing/floor']));
    for (const { fields } of TRADE_TEMPLATES)
      for (const { type, choices = [] } of fields) expect(choices.length > 0).toBe(type === 'choice');
  });

  it.each(LANGUAGES)('have a word for everything in %s, and none too many', (language) => {
    const own = Object.entries(texts).find(([path]) => path.includes(`/${language}/`))?.[1] ?? {};
    const fields = TRADE_TEMPLATES.flatMap((one) => one.fields);
    expect(Object.keys(own['trade'] ?? {})).toEqual(TRADE_TEMPLATES.map(({ trade }) => trade));
    expect(Object.keys(own['field'] ?? {}).toSorted()).toEqual([...new Set(fields.map(({ name }) => name))].toSorted());
    expect(Object.keys(own['choice'] ?? {}).toSorted()).toEqual(
      [...new Set(fields.flatMap(({ choices = [] }) => choices))].toSorted(),
    );
    // Two fields called the same in one kind could not be told apart.
    const labels = Object.values(own['field'] ?? {});
    expect(new Set(labels).size).toBe(labels.length);
  });
});
