import { describe, expect, it } from 'vitest';
import { changedSince, divideProposals, isOlder } from '@/src/domain/enrich/queue/divide-proposals';
import type { Proposal } from '@/src/domain/enrich/propose';
import type { Evidenced } from '@/src/domain/records/evidence';

const AT = '2026-11-21T09:00:00.000Z';
const NOW = Date.parse(AT);
const source = { kind: 'text', url: 'https://quill.example/', snippet: 'x', at: AT, extractor: 'test' } as const;

const proposal = (field: Proposal['field'], value: string, more: Partial<Proposal> = {}): Proposal => ({
  id: `${field} ${value}`,
  field,
  value,
  raw: value,
  confidence: 0.99,
  sources: [source],
  provider: 'own-site',
  role: 'home',
  effect: 'fills',
  ticked: true,
  ...more,
});
const held = (at: string, status: Evidenced<string>['status'] = 'accepted'): Evidenced<string> => ({
  value: 'old',
  raw: 'old',
  confidence: 0.9,
  sources: [{ ...source, at }],
  status,
});

describe('what a bulk run files by itself', () => {
  it.each<[string, Proposal, boolean]>([
    ['what fills and is sure', proposal('industry', 'Tools'), true],
    ['at the very bound', proposal('industry', 'Tools', { confidence: 0.98 }), true],
    ['not what is less sure', proposal('industry', 'Tools', { confidence: 0.979 }), false],
    ['not what differs', proposal('industry', 'Tools', { effect: 'differs' }), false],
    ['not what joins other values', proposal('phones', '+442079460958', { effect: 'adds' }), false],
    ['not what completes', proposal('phones', '+442079460958', { effect: 'completes' }), false],
    ['not what is not ticked: doubted, masked, second best', proposal('industry', 'Tools', { ticked: false }), false],
    ['not a line for complaints', proposal('phones', '+442079460958', { label: 'hotline' }), false],
    ['not who may sign', proposal('legalRepresentative', 'Helga Brandt'), false],
    ['a mailbox of a function', proposal('emails', 'info@quill.example'), true],
    ['not the mailbox of a person', proposal('emails', 'helga.brandt@quill.example'), false],
  ])('%s', (_, one, isFiled) => {
    const { accepted, kept } = divideProposals({ list: [one] });
    expect([accepted, kept]).toEqual(isFiled ? [[one], []] : [[], [one]]);
  });

  it('keeps the first 24 of the rest', () => {
    const list = Array.from({ length: 30 }, (_, i) => proposal('phones', `n${i}`, { ticked: false }));
    expect(divideProposals({ list }).kept).toEqual(list.slice(0, 24));
  });
});

describe('what a source says differently today', () => {
  const differing = (at: string, status?: Evidenced<string>['status']): Proposal =>
    proposal('industry', 'new', { effect: 'differs', held: held(at, status) });

  it.each<[string, Proposal, boolean]>([
    ['older than 30 days', differing('2026-10-22T08:59:59.999Z'), true],
    ['30 days old', differing('2026-10-22T09:00:00.000Z'), false],
    ['typed', differing('2020-01-01T00:00:00.000Z', 'typed'), false],
    ['without a readable time', differing('[erased]'), false],
    ['empty till now', proposal('industry', 'new'), false],
  ])('of a value that is %s', (_, one, isKept) => {
    expect(changedSince({ list: [one] }, 30, NOW)).toEqual({ accepted: [], kept: isKept ? [one] : [] });
  });

  it('a text that is no time is not old', () => {
    expect(isOlder('', 1, NOW)).toBe(false);
  });
});
