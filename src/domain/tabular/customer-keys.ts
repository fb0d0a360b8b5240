import { at } from '@/src/kernel/assert';
import { cleanLine, foldKey } from '@/src/kernel/text';
import type { TextColumn } from './dictionary';

export interface CustomerKeys {
  /** The key of each value of the column, by its code; empty when blank. */
  readonly ofCode: readonly string[];
  /** The file held ids as 17850.0, as a spreadsheet or a data tool leaves them; they were made whole. */
  readonly wereFloats: boolean;
}

/** The keys under which a column's values are one customer: trimmed, NFKC, case kept, at most 200 characters. */
export function customerKeys({ values }: TextColumn): CustomerKeys {
  const folded = values.map((value) => foldKey(cleanLine(unwrapped(value), 200)));
  const named = folded.filter((key) => key !== '');
  const wereFloats = named.length > 0 && named.every((key) => /^\d+\.0$/.test(key));
  return { ofCode: wereFloats ? folded.map((key) => key.replace(/\.0$/, '')) : folded, wereFloats };
}

/** `="00123"` is how an export keeps a spreadsheet from eating the zeros. */
function unwrapped(value: string): string {
  return /^="?([^"]*)"?$/.exec(value)?.[1] ?? value;
}

/** For each customer key the first name that stands beside it; the key itself where there is none. */
export function customerLabels(customer: TextColumn, names: TextColumn | undefined, rows: Int32Array): string[] {
  const labels: (string | undefined)[] = customer.values.map(() => undefined);
  if (names) {
    for (let i = 0; i < rows.length; i++) {
      const code = at(customer.codes, i);
      labels[code] ??= cleanLine(at(names.values, at(names.codes, at(rows, i))), 200) || undefined;
    }
  }
  return labels.map((label, code) => label ?? at(customer.values, code));
}
