import { expect, it } from 'vitest';
import { factsIn, fillFacts } from '@/src/domain/notebook/facts';

const known: Readonly<Record<string, string>> = { 'pareto.k': '1,178', name: '[x](javascript:1) *b* <i>' };

it.each<[string, string, string[]]>([
  ['Only {{pareto.k}} of them.', 'Only 1,178 of them.', []],
  ['{{ pareto.k }}{{pareto.z}}', '1,178{{pareto.z}}', ['pareto.z']],
  ['`{{pareto.k}}` ``a ` {{pareto.k}}`` {{pareto.k}}', '`{{pareto.k}}` ``a ` {{pareto.k}}`` 1,178', []],
  ['a ` {{pareto.k}}', 'a ` 1,178', []],
  ['```text\n{{pareto.k}}\n```\n{{pareto.k}}', '```text\n{{pareto.k}}\n```\n1,178', []],
  ['{{name}}', '\\[x\\]\\(javascript:1\\) \\*b\\* \\<i\\>', []],
  ['{{a b}} {{}} {{{pareto.k}}}', '{{a b}} {{}} {1,178}', []],
])('fillFacts of %j', (text, filled, unknown) => {
  expect(fillFacts(text, (name) => (Object.hasOwn(known, name) ? known[name] : undefined))).toEqual({
    text: filled,
    unknown,
  });
});

it('factsIn names each fact once', () => {
  expect(factsIn('{{a.b}} {{c}} {{a.b}} `{{d}}`')).toEqual(['a.b', 'c']);
});
