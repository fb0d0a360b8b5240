import { describe, expect, it } from 'vitest';
import { tooltipHtml } from '@/src/ui/charts/tooltip-html';

const toHtml = (text: string): string => text.replaceAll('<', '&lt;');
const row = (name: string, value: string): string =>
  `<tr><td class="key">${name}</td><td class="value">${value}</td></tr>`;

describe('what the pointer rests on', () => {
  it.each([
    ['a < b', 'a &lt; b'],
    [3, '3'],
    [null, 'null'],
    [{}, '<table></table>'],
    [{ a: 1, b: undefined, '<c>': '<d>' }, `<table>${row('a', '1')}${row('&lt;c>', '&lt;d>')}</table>`],
    [['x', null], `<table>${row('0', 'x')}${row('1', 'null')}</table>`],
    [{ image: 'http://evil.example/x.png' }, `<table>${row('image', 'http://evil.example/x.png')}</table>`],
    [{ title: 'Sales', image: '<img>' }, `<table>${row('title', 'Sales')}${row('image', '&lt;img>')}</table>`],
  ])('%j is text', (value, html) => {
    expect(tooltipHtml(value, toHtml)).toBe(html);
  });
});
