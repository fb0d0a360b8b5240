import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { folder } from '../import/sales-data.mjs';

/**
 * The rows of Online Retail that have a customer, as `customer,order_date,amount` in every engine's plainest form.
 * Amounts are exact: whole quantities times prices of at most three decimals. @returns the file, made once.
 */
export function onlineRetail(source) {
  const file = path.join(folder, 'online-retail-plain.csv');
  if (existsSync(file)) return file;
  const bytes = readFileSync(source);
  const text = (source.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const { data } = Papa.parse(text, { header: true, skipEmptyLines: true });
  const lines = data.flatMap(({ CustomerID, InvoiceDate, Quantity, UnitPrice }) =>
    CustomerID === ''
      ? []
      : [
          `${Number(CustomerID)},${InvoiceDate.slice(0, 10)},${thousandths(Number(Quantity) * Math.round(Number(UnitPrice) * 1000))}`,
        ],
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `customer,order_date,amount\n${lines.join('\n')}\n`);
  return file;
}

function thousandths(units) {
  const digits = String(Math.abs(units)).padStart(4, '0');
  return `${units < 0 ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`;
}
