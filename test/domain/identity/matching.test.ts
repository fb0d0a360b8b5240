import { describe, expect, it } from 'vitest';
import { matchCompanies } from '@/src/domain/identity/match-companies';
import { matchPeople } from '@/src/domain/identity/match-people';
import type { Match } from '@/src/domain/identity/match';
import { companyKeys, companyTraits, personKeys, personTraits } from '@/src/domain/parties/party-traits';
import { companyPairs, personPairs, type PartyPair } from '@/test/support/party-pairs';

type Judge = (pair: PartyPair) => Match | undefined;
const judgeCompanies: Judge = ({ a, b }) => matchCompanies(companyTraits(a), companyTraits(b));
const judgePeople: Judge = ({ a, b }) => matchPeople(personTraits(a), personTraits(b));

/** Precision and recall of `same`, recall of `same` or `likely`, and what went wrong. */
function score(pairs: readonly PartyPair[], judge: Judge) {
  const judged = pairs.map((pair) => ({ pair, tier: judge(pair)?.tier }));
  const same = judged.filter(({ tier }) => tier === 'same');
  const right = same.filter(({ pair }) => pair.same);
  const positives = judged.filter(({ pair }) => pair.same);
  const near = positives.filter(({ tier }) => tier === 'same' || tier === 'likely');
  const show = (pair: PartyPair): string =>
    ['name', 'website', 'emails', 'phones', 'company']
      .map((field) => `${pair.a(field)} ~ ${pair.b(field)}`)
      .join(' | ');
  return {
    pairs: pairs.length,
    precision: right.length / same.length,
    recall: right.length / positives.length,
    likelyRecall: near.length / positives.length,
    wrong: same.filter(({ pair }) => !pair.same).map(({ pair }) => `${pair.how}: ${show(pair)}`),
    missed: positives.filter(({ tier }) => tier !== 'same' && tier !== 'likely').map(({ pair }) => show(pair)),
  };
}

describe.each([
  ['companies', companyPairs, judgeCompanies],
  ['people', personPairs, judgePeople],
] as const)('generated pairs of %s', (name, pairsOf, judge) => {
  it('are told apart', () => {
    const found = score(pairsOf(7, 5000), judge);
    console.log(
      `${name}: ${found.pairs} pairs, same: precision ${found.precision.toFixed(4)}, recall ${found.recall.toFixed(4)}; likely: recall ${found.likelyRecall.toFixed(4)}`,
    );
    if (process.env['SHOW']) console.log(found.wrong.slice(0, 20), found.missed.slice(0, 20));

    expect(found.precision).toBeGreaterThanOrEqual(0.998);
    expect(found.recall).toBeGreaterThanOrEqual(0.9);
    expect(found.likelyRecall).toBeGreaterThanOrEqual(0.97);
  });
});

describe('keys', () => {
  it('bring together what is the same or likely', () => {
    const apart = (
      pairs: readonly PartyPair[],
      judge: Judge,
      keys: (values: PartyPair['a']) => string[],
    ): PartyPair[] =>
      pairs.filter((pair) => {
        const other = new Set(keys(pair.b));
        const match = judge(pair);
        const isFaint = match?.reasons.join() === 'similar-name,address';
        return /same|likely/.test(match?.tier ?? '') && !isFaint && !keys(pair.a).some((key) => other.has(key));
      });

    expect(apart(companyPairs(9, 5000), judgeCompanies, companyKeys)).toEqual([]);
    expect(apart(personPairs(9, 5000), judgePeople, (values) => personKeys(personTraits(values)))).toEqual([]);
  });
});

