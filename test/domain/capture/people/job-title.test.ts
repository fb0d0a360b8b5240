import { describe, expect, it } from 'vitest';
import { isJobTitle, plainTitle } from '@/src/domain/capture/people/job-title';

describe('a title', () => {
  it.each([
    ['Managing Director Email T +44 1865 220 110', 'Managing Director'],
    ['Head of Sales | E-Mail | LinkedIn', 'Head of Sales'],
    ['Vertriebsleiterin, Tel.: 0721 4455-667', 'Vertriebsleiterin'],
    ['Director of Mail Services', 'Director of Mail Services'],
    ['CTO', 'CTO'],
    ['Email', 'Email'],
  ])('of the line %j is %j', (line, title) => {
    expect(plainTitle(line)).toBe(title);
  });

  it('has no number of a house in it', () => {
    expect(isJobTitle('C/ Mayor 14, 31001 Pamplona')).toBe(false);
    expect(isJobTitle('Mayor of Northwick')).toBe(true);
  });
});
