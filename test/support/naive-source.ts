import { monthOf } from '@/src/kernel/calendar';
import { ExactSums } from '@/src/kernel/money';
import { periodOf } from '@/src/kernel/period';
import { compareCodePoints } from '@/src/kernel/text';
import type {
  AggregateSource,
  CohortCells,
  CohortQuery,
  CustomerDays,
  CustomerValues,
  Entity,
  EntityOrders,
  EntitySums,
  Measure,
  OrdersQuery,
  Span,
  SumsQuery,
  ValuesQuery,
} from '@/src/domain/analysis/aggregate-source';
import { day, type Sale } from './orders';

interface Row {
  readonly customer: string;
  readonly day: number;
  readonly units: bigint;
  readonly profit: bigint | undefined;
  readonly order: string;
  readonly of: Readonly<Record<string, string>>;
}

/** The aggregates said in the plainest way, with objects and bigints: the oracle of the contract suite. */
export class NaiveSource implements AggregateSource {
  readonly entities: readonly Entity[] = ['customer', 'region', 'reason', 'column:备注'];
  readonly measures: readonly Measure[] = ['amount', 'profit'];
  private readonly rows: readonly Row[];

  constructor(sales: readonly Sale[]) {
    const hasOrders = sales.some(({ order }) => order !== undefined);
    this.rows = sales.map((sale): Row => {
      const when = typeof sale.day === 'string' ? day(sale.day) : sale.day;
      return {
        customer: sale.customer,
        day: when,
        units: BigInt(sale.cents),
        profit: sale.profit === undefined ? undefined : BigInt(sale.profit),
        order: hasOrders ? (sale.order ?? '') : `${sale.customer} ${when}`,
        of: {
          customer: sale.customer,
          region: sale.region ?? 'x',
          reason: sale.reason ?? '',
          'column:备注': sale.note ?? '',
        },
      };
    });
  }

  get span(): Span | undefined {
    const days = this.rows.map((row) => row.day);
    return days.length === 0 ? undefined : { first: Math.min(...days), last: Math.max(...days) };
  }

  async entitySums({ entity, within, measure = 'amount', span }: SumsQuery): Promise<EntitySums> {
    const valued = this.rows.flatMap((row) => {
      const units = measure === 'profit' ? row.profit : row.units;
      return units === undefined || !isWithin(row, span) ? [] : [{ ...row, units }];
    });
    const groups = groupBy(valued, (row) => JSON.stringify([row.of[entity], within && row.of[within]]));
    const keys = [...groups.values()].map(([first]) => first?.of[entity] ?? '');
    const each = <T>(value: (rows: readonly (Row & { units: bigint })[]) => T): T[] => [...groups.values()].map(value);
    return {
      keys,
      labels: keys,
      ...(within ? { within: each(([first]) => first?.of[within] ?? '') } : {}),
      net: each((rows) => sum(rows)),
      gross: each((rows) => sum(rows.filter(isPositive))),
      rows: each((rows) => rows.length),
      positiveRows: each((rows) => rows.filter(isPositive).length),
      scale: 2,
    };
  }

  async entityOrders({ entity, span }: OrdersQuery): Promise<EntityOrders> {
    const groups = groupBy(
      this.rows.filter((row) => isPositive(row) && isWithin(row, span)),
      (row) => row.of[entity] ?? '',
    );
    const each = <T>(value: (rows: readonly Row[]) => T): T[] => [...groups.values()].map(value);
    return {
      keys: [...groups.keys()],
      orders: each((rows) => groupBy(rows, ({ order }) => order).size),
      largest: each((rows) =>
        [...groupBy(rows, ({ order }) => order).values()].map(sum).reduce((most, own) => (own > most ? own : most), 0n),
      ),
      months: each((rows) => new Set(rows.map((row) => monthOf(row.day))).size),
      scale: 2,
    };
  }

  async cohortCells({ unit, by, orders = false }: CohortQuery): Promise<CohortCells> {
    const customers = [...groupBy(this.rows.filter(isPositive), ({ customer }) => customer).values()].map((own) => {
      const days = own.map((row) => row.day);
      const groups = own.filter((row) => row.day === Math.min(...days)).map((row) => (by ? (row.of[by] ?? '') : ''));
      return {
        own,
        group: groups.toSorted(compareCodePoints)[0] ?? '',
        cohort: periodOf(unit, Math.min(...days)),
        last: periodOf(unit, Math.max(...days)),
      };
    });
    const visits = customers.flatMap(({ own, ...customer }) =>
      [...groupBy(own, (row) => periodOf(unit, row.day))].map(([period, rows]) => ({ ...customer, period, rows })),
    );
    const cells = groupBy(visits, ({ group, cohort, period }) => JSON.stringify([group, cohort, period]));
    return {
      cells: [...cells.values()].flatMap((present) =>
        present.slice(0, 1).map(({ group, cohort, period }) => ({
          group,
          cohort,
          period,
          active: present.length,
          lastActive: present.filter(({ last }) => last === period).length,
          orders: orders ? present.reduce((all, { rows }) => all + groupBy(rows, ({ order }) => order).size, 0) : 0,
          units: sum(present.flatMap(({ rows }) => rows)),
        })),
      ),
      scale: 2,
    };
  }

  async customerDays(): Promise<CustomerDays> {
    const lives = [...groupBy(this.rows.filter(isPositive), ({ customer }) => customer)].map(([key, own]) => {
      const days = [...groupBy(own, (row) => row.day)].sort(([a], [b]) => a - b);
      return { key, days: days.map(([when]) => when), units: days.map(([, rows]) => sum(rows)) };
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

  async customerValues({ dimension, at }: ValuesQuery): Promise<CustomerValues> {
    const counted = at === 'first' ? this.rows.filter(isPositive) : this.rows;
    const customers = groupBy(counted, ({ customer }) => customer);
    const valueOf = (rows: readonly Row[]): string => {
      const known = at === 'first' ? rows : rows.filter((row) => row.of[dimension] !== '');
      const days = known.map((row) => row.day);
      const own = at === 'first' ? Math.min(...days) : Math.max(...days);
      const values = known.filter((row) => row.day === own).map((row) => row.of[dimension] ?? '');
      return values.toSorted(compareCodePoints)[0] ?? '';
    };
    return { keys: [...customers.keys()], values: [...customers.values()].map(valueOf) };
  }
}

function isPositive({ units }: { readonly units: bigint }): boolean {
  return units > 0n;
}

function isWithin(row: Row, span: Span | undefined): boolean {
  return !span || (row.day >= span.first && row.day <= span.last);
}

function sum(rows: readonly { readonly units: bigint }[]): bigint {
  return rows.reduce((total, { units }) => total + units, 0n);
}

function groupBy<T, K>(rows: readonly T[], key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}
