import { parseDecimal, toNumber } from '@/src/kernel/money';
import type { Language } from '@/src/domain/notebook/notebook';
import type { Value, ValueType } from '@/src/domain/analysis/result';

/** Numbers, money and dates as the language writes them. One for the whole interface. */
export interface Format {
  readonly language: Language;
  count(value: number): string;
  /** 0.1234 → 12.3 % */
  share(value: number): string;
  /** An exact decimal, every digit kept. */
  money(decimal: string): string;
  /** The same, short: 1.2M, 120万. */
  shortMoney(decimal: string): string;
  bytes(value: number): string;
  /** An ISO day. */
  day(iso: string): string;
  /** An ISO month. */
  month(iso: string): string;
  /** Milliseconds since 1970, in the user's own time zone. */
  time(ms: number): string;
  value(value: Value, type: ValueType): string;
}

export function createFormat(language: Language): Format {
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const decimal = new Intl.NumberFormat(language, { maximumFractionDigits: 9 });
  const rounded = new Intl.NumberFormat(language, { maximumSignificantDigits: 4 });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const precise = new Intl.NumberFormat(language, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const short = new Intl.NumberFormat(language, { notation: 'compact', maximumSignificantDigits: 4 });
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', timeZone: 'UTC' });
  const times = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const money = (text: string): string => {
    const [, fraction = ''] = text.split('.');
    const exact = new Intl.NumberFormat(language, { minimumFractionDigits: fraction.length, maximumFractionDigits: 9 });
    // Safe: a decimal string is formatted digit by digit, not as a double.
    return exact.format(text as `${number}`);
  };
  const writers: Readonly<Record<ValueType, (value: string & number) => string>> = {
    text: String,
    count: (value) => whole.format(value),
    money,
    share: (value) => precise.format(value),
    ratio: (value) => rounded.format(value),
    number: (value) => rounded.format(value),
    days: (value) => decimal.format(value),
    day: (value) => days.format(new Date(`${value}T00:00:00Z`)),
    month: String,
    flag: () => '',
  };
  return {
    language,
    count: (value) => whole.format(value),
    share: (value) => percent.format(value),
    money,
    shortMoney: (text) => {
      const parsed = parseDecimal(text);
      return parsed ? short.format(toNumber(parsed)) : text;
    },
    bytes: (value) => {
      if (value < 2 ** 10) return `${whole.format(value)} B`;
      return value < 2 ** 20 ? `${rounded.format(value / 2 ** 10)} KB` : `${rounded.format(value / 2 ** 20)} MB`;
    },
    day: (iso) => days.format(new Date(`${iso}T00:00:00Z`)),
    month: (iso) => months.format(new Date(`${iso}-01T00:00:00Z`)),
    time: (ms) => times.format(new Date(ms)),
    // Safe: a table gives each column values of its type.
    value: (value, type) => (value === null ? '' : writers[type](value as string & number)),
  };
}
