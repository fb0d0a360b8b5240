import Papa from 'papaparse';
import { dayOf } from '@/src/kernel/calendar';
import { DictionaryBuilder } from '@/src/domain/tabular/columns/dictionary';
import { Growing } from '@/src/domain/tabular/columns/growing';
import type { TextColumn } from '@/src/domain/tabular/columns/column';
import { answersOf } from './figures';
import { whenAsked } from './when-asked.mjs';

interface Asked {
  readonly file: File;
  readonly encoding: string;
  readonly dayFirst: boolean;
}

/** PapaParse, fed with text that was decoded as one stream, its rows put into the columns that our kernels read. */
whenAsked(async ({ file, encoding, dayFirst }: Asked) => {
  const began = performance.now();
  const columns = new Columns(dayFirst);
  const decoded = file.stream().pipeThrough(new TextDecoderStream(encoding));
  const reader = decoded.getReader();
  let rest = '';
  for (let more = await reader.read(); ; more = await reader.read()) {
    rest += more.value ?? '';
    if (rest.length < 1 << 20 && !more.done) continue;
    const parser = new Papa.Parser({ delimiter: ',', newline: '\n' });
    // Safe: without a header Papa gives rows as lists of cells, and meta.cursor is where it stopped.
    const parsed = parser.parse(rest, 0, !more.done) as { data: string[][]; meta: { cursor: number } };
    rest = rest.slice(parsed.meta.cursor);
    for (const row of parsed.data) if (row.length > 1) columns.add(row);
    if (more.done) break;
  }
  const orders = columns.orders();
  const parse = performance.now() - began;
  const { figures, phases } = await answersOf(orders);
  return { total: performance.now() - began, phases: { parse, ...phases }, figures };
});

class Columns {
  private readonly dayFirst: boolean;
  private names: readonly string[] = [];
  private builders: DictionaryBuilder[] = [];
  private readonly figures = new Map<number, Growing<Float64Array<ArrayBuffer>>>();
  private readonly days = new Growing((length) => new Int32Array(length));
  private readonly dayOfText = new Map<string, number>();

  constructor(dayFirst: boolean) {
    this.dayFirst = dayFirst;
  }

  add(row: readonly string[]): void {
    if (this.names.length === 0) return this.begin(row);
    for (let i = 0; i < row.length; i++) {
      const cell = row[i] ?? '';
      const figures = this.figures.get(i);
      if (figures) figures.push(Math.round(Number(cell.includes(',') ? cell.replaceAll(',', '') : cell) * 100));
      else if (i === 1) this.days.push(this.day(cell));
      else this.builders[i]?.add(cell);
    }
  }

  orders(): Parameters<typeof answersOf>[0] {
    const column = (name: string): TextColumn => this.column(this.names.indexOf(name));
    const customer = column('customer');
    const day = this.days.finish();
    const used = new Set(['order_id', 'order_date', 'customer', 'quantity', 'unit_price', 'amount']);
    return {
      rows: day.length,
      customer,
      customerLabels: customer.values,
      day,
      amount: { units: this.figures.get(this.names.indexOf('amount'))?.finish() ?? new Float64Array(0), scale: 2 },
      order: column('order_id'),
      others: this.names
        .filter((name) => !used.has(name))
        .map((name) => ({ name, role: undefined, column: column(name) })),
    };
  }

  private begin(header: readonly string[]): void {
    this.names = header;
    this.builders = header.map(() => new DictionaryBuilder());
    for (const name of ['quantity', 'unit_price', 'amount'])
      this.figures.set(header.indexOf(name), new Growing((length) => new Float64Array(length)));
  }

  private column(position: number): TextColumn {
    const builder = this.builders[position];
    if (!builder) throw new Error(`no column ${position}`);
    return builder.finish();
  }

  private day(text: string): number {
    const known = this.dayOfText.get(text);
    if (known !== undefined) return known;
    const parts = text.split(this.dayFirst ? '/' : '-').map(Number);
    const [year = 0, month = 0, day = 0] = this.dayFirst ? parts.toReversed() : parts;
    const found = dayOf({ year, month, day });
    this.dayOfText.set(text, found);
    return found;
  }
}
