import { describe, expect, it } from 'vitest';
import { matchCompanies } from '@/src/domain/identity/match-companies';
import { companyTraits, type PartyValues } from '@/src/domain/parties/party-traits';
import { claimKeys, isSameClient, type ClaimFields } from '@/src/domain/registration/claimed-client';
import { companyPairs } from '@/test/support/party-pairs';

/** What a registration would say of the company. */
function claimOf(values: PartyValues): ClaimFields {
  const [first] = ['name', 'phones', 'website', 'registrationIds'].map((field) => values(field)[0] ?? '');
  return {
    client: first,
    phone: values('phones')[0],
    website: values('website')[0],
    registrationId: values('registrationIds')[0],
  };
}

/** As a confirmation finds a rival: by a key in common first, then by what both say. */
function meets(a: ClaimFields, b: ClaimFields): boolean {
  const keys = new Set(claimKeys(a));
  return claimKeys(b).some((key) => keys.has(key)) && isSameClient(a, b);
}

describe('S12 duplicates and name variants', () => {
  it.each([
    ['simplified and traditional', '战略客户', '戰略客戶'],
    ['legal suffixes', '青禾岭泵业有限公司', '青禾岭泵业股份有限公司'],
    ['traditional with a suffix against simplified without', '臺灣青禾嶺泵業股份有限公司', '青禾岭泵业'],
    ['full-width letters', 'ＡＣＭＥ电子有限公司', 'acme电子'],
    ['Latin suffixes and capitals', 'Müller & Söhne G.m.b.H.', 'MUELLER SOEHNE GMBH'],
    ['the order of words', 'Northwick Instruments Ltd', 'Instruments Northwick'],
  ])('takes for one client: %s', (_, one, other) => {
    expect(meets({ client: one }, { client: other })).toBe(true);
  });

  it.each([
    ['places', '上海青禾岭泵业有限公司', '北京青禾岭泵业有限公司'],
    ['branches', '青禾岭泵业有限公司苏州分公司', '青禾岭泵业有限公司杭州分公司'],
    ['names', '青禾岭泵业', '青云岭泵业'],
  ])('takes for two clients: other %s', (_, one, other) => {
    expect(meets({ client: one }, { client: other })).toBe(false);
  });

  it('finds a phone whichever way it is filed with an extension', () => {
    const [plain, extended] = ['+862155550101', '+862155550101 ext. 8'];
    expect(meets({ client: '甲', phone: plain }, { client: '乙', phone: extended })).toBe(true);
    expect(meets({ client: '甲', phone: plain }, { client: '乙', phone: '+862155550102' })).toBe(false);
  });

  const pairs = companyPairs(20_261_123, 2000);
  const share = (some: readonly unknown[], of: readonly unknown[]): number => some.length / of.length;

  it('is sure of what is one company: 99 of 100 right, and finds 9 of 10 copies, on 2,000 pairs of which half are none', () => {
    const judged = pairs.map((pair) => ({
      ...pair,
      match: matchCompanies(companyTraits(pair.a), companyTraits(pair.b)),
    }));
    const sure = judged.filter(({ match }) => match?.tier === 'same');
    expect(
      share(
        sure.filter(({ same }) => same),
        sure,
      ),
    ).toBeGreaterThanOrEqual(0.99);
    const copies = judged.filter(({ same }) => same);
    const found = copies.filter(({ match }) => match?.tier === 'same' || match?.tier === 'likely');
    expect(share(found, copies)).toBeGreaterThanOrEqual(0.9);
  });

  it('lets no copy pass as another client when it is registered, and no stranger as the same', () => {
    const copies = pairs.filter(({ same }) => same);
    expect(
      share(
        copies.filter(({ a, b }) => meets(claimOf(a), claimOf(b))),
        copies,
      ),
    ).toBeGreaterThanOrEqual(0.99);
    const strangers = pairs.filter(({ how }) => how === 'stranger');
    expect(strangers.length).toBeGreaterThan(50);
    expect(strangers.filter(({ a, b }) => meets(claimOf(a), claimOf(b)))).toEqual([]);
  });
});
