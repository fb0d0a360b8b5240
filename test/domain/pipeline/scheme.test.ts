import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPercent, readScheme, stepData, textIn } from '@/src/domain/pipeline/scheme';
import { schemeIdOf, schemeOfRecord } from '@/src/domain/pipeline/scheme-of';
import type { PipelineSchemeFields } from '@/src/domain/pipeline/pipeline-scheme.kind';
import { SHIPPED_SCHEMES } from '@/src/domain/pipeline/shipped-schemes';
import type { RecordId } from '@/src/kernel/ids';
import { runs } from '@/test/support/runs';

describe('a scheme that is read', () => {
  it('leaves out what cannot be read, and keeps the rest', () => {
    const { steps, title, sale } = readScheme('mine', {
      title: 7,
      sale: 'barter',
      steps: [
        null,
        { id: 'a b', name: 'Blank in the id' },
        { id: 'nameless', name: ' ' },
        {
          id: 'one',
          name: 'One',
          probability: 200.5,
          exit: [{ id: 'x' }, 4, { id: 'y', text: 'Y', field: '' }],
          work: ['', 1],
        },
        { id: 'one', name: 'Twice' },
        { id: 'two', name: { en: 'Two' }, probability: 12.25, loop: true, tasks: [{ role: 'cook', text: 'Cook' }] },
      ],
    });
    expect({ title, sale }).toEqual({ title: 'mine', sale: 'account' });
    expect(steps).toEqual([
      { id: 'one', name: 'One', exit: [{ id: 'y', text: 'Y' }], work: [], tasks: [], isLoop: false },
      { id: 'two', name: { en: 'Two' }, probability: 12.25, exit: [], work: [], tasks: [], isLoop: true },
    ]);
  });

  it('is never longer than a scheme can be, whatever it is read from', () => {
    fc.assert(
      fc.property(fc.anything(), fc.array(fc.anything(), { maxLength: 60 }), (value, steps) => {
        expect(readScheme('any', value).id).toBe('any');
        expect(readScheme('any', { steps }).steps.length).toBeLessThanOrEqual(40);
      }),
      { ...runs(100, 2000), seed: 33 },
    );
    const steps = Array.from({ length: 41 }, (_, i) => ({ id: `s${i}`, name: 'x'.repeat(501) }));
    const read = readScheme('long', { steps });
    expect(read.steps).toHaveLength(40);
    expect(read.steps[0]?.name).toHaveLength(500);
  });

  it.each(SHIPPED_SCHEMES.map((scheme) => [scheme.id, scheme] as const))(
    'comes back from its record: %s',
    (_, scheme) => {
      const steps = Object.fromEntries(scheme.steps.map((step, i) => [step.id, stepData(step, i)]).toReversed());
      const fields: PipelineSchemeFields = { name: 'Copy', sale: scheme.sale, steps };
      expect(schemeOfRecord({ id: 'copy' as RecordId, fields })).toEqual({ ...scheme, id: 'copy', title: 'Copy' });
    },
  );

  it('puts steps without an order last, ties by their ids', () => {
    const steps = { b: { name: 'B' }, a: { name: 'A' }, z: { name: 'Z', order: 1 }, y: 'nothing' };
    const read = schemeOfRecord({ id: 'r' as RecordId, fields: { name: 'Mine', steps } });
    expect(read.steps.map(({ id }) => id)).toEqual(['z', 'a', 'b']);
  });
});

describe('a text', () => {
  it('is in the language asked for, else English, else whatever there is', () => {
    const text = { en: 'Price', 'zh-CN': '价格' };
    expect(['zh-CN', 'zh-TW', 'en'].map((language) => textIn(text, language))).toEqual(['价格', 'Price', 'Price']);
    expect(textIn({ 'zh-TW': '價格' }, 'en')).toBe('價格');
    expect(textIn({}, 'en')).toBe('');
    expect(textIn('Our own', 'zh-CN')).toBe('Our own');
  });
});

describe('a probability', () => {
  it.each([
    [0, true],
    [0.01, true],
    [110, true],
    [200, true],
    [200.01, false],
    [-0.01, false],
    [33.333, false],
    [NaN, false],
    ['5', false],
    [undefined, false],
  ])('%s: %s', (value, is) => {
    expect(isPercent(value)).toBe(is);
  });
});

describe('the scheme of an opportunity', () => {
  it('is its own, else the shipped one it names, else the eight steps', () => {
    expect(schemeIdOf({ ownScheme: 'mine', scheme: 'six-phase' })).toBe('mine');
    expect(schemeIdOf({ scheme: 'six-phase' })).toBe('six-phase');
    expect(schemeIdOf({})).toBe('eight-step');
  });
});
