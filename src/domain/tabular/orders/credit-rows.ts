import { floatAt } from '@/src/kernel/typed';
import { TextColumn } from '../columns/column';
import { foldHeader } from '../roles/fold-header';
import type { SalesTable } from './sales-table';

const DOCUMENT_TYPE =
  /^(?:(?:doc(?:ument)?|invoice|transaction|order|sales?|voucher)?type|类型|(?:单据|业务|订单|交易|发票|销售|出库)类型|belegart|belegtyp|dokumentart|vorgangsart|typedepiece|typededocument|typepiece|tipodocumento|tipodedocumento|tipo|伝票区分|取引区分)$/;
const OF_CREDIT =
  /^(?:(?:sales?)?(?:credit(?:note|memo|invoice)?|refund|return)s?|(?:sales?)?(?:invoice)?returns?|(?:销售|销货|客户)?(?:退货|退款|退回|红字|退换)(?:单|出库|出库单|入库|入库单|发票)?|红字(?:销售)?(?:发票|出库单)|gutschrift|rechnungskorrektur|stornorechnung|avoir|facturedavoir|notedecredit|notadecredito|abono|devolucion|facturarectificativa|返品|返品伝票|赤伝|赤伝票)$/;
const SIDE = /^(?:sh|sollhaben|sollhabenkz|dc|drcr|debitcredit|借贷|借贷方向|方向)$/;
const OF_CREDIT_SIDE = /^(?:h|haben|c|cr|credit|贷|贷方)$/;

/** Units of money row by row, NaN where there is none. */
interface Sums {
  readonly units: Float64Array<ArrayBuffer>;
}

/**
 * The sums with those below zero that a column for the type of document calls a credit note, a return or the credit side,
 * where the file writes without a sign what they take back. Where one of them stands below zero already, the file knows its
 * signs and nothing is changed; nor where nothing else is above zero, or a column of its own says what was paid back. A column of such a name without such a word says
 * nothing, and the first that has one decides.
 * @example of Type "Invoice" 100 and "Credit note" 30, the amounts are 100 and -30.
 */
export function withCreditsBelowZero<T extends Sums>(sales: SalesTable, sums: T): T {
  const credits = sales.column('refund') ? undefined : creditRows(sales);
  if (!credits || !areUnsigned(credits, sums)) return sums;
  return { ...sums, units: sums.units.map((own, row) => (credits[row] === 1 ? -own : own)) };
}

/** By row 1 where it is a credit; undefined where no row is. */
function creditRows({ table }: SalesTable): Uint8Array | undefined {
  for (const [i, name] of table.names.entries()) {
    const column = table.columns[i];
    const word = wordFor(foldHeader(name));
    if (!word || !(column instanceof TextColumn)) continue;
    const isCredit = Uint8Array.from(column.values, (value) => (word.test(foldHeader(value)) ? 1 : 0));
    const rows = Uint8Array.from(column.codes, (code) => isCredit[code] ?? 0);
    if (rows.includes(1)) return rows;
  }
  return undefined;
}

function wordFor(header: string): RegExp | undefined {
  if (DOCUMENT_TYPE.test(header)) return OF_CREDIT;
  return SIDE.test(header) ? OF_CREDIT_SIDE : undefined;
}

function areUnsigned(credits: Uint8Array, { units }: Sums): boolean {
  let others = 0;
  for (let row = 0; row < credits.length; row++) {
    if (credits[row] === 1 && floatAt(units, row) < 0) return false;
    if (credits[row] === 0 && floatAt(units, row) > 0) others++;
  }
  return others > 0;
}
