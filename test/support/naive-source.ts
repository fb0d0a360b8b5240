import { monthOf } from '@/src/kernel/calendar';
import { ExactSums } from '@/src/kernel/money';
import type {
  AggregateSource,
  CohortCells,
  CustomerDays,
  Entity,
  EntitySums,
} from '@/src/domain/analysis/aggregate-source';
import { day, type Sale } from './orders';

/** The aggregates said in the plainest way, with objects and bigints: the oracle of the contract suite. */
export class NaiveSource implements AggregateSource {
  readonly entities: readonly Entity[] = ['customer', 'region'];
  private readonly sales: readonly { customer: string; region: string; day: number; units: bigint }[];

  constructor(sales: readonly Sale[]) {
    this.sales = sales.map(({ customer, region = 'x', day: when, cents }) => ({
      customer,
      region,
      day: typeof when === 'string' ? day(when) : when,
      units: BigInt(cents),
    }));
  }

  get span(): AggregateSource['span'] {
    const days = this.sales.map((sale) => sale.day);
    return days.length === 0 ? undefined : { first: Math.min(...days), last: Math.max(...days) };
  }

  async entitySums(entity: Entity): Promise<EntitySums> {
    const of = (sale: (typeof this.sales)[number]): string => (entity === 'region' ? sale.region : sale.customer);
    const keys = [...new Set(this.sales.map(of))];
    const sum = (key: string, test: (units: bigint) => boolean): bigint =>
      this.sales.filter((sale) => of(sale) === key && test(sale.units)).reduce((total, { units }) => total + units, 0n);
    return {
      keys,
      labels: keys,
      net: keys.map((key) => sum(key, () => true)),
      gross: keys.map((key) => sum(key, (units) => units > 0n)),
      positiveRows: keys.map((key) => this.sales.filter((sale) => of(sale) === key && sale.units > 0n).length),
      scale: 2,
    };
  }

  async cohortCells(): Promise<CohortCells> {
    const positive = this.sales.filter(({ units }) => units > 0n);
    const customers = [...new Set(positive.map(({ customer }) => customer))].map((customer) => {
      const own = positive.filter((sale) => sale.customer === customer);
      const months = own.map((sale) => monthOf(sale.day));
      return { own, first: Math.min(...months), last: Math.max(...months), months: new Set(months) };
    });
    const cells: CohortCells['cells'][number][] = [];
    for (const cohort of new Set(customers.map(({ first }) => first))) {
      const members = customers.filter(({ first }) => first === cohort);
      for (const month of new Set(members.flatMap(({ months }) => [...months]))) {
        const present = members.filter(({ months }) => months.has(month));
        cells.push({
          cohort,
          month,
          active: present.length,
          lastActive: present.filter(({ last }) => last === month).length,
          units: present
            .flatMap(({ own }) => own)
            .filter((sale) => monthOf(sale.day) === month)
            .reduce((total, { units }) => total + units, 0n),
        });
      }
    }
    return { cells, scale: 2 };
  }

  async customerDays(): Promise<CustomerDays> {
    const positive = this.sales.filter(({ units }) => units > 0n);
    const lives = [...new Set(positive.map(({ customer }) => customer))].map((key) => {
      const own = positive.filter(({ customer }) => customer === key);
      const days = [...new Set(own.map((sale) => sale.day))].sort((a, b) => a - b);
      const units = days.map((one) =>
        own.filter((sale) => sale.day === one).reduce((sum, sale) => sum + sale.units, 0n),
      );
      return { key, days, units };
    });
    let start = 0;
    return {
      summaries: lives.map(({ key, days }) => ({
        key,
        label: key,
        first: days[0] ?? 0,
        last: days.at(-1) ?? 0,
        orderDays: days.length,
      })),
      starts: Int32Array.from([0, ...lives.map(({ days }) => (start += days.length))]),
      days: Int32Array.from(lives.flatMap(({ days }) => days)),
      units: ExactSums.of(lives.flatMap(({ units }) => units)),
      scale: 2,
    };
  }
}
