import { err, ok, type Result } from '@/src/kernel/result';
import type { FilePreview, SalesFile, SalesFileError } from '../sales-file';
import { rateLines } from './rate-lines';
import type { RateFault, RateLine } from './rate-table';
import { readRates, type ReadRates } from './read-rates';

/** A file of rates larger than this holds something else. */
export const MOST_RATE_BYTES = 4 * 1024 * 1024;

/** Reads a table of rates with the reader of sales files: text or a workbook, its first table. */
export async function readRateFile(file: SalesFile): Promise<Result<ReadRates, RateFault | SalesFileError>> {
  const preview = await rateView(file);
  if (!preview.ok) return preview;
  const lines = await linesOf(file, preview.value);
  return lines.ok ? readRates(lines.value) : lines;
}

/** A row of figures names no columns, though it is the first. */
async function rateView(file: SalesFile): Promise<Result<FilePreview, SalesFileError>> {
  const preview = await file.preview();
  const isFigure = (name: string): boolean => /^-?\d[\d.,]*$/.test(name);
  return preview.ok && preview.value.names.some(isFigure) ? file.preview({ headerRow: 0 }) : preview;
}

async function linesOf(
  file: SalesFile,
  { format, names }: FilePreview,
): Promise<Result<readonly RateLine[], RateFault>> {
  const { table } = await file.read(
    format,
    names.map(() => undefined),
  );
  if (table.total === 0) return err({ code: 'no-rates', line: 0, text: '' });
  const lines = rateLines(table, format.layout.headerRow);
  return lines.ok ? ok(lines.value) : lines;
}
