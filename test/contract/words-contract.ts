import { describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { LANGUAGES } from '@/src/domain/notebook/notebook';
import { STATE } from '@/src/domain/records/record';
import { columnPaths, shownFields, textAt, textsOf, type KindExample } from './kind-example';
import { all, setStage } from './stage';

export function describeWords(example: KindExample): void {
  const { kind, refusals, admissions = [] } = example;
  const choices = shownFields(kind).flatMap(([name, { choices = [] }]) =>
    choices.map((one) => `choice.${name}.${one}`),
  );
  const coded = [
    ...kind.states.map((state) => `state.${state}`),
    ...kind.transitions.map(({ name }) => `transition.${name}`),
    ...[...refusals, ...admissions].map(({ code }) => `refusal.${code}`),
    ...kind.duties.map(({ name }) => `duty.${name}`),
    ...choices,
  ];
  const fields = shownFields(kind).map(([name]) => `field.${name}`);

  describe.each(LANGUAGES)('in %s', (language) => {
    const stage = setStage(example);

    it('has a word for everything, and none for what it has not', () => {
      const wanted = ['one', 'all', ...fields, ...coded];
      expect(wanted.filter((key) => (textAt(example, language, key) ?? '').trim() === '')).toEqual([]);
      const own = keysOf(textsOf(example, language)).filter((key) =>
        /^(state|transition|refusal|duty|choice)\./.test(key),
      );
      expect(own.toSorted()).toEqual([...new Set(coded)].toSorted());
    });

    it('shows them', async () => {
      await stage.file('Alder');
      await stage.room({}, undefined, language);
      const headings = all('thead th button').map(({ textContent }) => textContent.replace(/ [↑↓]$/, ''));
      const words = columnPaths(kind).map((path) =>
        path === STATE ? headings[1] : textAt(example, language, `field.${path}`),
      );
      expect(headings).toEqual(words);
      const cells = all('tbody td').map(({ textContent }) => textContent);
      const state = must(textAt(example, language, `state.${kind.states[0]}`), 'a word for the state');
      expect(cells.includes(state)).toBe(kind.states.length > 1);
    });
  });
}

function keysOf(texts: object, before = ''): string[] {
  return Object.entries(texts).flatMap(([key, text]: [string, unknown]) =>
    typeof text === 'object' && text !== null ? keysOf(text, `${before}${key}.`) : [`${before}${key}`],
  );
}
