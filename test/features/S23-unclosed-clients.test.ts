import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unclosedClient } from '@/src/domain/followup/unclosed-client.kind';
import { LOSS_REASONS } from '@/src/domain/parties/loss-reasons';
import { reasonCounts, reviewOf } from '@/src/domain/followup/unclosed-reviews';
import { dutiesOf } from '@/src/domain/records/duty';
import { createClaimWorld, type ClaimWorld } from '@/test/support/claim-world';

const client = (name: string, lostOn: string, reviewedOn: string, state = 'unclosed') => ({
  name,
  state,
  reason: 'price',
  lostOn,
  reviewedOn,
});

describe('S23 unclosed-client register', () => {
  it('is due every month from the one after the loss, until it was looked at in that month', () => {
    const clients = [
      client('lost this month', '2026-11-01', '2026-11-01'),
      client('lost last month', '2026-10-31', '2026-10-31'),
      client('looked at on the last of the month before', '2026-09-02', '2026-10-30'),
      client('looked at on the first of this', '2026-09-02', '2026-11-01'),
      client('taken up again', '2026-09-02', '2026-09-02', 'resumed'),
      client('given up', '2026-09-02', '2026-09-02', 'closed'),
    ];
    const { due, reviewed } = reviewOf(clients, '2026-11');
    expect(due.map(({ name }) => name)).toEqual(['looked at on the last of the month before', 'lost last month']);
    expect(reviewed.map(({ name }) => name)).toEqual(['looked at on the first of this']);
    expect(reviewOf(clients, '2026-12').due).toHaveLength(4);
    expect(reviewOf([], '2026-11')).toEqual({ due: [], reviewed: [] });
  });

  it.each([
    ['2026-10-31', '2026-11-01'],
    ['2026-11-01', '2026-12-01'],
    ['2026-12-15', '2027-01-01'],
  ])('stands among the duties: last looked at %s, due %s', (reviewedOn, due) => {
    const fields = { client: 'Acme', reason: 'price', lostOn: '2026-01-05', reviewedOn, owner: 'Wu' };
    expect(dutiesOf(unclosedClient, { state: 'unclosed', fields })).toEqual([
      { name: 'review', due, for: 'owner', owner: 'Wu' },
    ]);
    expect(dutiesOf(unclosedClient, { state: 'resumed', fields })).toEqual([]);
  });

  it('counts the reasons, the most frequent first, and no client twice', () => {
    const reasons = ['price', 'delivery', 'price', 'other', 'delivery', 'price'];
    expect(reasonCounts(reasons.map((reason) => ({ reason })))).toEqual([
      { reason: 'price', count: 3 },
      { reason: 'delivery', count: 2 },
      { reason: 'other', count: 1 },
    ]);
    expect(reasonCounts([])).toEqual([]);
  });
});

describe('S23 in the workspace', () => {
  let world: ClaimWorld;
  beforeEach(async () => {
    world = await createClaimWorld();
    await world.as('Wu');
  });
  afterEach(() => world.close());

  const LOST = { client: 'Acme', reason: 'price', lostOn: '2026-10-08', reviewedOn: '2026-10-08' };

  it('holds what the form of the source asks for', async () => {
    const more = { need: '800 m²', taken: 'Tower B', competitor: 'Fairbank', price: '4.20 CNY', term: '3 years' };
    const record = await world.make('unclosed-client', { ...LOST, ...more, reasonText: 'cheaper by a fifth' });
    expect(await world.valuesOf(record)).toEqual({
      ...LOST,
      ...more,
      price: { amount: '4.20', currency: 'CNY' },
      reasonText: 'cheaper by a fifth',
    });
    const unknown = { ...LOST, reason: 'weather' };
    const made = await world.app.records.make(unclosedClient, world.app.newRecord(), unknown);
    expect(made).toEqual({ ok: false, error: { code: 'not-a-choice', path: 'reason' } });
    expect(LOSS_REASONS).toContain('competitor');
  });

  it('is due again next month once it was looked at', async () => {
    const record = await world.make('unclosed-client', LOST);
    const due = async () => (await world.app.records.duties()).map(({ name, due }) => [name, due]);
    expect(await due()).toEqual([['review', '2026-11-01']]);
    const [duty] = await world.app.records.duties();
    expect(duty?.next?.name).toBe('review');
    expect((await world.move(record, 'unclosed')).ok).toBe(true);
    expect(await world.valuesOf(record)).toMatchObject({ reviewedOn: '2026-11-21' });
    expect(await due()).toEqual([['review', '2026-12-01']]);
  });
});
