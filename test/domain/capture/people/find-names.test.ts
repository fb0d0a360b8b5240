import { describe, expect, it } from 'vitest';
import { findNames, withoutAddress } from '@/src/domain/capture/people/find-names';

describe('a name without its form of address', () => {
  it.each([
    ['Dr. Anna Vogt', 'Anna Vogt'],
    ['Dr.Anna Vogt', 'Anna Vogt'],
    ['Frau Mag. Eva Roth', 'Eva Roth'],
    ['Mr Tom Ashby', 'Tom Ashby'],
    // First and family names that only begin as one does.
    ['Drew Ashby', 'Drew Ashby'],
    ['Magdalena Rettner', 'Magdalena Rettner'],
    ['Honora Blake', 'Honora Blake'],
    ['Herrmann Kohl', 'Herrmann Kohl'],
  ])('%s: %s', (given, name) => {
    expect(withoutAddress(given)).toBe(name);
  });
});

describe('names in a line', () => {
  it.each([
    ['Daniel O’Shea, Sales', ['Daniel O’Shea']],
    ["Daniel O'Shea, Sales", ["Daniel O'Shea"]],
    ['Thomas Großmann', ['Thomas Großmann']],
    ['Herr Jürgen Weiß, Einkauf', ['Jürgen Weiß']],
    ['Paweł Nowak', ['Paweł Nowak']],
    ['Mehmet Yıldız', ['Mehmet Yıldız']],
    ['Willem van den Berg', ['Willem van den Berg']],
    ['Aisha Rahman, Technical Sales', ['Aisha Rahman']],
    ['Malermeister Sven Lindqvist', ['Sven Lindqvist']],
    ['By Susan Clark, Editor', []],
    ['J. Peter Moore', ['J. Peter Moore']],
    ['Vertrieb Nord', []],
    ['Ihre Ansprechpartner', []],
    ['Chocolaterie Duvernay', []],
  ])('%s: %j', (line, names) => {
    expect(findNames(line).map(({ name }) => name)).toEqual(names);
  });
});
