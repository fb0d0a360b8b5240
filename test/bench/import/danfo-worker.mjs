import * as dfd from 'danfojs';
import { windowsOf } from './month-ends.mjs';
import { whenAsked } from './when-asked.mjs';

/** danfojs as its users write it. It has no transform and no distinct count over groups: those are plain JavaScript. */
whenAsked(async ({ file }) => {
  const at = [performance.now()];
  const sales = await dfd.readCSV(file, { skipEmptyLines: true });
  at.push(performance.now());

  const worth = sales.groupby(['customer']).col(['amount']).sum();
  const sums = worth.column('amount_sum').values;
  const ranked = worth.query(worth.column('amount_sum').gt(0)).sortValues('amount_sum', { ascending: false });
  const values = ranked.column('amount_sum').values;
  let base = 0;
  const cumulative = values.map((value) => (base += value));
  const figures = {
    rows: sales.shape[0],
    total: sums.reduce((all, one) => all + one, 0),
    k80: cumulative.findIndex((one) => one >= 0.8 * base) + 1,
    top20: cumulative[Math.ceil(values.length / 5) - 1] / base,
  };
  at.push(performance.now());

  const positive = sales.query(sales.column('amount').gt(0));
  const days = positive.column('order_date').values.map((text) => Date.parse(text) / 86_400_000);
  const months = positive
    .column('order_date')
    .values.map((text) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1);
  const names = positive.column('customer').values;
  const amount = positive.column('amount').values;
  const paid = new dfd.DataFrame({ customer: names, day: days, amount });
  // One key of two columns: grouping by both takes it half a minute.
  const keyed = new dfd.DataFrame({ key: names.map((name, i) => `${months[i]} ${name}`), amount });
  Object.assign(figures, cohortOf(keyed.groupby(['key']).col(['amount']).sum()));
  at.push(performance.now());

  const all = sales.column('order_date').values.map((text) => Date.parse(text) / 86_400_000);
  const [first, last] = all.reduce(
    ([low, high], one) => [Math.min(low, one), Math.max(high, one)],
    [Infinity, -Infinity],
  );
  Object.assign(figures, churnOf(paid, first, last));
  at.push(performance.now());
  const [parse, pareto, cohort, churn] = at.slice(1).map((time, i) => time - at[i]);
  return { total: at[4] - at[0], phases: { parse, pareto, cohort, churn }, figures };
});

function cohortOf(cells) {
  const figures = { cohortHeads: cells.shape[0], cohortCheck: 0, cohortMoney: 0 };
  const values = cells.column('amount_sum').values;
  const keys = cells.column('key').values.map((key) => ({ name: key.slice(6), month: Number(key.slice(0, 5)) }));
  const firsts = new Map();
  for (const { name, month } of keys) if (!(firsts.get(name) <= month)) firsts.set(name, month);
  keys.forEach(({ name, month }, i) => {
    const cohort = firsts.get(name);
    const age = month - cohort + 1;
    figures.cohortCheck += ((cohort % 97) + 1) * age;
    figures.cohortMoney += values[i] * age;
  });
  return figures;
}

function churnOf(paid, first, last) {
  const figures = { churnOpening: 0, churned: 0, churnCheck: 0, churnMoney: 0 };
  let before = new Map();
  for (const { month, end } of windowsOf(first, last)) {
    const window = paid.query(
      paid
        .column('day')
        .gt(end - 90)
        .and(paid.column('day').le(end)),
    );
    const sums = window.groupby(['customer']).col(['amount']).sum();
    const values = sums.column('amount_sum').values;
    const now = new Map(sums.column('customer').values.map((name, i) => [name, values[i]]));
    figures.churnOpening += before.size;
    for (const [name, value] of before) {
      if (now.has(name)) continue;
      figures.churned++;
      figures.churnCheck += (month % 97) + 1;
      figures.churnMoney += value;
    }
    before = now;
  }
  return figures;
}
