import { describe, expect, it } from 'vitest';
import type { Proposal } from '@/src/domain/enrich/propose';
import { acceptingOnly, decidedAs, withDecision, type Decisions } from '@/src/ui/enrich/decisions';

const proposal = (id: string, field: Proposal['field']): Proposal => ({
  id,
  field,
  value: id,
  raw: id,
  confidence: 0.9,
  sources: [],
  provider: 'own-site',
  role: 'home',
  effect: 'fills',
  ticked: false,
});
const [NAME, OTHER_NAME] = [proposal('name0', 'legalName'), proposal('name1', 'legalName')];
const [PHONE, OTHER_PHONE] = [proposal('phone0', 'phones'), proposal('phone1', 'phones')];
const LIST = [NAME, OTHER_NAME, PHONE, OTHER_PHONE];
const said = (decisions: Decisions): string[] => [...decisions].map(([id, decision]) => `${id} ${decision}`).sort();

describe('decisions on proposals', () => {
  it('accept one of a field that holds one value, and all of one that holds several', () => {
    const both = LIST.reduce<Decisions>((known, one) => withDecision(known, LIST, one, 'accept'), new Map());

    expect(said(both)).toEqual(['name1 accept', 'phone0 accept', 'phone1 accept']);
  });

  it('leave a rival refused that was refused, and are taken back one by one', () => {
    const refused = withDecision(new Map(), LIST, NAME, 'refuse');
    const accepted = withDecision(refused, LIST, OTHER_NAME, 'accept');

    expect(said(accepted)).toEqual(['name0 refuse', 'name1 accept']);
    expect(said(withDecision(accepted, LIST, OTHER_NAME, undefined))).toEqual(['name0 refuse']);
  });

  it('taken together accept the first of a field, and forget no refusal', () => {
    const refused = withDecision(withDecision(new Map(), LIST, PHONE, 'refuse'), LIST, OTHER_PHONE, 'accept');
    const safe = acceptingOnly(refused, [NAME, OTHER_NAME, PHONE]);

    expect(said(safe)).toEqual(['name0 accept', 'phone0 refuse']);
    expect(said(acceptingOnly(safe, []))).toEqual(['phone0 refuse']);
    expect(decidedAs(safe, LIST, 'accept')).toEqual([NAME]);
    expect(decidedAs(safe, LIST, 'refuse')).toEqual([PHONE]);
  });
});
