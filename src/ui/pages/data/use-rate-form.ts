import { useState } from 'react';
import type { RateFileError } from '@/src/app/ports/datasets';
import { rateTable, readRates, type ReadRates } from '@/src/domain/tabular/rates/read-rates';
import { useInterface } from '../../app-context';
import type { ReviewProps } from './import-review';
import type { OpenedImport } from './import-session';

/** A rate as it is being typed. */
export interface TypedRate {
  readonly key: number;
  readonly currency: string;
  readonly rate: string;
  readonly from: string;
}

export interface RateFormState {
  readonly target: string;
  readonly targets: readonly string[];
  readonly lines: readonly TypedRate[];
  /** What was read from a file counts instead of the lines. */
  readonly fromFile: { readonly name: string; readonly read: ReadRates } | undefined;
  readonly error: RateFileError | undefined;
  readonly setTarget: (target: string) => void;
  readonly change: (key: number, part: Partial<TypedRate>) => void;
  readonly add: () => void;
  readonly remove: (key: number) => void;
  readonly takeFile: (file: File) => Promise<void>;
  readonly forgetFile: () => void;
  /** Has the file read anew with these rates; says whether they can be used. */
  readonly convert: () => boolean;
}

const MORE_TARGETS = ['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD', 'TWD'];
let lastKey = 0;

/** The rates of the screen, begun with those in use. */
export function useRateForm(state: OpenedImport, session: ReviewProps['session']): RateFormState {
  const { app } = useInterface();
  const { currencies, rates } = state;
  const [target, setTarget] = useState(() => rates?.target ?? firstTarget(currencies));
  const [lines, setLines] = useState(() => linesOf(state, target));
  const [fromFile, setFromFile] = useState<RateFormState['fromFile']>(() =>
    rates?.name === undefined ? undefined : { name: rates.name, read: { rates: rates.rates, dateOrderAssumed: false } },
  );
  const [error, setError] = useState<RateFileError>();
  const takeFile = async (file: File): Promise<void> => {
    const read = await app.datasets.readRates(file);
    setError(read.ok ? undefined : read.error);
    if (read.ok) setFromFile({ name: file.name, read: read.value });
  };
  const convert = (): boolean => {
    const typed = lines.map((line, i) => ({ ...line, line: i + 1 })).filter(({ rate }) => rate.trim() !== '');
    const read = fromFile ? ({ ok: true, value: fromFile.read } as const) : readRates(typed);
    const table = read.ok ? rateTable(read.value.rates, target, fromFile?.name) : read;
    setError(table.ok ? undefined : table.error);
    if (table.ok) session.giveRates(table.value);
    return table.ok;
  };
  return {
    target,
    targets: [...new Set([...currencies, ...MORE_TARGETS])],
    lines: lines.filter(({ currency }) => currency !== target),
    fromFile,
    error,
    setTarget: (next) => {
      setTarget(next);
      // Rates are worth so many of a target: of another they are other rates.
      setLines(linesOf({ currencies, rates: undefined }, next));
    },
    change: (key, part) => setLines((all) => all.map((line) => (line.key === key ? { ...line, ...part } : line))),
    add: () => setLines((all) => [...all, typedRate(all.at(-1)?.currency ?? '')]),
    remove: (key) => setLines((all) => all.filter((line) => line.key !== key)),
    takeFile,
    forgetFile: () => setFromFile(undefined),
    convert,
  };
}

function firstTarget(currencies: readonly string[]): string {
  return currencies.includes('CNY') ? 'CNY' : (currencies[0] ?? 'CNY');
}

/** The rates in use, or one blank line for each currency. */
function linesOf({ currencies, rates }: Pick<OpenedImport, 'currencies' | 'rates'>, target: string): TypedRate[] {
  if (rates && rates.name === undefined)
    return rates.rates.map(({ currency, rate, from }) => ({ ...typedRate(currency), rate, from: from ?? '' }));
  return currencies.filter((currency) => currency !== target).map(typedRate);
}

function typedRate(currency: string): TypedRate {
  return { key: ++lastKey, currency, rate: '', from: '' };
}
