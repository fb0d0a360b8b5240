import * as aq from 'arquero';
import { windowsOf } from './month-ends.mjs';
import { whenAsked } from './when-asked.mjs';

/** arquero as its users write it: text, table, verbs. */
whenAsked(async ({ file, encoding, dayFirst, thousands }) => {
  const at = [performance.now()];
  const text = new TextDecoder(encoding).decode(await file.arrayBuffer());
  const amount = thousands ? (cell) => Number(cell.replaceAll(',', '')) : Number;
  const day = (cell) => Date.parse(dayFirst ? cell.split('/').reverse().join('-') : cell) / 86_400_000;
  const sales = aq.fromCSV(text, {
    autoType: false,
    parse: { order_date: day, quantity: Number, unit_price: amount, amount },
  });
  at.push(performance.now());

  const worth = sales.groupby('customer').rollup({ value: aq.op.sum('amount') });
  const ranked = worth
    .filter((one) => one.value > 0)
    .orderby(aq.desc('value'), 'customer')
    .derive({ cumulative: aq.rolling((one) => aq.op.sum(one.value)) })
    .array('cumulative');
  const base = ranked.at(-1);
  const figures = {
    rows: sales.numRows(),
    total: worth.rollup({ sum: aq.op.sum('value') }).get('sum', 0),
    k80: ranked.findIndex((one) => one >= 0.8 * base) + 1,
    top20: ranked[Math.ceil(ranked.length / 5) - 1] / base,
  };
  at.push(performance.now());

  const monthOf = aq.escape((one) => monthOfDay(one.order_date));
  const paid = sales.filter((one) => one.amount > 0).derive({ month: monthOf });
  const cells = paid
    .groupby('customer', 'month')
    .rollup({ value: aq.op.sum('amount') })
    .groupby('customer')
    .derive({ cohort: (one) => aq.op.min(one.month) })
    .ungroup()
    .derive({ age: (one) => one.month - one.cohort + 1 });
  Object.assign(
    figures,
    cells
      .rollup({
        cohortHeads: aq.op.count(),
        cohortCheck: (one) => aq.op.sum(((one.cohort % 97) + 1) * one.age),
        cohortMoney: (one) => aq.op.sum(one.value * one.age),
      })
      .object(),
  );
  at.push(performance.now());

  const days = sales.array('order_date');
  let [first, last] = [days[0], days[0]];
  for (const one of days) [first, last] = [Math.min(first, one), Math.max(last, one)];
  const active = (from, to) =>
    paid
      .params({ from, to })
      .filter((one, $) => one.order_date > $.from && one.order_date <= $.to)
      .groupby('customer')
      .rollup({ value: aq.op.sum('amount') });
  Object.assign(figures, churnOf(active, first, last));
  at.push(performance.now());
  const [parse, pareto, cohort, churn] = at.slice(1).map((time, i) => time - at[i]);
  return { total: at[4] - at[0], phases: { parse, pareto, cohort, churn }, figures };
});

function monthOfDay(day) {
  const date = new Date(day * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function churnOf(active, first, last) {
  const figures = { churnOpening: 0, churned: 0, churnCheck: 0, churnMoney: 0 };
  let before;
  for (const { month, end } of windowsOf(first, last)) {
    const now = active(end - 90, end);
    if (before) {
      const lost = before.antijoin(now, 'customer').array('value');
      figures.churnOpening += before.numRows();
      figures.churned += lost.length;
      figures.churnCheck += lost.length * ((month % 97) + 1);
      for (const value of lost) figures.churnMoney += value;
    }
    before = now;
  }
  return figures;
}