describe('matchCompanies', () => {
  const base = { name: ['上海青禾岭泵业有限公司'], website: ['https://qinghe.cn/'], phones: ['+862158886666'] };
  const traits = (values: Record<string, string[]>) => companyTraits((field) => values[field] ?? []);
  const match = (other: Record<string, string[]>, one: Record<string, string[]> = base) =>
    matchCompanies(traits(one), traits(other));
  const known = { ...base, registrationIds: ['91110000600037341L'] };

  it.each([
    ['a register number', match({ registrationIds: ['9111 0000 6000 3734 1L'] }, known), 'same'],
    ['two numbers of one register', match({ ...base, registrationIds: ['91310115MA1K4B0X3P'] }, known), 'same'],
    ['domain and name', match({ name: ['青禾岭泵业'], website: ['http://www.qinghe.cn/about'] }), 'same'],
    [
      'name, phone and mail',
      match({ ...base, website: [], emails: ['a@b.cn'] }, { ...base, website: [], emails: ['a@b.cn'] }),
      'same',
    ],
    ['domain alone', match({ name: ['Qinghe Pumps'], website: ['qinghe.cn'] }), 'likely'],
    [
      'a sister in another city on one site',
      match({ name: ['北京青禾岭泵业有限公司'], website: ['qinghe.cn'] }),
      'likely',
    ],
    ['name and phone', match({ name: ['青禾岭泵业'], phones: ['+862158886666'] }), 'likely'],
    ['name alone', match({ name: ['青禾岭泵业'] }), 'possible'],
    ['phone alone', match({ name: ['远山物流'], phones: ['+862158886666'] }), 'possible'],
    ['nothing', match({ name: ['远山物流'] }), undefined],
    [
      'free mail',
      match({ name: ['远山物流'], emails: ['x@163.com'] }, { name: ['青禾岭'], emails: ['y@163.com'] }),
      undefined,
    ],
  ])('%s', (how, found, tier) => {
    // An invalid number identifies nobody and contradicts nobody.
    expect([how, found?.tier]).toEqual([how, tier]);
  });

  it('takes an id in another program for the same company, whatever else differs', () => {
    const hub = (id: string, registration: string) => ({
      name: [id],
      externalIds: ['hubspot:17'],
      registrationIds: [registration],
    });

    expect(match(hub('Northwick', 'DE123456789'), hub('Tarnhill', 'DE987654321'))).toEqual({
      tier: 'same',
      reasons: ['external'],
    });
    expect(match({ name: ['Tarnhill'], externalIds: ['salesforce:17'] }, hub('Northwick', ''))).toBeUndefined();
    expect(companyKeys((field) => hub('Northwick', '')[field as 'name'] ?? [])).toContain('external:hubspot:17');
  });

  it('finds a switchboard whichever of its extensions was filed', () => {
    const keys = (phone: string) => companyKeys((field) => (field === 'phones' ? [phone] : []));
    expect(keys('+862155550101 ext. 801')).toEqual(keys('+862155550101'));
    expect(keys('+862155550101')).toEqual(['phone:+862155550101']);
  });

  it('never takes two register numbers for one company, and says why', () => {
    const vat = (id: string) => ({ ...base, registrationIds: [id] });

    expect(match(vat('DE123456789'), vat('DE987654321'))).toEqual({ tier: 'never', reasons: ['other-registration'] });
    expect(match(vat('FR12345678901'), vat('DE987654321'))?.tier).toBe('same');
    expect(match({ ...base })?.reasons).toEqual(['domain', 'phone', 'name']);
  });
});

describe('matchPeople', () => {
  const base = { name: ['王晓岚'], emails: ['wang.xl@qinghe.cn'], phones: ['+8613812340101'], company: ['c1'] };
  const match = (other: Record<string, string[]>, switchboards: string[] = []) =>
    matchPeople(
      personTraits((field) => base[field as keyof typeof base] ?? [], new Set(switchboards)),
      personTraits((field) => other[field] ?? [], new Set(switchboards)),
    )?.tier;

  it.each([
    ['personal mail', { name: ['Wang Xiaolan'], emails: ['wang.xl+news@qinghe.cn'] }, 'likely'],
    ['personal mail and name', { name: ['王曉嵐'], emails: ['wang.xl@qinghe.cn'] }, 'same'],
    ['mobile and name', { name: ['王 晓岚 女士'], phones: ['+8613812340101'] }, 'same'],
    ['mobile, other name', { name: ['赵国文'], phones: ['+8613812340101'] }, 'likely'],
    ['name and company', { name: ['王晓岚'], company: ['c1'] }, 'likely'],
    ['name', { name: ['王晓岚'] }, 'possible'],
    ['company', { name: ['赵国文'], company: ['c1'] }, undefined],
    ['generic mailbox', { name: ['赵国文'], emails: ['info@qinghe.cn'], company: ['c1'] }, undefined],
  ])('%s', (_, other, tier) => {
    expect(match(other)).toBe(tier);
  });

  it('takes an id in another program for the same person', () => {
    const person = (name: string, id: string) =>
      personTraits((field) => ({ name: [name], externalIds: [id] })[field] ?? []);

    expect(matchPeople(person('王晓岚', 'hubspot:17'), person('赵国文', 'hubspot:17'))).toEqual({
      tier: 'same',
      reasons: ['external'],
    });
    expect(matchPeople(person('王晓岚', 'hubspot:17'), person('赵国文', 'hubspot:18'))).toBeUndefined();
    expect(personKeys(person('王晓岚', 'hubspot:17'))).toEqual(['external:hubspot:17', 'name:王晓岚']);
  });

  it('knows no one by a switchboard', () => {
    expect(match({ name: ['赵国文'], phones: ['+8613812340101'] }, ['+8613812340101'])).toBeUndefined();
  });
});
