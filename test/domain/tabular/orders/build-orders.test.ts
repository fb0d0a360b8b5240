import { describe, expect, it } from 'vitest';
import { formatDay } from '@/src/kernel/calendar';
import { formatDecimal } from '@/src/kernel/money';
import { ordersOf } from '@/test/support/tabular';

describe('buildOrders', () => {
  it('counts what can be counted and sets the rest aside with its reason', async () => {
    const { orders, facts, setAside } = await ordersOf(
      [
        '客户名称,订单日期,金额,地区',
        ' 甲公司 ,2024-01-05,100.50,华东',
        '甲公司,2024年1月6日,"1,000",华东',
        '乙公司,2024-02-01,-20,华北',
        ',2024-02-02,7,华北',
        '丙公司,昨天,8,华北',
        '丙公司,2024-02-03,免费,华北',
        '丙公司,2024-02-03,9',
        '合计,,1095.5,',
        '丙公司,2024-02-04,0,华南',
      ].join('\n'),
    );

    expect(orders.customer.values).toEqual(['甲公司', '乙公司', '丙公司']);
    expect([...orders.customer.codes]).toEqual([0, 0, 1, 2]);
    expect([...orders.day].map(formatDay)).toEqual(['2024-01-05', '2024-01-06', '2024-02-01', '2024-02-04']);
    expect(orders.amount).toEqual({ units: Float64Array.of(1005, 10_000, -200, 0), scale: 1 });
    expect(orders.others).toMatchObject([{ name: '地区', role: 'region' }]);
    expect({ ...facts, amount: formatDecimal(facts.amount) }).toMatchObject({
      total: 9,
      used: 4,
      customers: 3,
      amount: '1080.50',
      notices: ['total-rows', 'bad-rows', 'blank-customers', 'refunds', 'mixed-date-styles'],
    });
    expect(facts.setAside.map(({ reason, rows, amount }) => [reason, rows, formatDecimal(amount)])).toEqual([
      ['total-row', 1, '1095.50'],
      ['too-few-cells', 1, '0.00'],
      ['blank-customer', 1, '7.00'],
      ['bad-date', 1, '8.00'],
      ['bad-amount', 1, '0.00'],
    ]);
    expect(setAside.map(({ row, reason }) => [row, reason])).toEqual([
      [4, 'blank-customer'],
      [5, 'bad-date'],
      [6, 'bad-amount'],
      [7, 'too-few-cells'],
      [8, 'total-row'],
    ]);
    expect(setAside[2]?.cells).toEqual(['丙公司', '2024-02-03', '免费', '华北']);
  });

  it('multiplies quantity by unit price exactly where there is no amount', async () => {
    const { orders, facts } = await ordersOf(
      'Customer,Date,Quantity,Unit Price\nA,2024-01-05,3,0.1\nA,2024-01-05,-1,2.555\n',
    );

    expect(orders.amount).toEqual({ units: Float64Array.of(300, -2555), scale: 3 });
    expect(facts.notices).toEqual(['amount-computed', 'refunds']);
  });

  it('takes refunds off, however they are signed', async () => {
    const { facts } = await ordersOf(
      'Customer,Date,Amount,Refund amount\nA,2024-01-05,10,2.5\nB,2024-01-05,10,-2.5\nC,2024-01-05,10,\n',
    );

    expect(formatDecimal(facts.amount)).toBe('25.00');
  });

  it('names customers by id and shows their names', async () => {
    const { orders } = await ordersOf(
      '客户编号,客户名称,日期,金额\n="007",甲,2024-01-05,1\n007,,2024-01-05,1\n８,乙,2024-01-05,1\n',
    );

    expect(orders.customer.values).toEqual(['007', '8']);
    expect(orders.customerLabels).toEqual(['甲', '乙']);
  });

  it('makes ids whole that a tool has made floats, only when all of them are', async () => {
    const floats = await ordersOf('CustomerID,Date,Amount\n17850.0,2024-01-05,1\n13047.0,2024-01-05,1\n');
    const mixed = await ordersOf('CustomerID,Date,Amount\n17850.0,2024-01-05,1\nA.0,2024-01-05,1\n');

    expect(floats.orders.customer.values).toEqual(['17850', '13047']);
    expect(floats.facts.notices).toEqual(['ids-were-floats']);
    expect(mixed.orders.customer.values).toEqual(['17850.0', 'A.0']);
  });

  it('says when it had to assume the order of day and month', async () => {
    const { facts } = await ordersOf('Customer,Date,Amount\nA,1/5/2024,1\n');

    expect(facts.notices).toEqual(['date-order-assumed']);
    expect(facts.firstDay === undefined ? '' : formatDay(facts.firstDay)).toBe('2024-01-05');
  });

  it('keeps an amount out that it could not keep exactly', async () => {
    const { facts } = await ordersOf('Customer,Date,Amount\nA,2024-01-05,9007199254740991\nB,2024-01-05,0.01\n');

    expect(facts.setAside.map(({ reason, rows }) => [reason, rows])).toEqual([['number-too-large', 1]]);
    expect(facts.used).toBe(1);
  });

  it('of a file without rows is empty', async () => {
    const { orders, facts } = await ordersOf('客户,日期,金额\n', ['customer', 'date', 'amount']);

    expect(orders.rows).toBe(0);
    expect(facts).toMatchObject({ total: 0, used: 0, firstDay: undefined, customers: 0, setAside: [] });
  });
});
