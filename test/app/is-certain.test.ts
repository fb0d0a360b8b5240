import { describe, expect, it } from 'vitest';
import type { CaptureDraft, DraftValue, PartyDraft } from '@/src/app/capture-draft';
import { isCertain } from '@/src/app/is-certain';

const value = (field: DraftValue['field'], ticked = true): DraftValue => ({
  id: field,
  field,
  value: `some ${field}`,
  raw: `some ${field}`,
  confidence: ticked ? 0.9 : 0.5,
  sources: [],
  ticked,
  typed: false,
});
const party = (id: string, kind: PartyDraft['kind'], values: readonly DraftValue[], ticked = true): PartyDraft => ({
  id,
  kind,
  ticked,
  values,
});
const draft = (parties: readonly PartyDraft[], notices: CaptureDraft['notices'] = []): CaptureDraft => ({
  url: 'https://www.tarnhill.example/',
  title: 'Tarnhill',
  parties,
  notices,
});
const OWN = party('p0', 'company', [value('name'), value('website')]);
const NOBODY: ReadonlySet<string> = new Set();

describe('what is certain', () => {
  it.each([
    ['a company with a name and a web site', draft([OWN]), NOBODY, true],
    ['a name and a number', draft([party('p0', 'company', [value('name'), value('phones')])]), NOBODY, true],
    ['with people who work there', draft([OWN, party('p1', 'person', [value('name')])]), NOBODY, true],
    ['a name alone', draft([party('p0', 'company', [value('name'), value('addresses')])]), NOBODY, false],
    [
      'a name that is not sure',
      draft([party('p0', 'company', [value('name', false), value('website')])]),
      NOBODY,
      false,
    ],
    [
      'a site that is not sure',
      draft([party('p0', 'company', [value('name'), value('website', false)])]),
      NOBODY,
      false,
    ],
    ['a company that is not ticked', draft([{ ...OWN, ticked: false }]), NOBODY, false],
    ['one that may be on file', draft([OWN]), new Set(['p0']), false],
    ['a person of it who may be', draft([OWN, party('p1', 'person', [value('name')])]), new Set(['p1']), false],
    ['one who may be, but is not ticked', draft([OWN, party('p1', 'person', [], false)]), new Set(['p1']), true],
    ['a page that was not read whole', draft([OWN], ['stopped']), NOBODY, false],
    ['people without a company', draft([party('p0', 'person', [value('name'), value('phones')])]), NOBODY, false],
    ['nothing', draft([]), NOBODY, false],
  ])('%s', (_, given, known, expected) => {
    expect(isCertain(given, known)).toBe(expected);
  });
});
