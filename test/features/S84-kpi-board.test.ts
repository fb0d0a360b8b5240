import { must } from '@/src/kernel/assert';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { periodOf } from '@/src/kernel/period';
import { complaint } from '@/src/domain/care/complaint.kind';
import { kpiBoard } from '@/src/domain/kpi/kpi-board';
import { kpiInput } from '@/src/domain/kpi/kpi-input.kind';
import { KPIS, type KpiUnit } from '@/src/domain/kpi/kpis';
import { company } from '@/src/domain/parties/company.kind';
import type { Kind } from '@/src/domain/records/kind';
import { visit } from '@/src/domain/visits/visit.kind';
import { createApp, type App } from '@/src/app/create-app';
import { account, cny, day, input, line, NO_FACTS, said } from '@/test/support/kpi-facts';
import { createWorld, type World } from '@/test/support/world';

describe('S84 board of KPIs', () => {
  it('has the eleven of the department in the order of the source and two of the positions, each with its data owner', () => {
    expect(KPIS.filter(({ of }) => of === 'department')).toHaveLength(11);
    expect(KPIS.filter(({ of }) => of === 'position').map(({ id }) => id)).toEqual([
      'churn-rate',
      'new-development-rate',
    ]);
    expect(KPIS.filter(({ dataOwner }) => dataOwner === 'finance').map(({ id }) => id)).toEqual(['service-cost']);
    expect(KPIS.filter(({ dataOwner }) => dataOwner === 'customer-service').map(({ id }) => id)).toEqual([
      'valid-complaints',
    ]);
  });

  it('says nothing of anything on an empty workspace but the two counts, which are 0', () => {
    const lines = kpiBoard(NO_FACTS, { unit: 'year', period: 2026 - 1970 });
    const counts = lines.filter(({ value }) => value !== null);
    expect(counts.map(({ spec, value }) => [spec.id, value])).toEqual([
      ['churn-count', 0],
      ['valid-complaints', 0],
    ]);
    expect(lines.filter(({ gap }) => gap !== undefined)).toHaveLength(KPIS.length - 2);
  });

  it('says when an indicator is not assessed by such periods, and when a period has not begun', () => {
    const months = kpiBoard(NO_FACTS, { unit: 'month', period: periodOf('month', day('2026-05-01')) });
    expect(months.filter(({ gap }) => gap !== 'other-period').map(({ spec }) => spec.id)).toEqual(['churn-count']);
    expect(said({}, 'archive-completeness', 'quarter')).toEqual([null, undefined, undefined, 'other-period']);
    expect(said({ today: day('2026-03-31') }, 'churn-count', 'quarter', '2026-04-01')[3]).toBe('not-begun');
    expect(said({ today: day('2026-04-01') }, 'churn-count', 'quarter', '2026-04-01')[3]).toBeUndefined();
  });

  describe('sales plan, development plan and service cost', () => {
    const sales = (plan: string | undefined, actual: string | undefined, more: object = {}) => ({
      inputs: [
        ...(plan ? [input('sales-plan', 'plan', { amount: cny(plan) })] : []),
        ...(actual ? [input('sales-plan', 'actual', { amount: cny(actual), ...more })] : []),
      ],
    });

    it.each<[string | undefined, string | undefined, unknown[]]>([
      ['200000', '150000', [0.75, '150000', '200000', undefined]],
      ['0.3', '0.1', [1 / 3, '0.10', '0.30', undefined]],
      ['100', '130', [1.3, '130', '100', undefined]],
      ['100', '0', [0, '0', '100', undefined]],
      ['0', '130', [null, '130', '0', 'nothing-above-zero']],
      ['-5', '130', [null, '130', '-5', 'nothing-above-zero']],
      [undefined, '130', [null, undefined, undefined, 'no-plan']],
      ['100', undefined, [null, undefined, undefined, 'no-actual']],
    ])('plan %s, actual %s', (plan, actual, expected) => {
      expect(said(sales(plan, actual), 'sales-plan')).toEqual(expected);
    });

    it('adds several plans of one period exactly, and never two currencies', () => {
      const more = input('sales-plan', 'plan', { amount: cny('0.10'), number: 1 });
      const both = [...sales('0.20', '0.15').inputs, more];
      expect(said({ inputs: both }, 'sales-plan')).toEqual([0.5, '0.15', '0.30', undefined]);
      const other = input('sales-plan', 'plan', { amount: { amount: '1', currency: 'USD' } });
      expect(said({ inputs: [...both, other] }, 'sales-plan')[3]).toBe('several-currencies');
      const dollars = sales('100', '5', { amount: { amount: '5', currency: 'USD' } });
      expect(said(dollars, 'sales-plan')).toEqual([null, '5', '100', 'several-currencies']);
    });

    it.each([
      ['2026-03-31', 'no-plan'],
      ['2026-04-01', undefined],
      ['2026-06-30', undefined],
      ['2026-07-01', 'no-plan'],
    ])('a plan of the quarter of %s counts for the second one: %s', (on, gap) => {
      const inputs = [
        input('sales-plan', 'plan', { amount: cny('100') }, { on }),
        input('sales-plan', 'actual', { amount: cny('50') }),
      ];
      expect(said({ inputs }, 'sales-plan')[3]).toBe(gap);
    });

    it('takes a plan of the year for the year alone', () => {
      const inputs = [
        input('service-cost', 'budget', { amount: cny('80') }, { on: '2026-12-31', unit: 'year' }),
        input('service-cost', 'spend', { amount: cny('100') }, { on: '2026-01-01', unit: 'year' }),
      ];
      expect(said({ inputs }, 'service-cost', 'year')).toEqual([1.25, '100', '80', undefined]);
      expect(said({ inputs }, 'service-cost', 'year', '2025-12-31')[3]).toBe('no-budget');
      expect(said({ inputs }, 'service-cost', 'quarter')[3]).toBe('no-budget');
    });

    it('counts who was won in the period against the plan', () => {
      const accounts = [
        account('won', ['2026-01-02', 'prospect'], ['2026-04-01', 'active']),
        account('too early', ['2026-01-02', 'prospect'], ['2026-03-31', 'active']),
        account('too late', ['2026-01-02', 'prospect'], ['2026-07-01', 'active']),
        account('filed as a customer', ['2026-05-02', 'active']),
        account('came back', ['2025-01-02', 'active'], ['2025-05-01', 'former'], ['2026-05-01', 'active']),
        account('gone again', ['2026-01-02', 'prospect'], ['2026-04-02', 'active'], ['2026-06-30', 'former']),
      ];
      const inputs = [input('development-plan', 'plan', { number: 4 })];
      expect(said({ accounts, inputs }, 'development-plan')).toEqual([0.25, '1', '4', undefined]);
      expect(line({ accounts, inputs }, 'development-plan').behind[0]).toEqual({ kind: 'company', id: 'won' });
      expect(
        said({ accounts, inputs: [input('development-plan', 'plan', { number: 0 })] }, 'development-plan')[3],
      ).toBe('nothing-above-zero');
    });
  });

  describe('losses and gains', () => {
    const accounts = [
      account('lost on the first day', ['2025-01-01', 'active'], ['2026-04-01', 'former']),
      account('lost on the last day', ['2025-01-01', 'active'], ['2026-06-30', 'former']),
      account('lost the day after', ['2025-01-01', 'active'], ['2026-07-01', 'former']),
      account('lost the day before', ['2025-01-01', 'active'], ['2026-03-31', 'former']),
      account('lost and back', ['2025-01-01', 'active'], ['2026-04-10', 'former'], ['2026-05-10', 'active']),
      account('never a customer', ['2026-01-01', 'prospect'], ['2026-05-10', 'former']),
      account('won', ['2026-01-01', 'prospect'], ['2026-05-10', 'active']),
    ];

    it.each<[KpiUnit, string, number]>([
      ['quarter', '2026-05-01', 2],
      ['quarter', '2026-01-01', 1],
      ['quarter', '2026-09-30', 1],
      ['month', '2026-04-30', 2],
      ['month', '2026-06-01', 1],
      ['year', '2026-01-01', 4],
      ['year', '2025-12-31', 0],
    ])('in the %s of %s %i were lost', (unit, on, count) => {
      expect(line({ accounts }, 'churn-count', unit, on).value).toBe(count);
    });

    it('divides by the customers at the start', () => {
      expect(said({ accounts }, 'churn-rate')).toEqual([0.5, '2', '4', undefined]);
      expect(said({ accounts }, 'new-development-rate')).toEqual([0.25, '1', '4', undefined]);
      expect(said({ accounts }, 'churn-rate', 'quarter', '2024-05-01')).toEqual([null, '0', '0', 'no-accounts']);
    });

    it('counts those on the frozen list of the year where there is one', () => {
      const keyLists = new Map([[2026, new Set(['lost on the first day', 'lost the day after'])]]);
      expect(said({ accounts, keyLists }, 'churn-rate')).toEqual([0.5, '1', '2', undefined]);
      expect(line({ accounts, keyLists }, 'churn-count').behind).toEqual([
        { kind: 'company', id: 'lost on the first day' },
      ]);
    });
  });

  describe('over the records of a workspace', () => {
    let world: World;
    let app: App;
    let now = Date.UTC(2026, 1, 10, 9);
    beforeEach(async () => {
      world = await createWorld();
      now = Date.UTC(2026, 1, 10, 9);
      app = createApp({
        ...world.ports,
        clock: { ...world.ports.clock, now: () => now, today: () => new Date(now).toISOString().slice(0, 10) },
      });
    });
    afterEach(async () => {
      world.db.close();
      for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
    });
    async function file(kind: Kind, inputs: Record<string, string>): Promise<RecordId> {
      const id = app.newRecord();
      const made = await app.records.make(kind, id, inputs);
      return made.ok ? id : expect.fail(JSON.stringify(made.error));
    }
    const move = async (kind: Kind, record: RecordId, to: string, more: object = {}) => {
      const moved = await app.records.move({ kind, record, to, ...more });
      return moved.ok ? moved.value.batchId : expect.fail(JSON.stringify(moved.error));
    };
    const board = async (on: string, unit: KpiUnit = 'quarter') =>
      new Map(
        kpiBoard(await app.kpi.facts(), { unit, period: periodOf(unit, day(on)) }).map((one) => [one.spec.id, one]),
      );

    it('reads gains and losses from what happened to the companies, what was undone too', async () => {
      const client = await file(company, { name: '甲', owner: 'user' });
      await file(company, { name: '乙' });
      now = Date.UTC(2026, 4, 10, 9);
      await move(company, client, 'active');
      now = Date.UTC(2026, 7, 10, 9);
      const lost = await move(company, client, 'former', { reason: 'a rival' });
      expect((await board('2026-05-01')).get('new-development-rate')).toMatchObject({
        numerator: { amount: '1' },
        gap: 'no-accounts',
      });
      expect((await board('2026-08-01')).get('churn-rate')).toMatchObject({
        value: 1,
        behind: [{ kind: 'company', id: client }],
      });
      await app.history.undo(lost);
      expect((await board('2026-08-01')).get('churn-count')?.value).toBe(0);
      expect((await board('2026-08-01')).get('churn-rate')?.value).toBe(0);
    });

    it('reads how complete the archives of the customers are', async () => {
      expect((await board('2026-02-01', 'year')).get('archive-completeness')?.gap).toBe('no-archive');
      const client = await file(company, { name: '甲', owner: 'user' });
      await move(company, client, 'active');
      const { numerator, denominator, value } = must(
        (await board('2026-02-01', 'year')).get('archive-completeness'),
        'it',
      );
      expect(numerator).toEqual({ amount: '2' });
      expect(Number(denominator?.amount)).toBeGreaterThan(2);
      expect(value).toBe(2 / Number(denominator?.amount));
    });

    it('counts complaints, visits and typed figures by kind, and leads to their records; what is withdrawn counts no more', async () => {
      const client = await file(company, { name: '甲' });
      const wrong = await file(complaint, {
        subject: 'Late',
        company: client,
        receivedOn: '2026-02-01',
        severity: 'low',
        fault: 'ours',
      });
      await file(visit, { purpose: 'Talk', company: client, day: '2026-02-03' });
      const figure = { kpi: 'sales-plan', unit: 'quarter', day: '2026-02-01' };
      const plan = await file(kpiInput, { ...figure, subject: 'Plan', measure: 'plan', amount: '100 CNY' });
      await file(kpiInput, { ...figure, subject: 'Actual', measure: 'actual', amount: '90 CNY' });
      const shown = await board('2026-02-01');
      expect(shown.get('valid-complaints')).toMatchObject({ value: 1, behind: [{ kind: 'complaint', id: wrong }] });
      expect(shown.get('revisit-rate')).toMatchObject({ value: 0, denominator: { amount: '1' } });
      expect(shown.get('sales-plan')).toMatchObject({ value: 0.9, denominator: { amount: '100', currency: 'CNY' } });
      await move(kpiInput, plan, 'withdrawn', { reason: 'typed twice' });
      expect((await board('2026-02-01')).get('sales-plan')).toMatchObject({ value: null, gap: 'no-plan' });
    });
  });
});
