import { foldedHeader } from './fold-header';

/** On what an amount rests, as far as its header says. */
export interface AmountBasis {
  readonly basis: 'ordered' | 'invoiced' | 'paid' | undefined;
  readonly tax: 'with' | 'without' | undefined;
}

const BASES = [
  [
    'paid',
    /实付|实收|实际支付|实际付款|实际成交|回款|到账|收款|已付|已收|入金|支払/,
    / (?:paid|payment|received|collected|captured|bezahlt|gezahlt|paye|regle|encaisse|pagado|cobrado) /,
  ],
  [
    'invoiced',
    /开票|发票|应收|账单|请求/,
    / (?:invoice|invoiced|billed|bill|billing|rechnungsbetrag|fakturiert|rechnung|facture|facturado|factura|facturacion) /,
  ],
  [
    'ordered',
    /订单|订购|下单|合同|签约|受注|注文|成交/,
    / (?:order|ordered|deal|contract|opportunity|auftragswert|auftrag|bestell\w*|commande|pedido) /,
  ],
] as const;

const WITHOUT = [
  /不含税|未税|无税|税抜|税别/,
  / (?:net|netto\w*|ht|hors taxes?|excl\w*|ex vat|ex tax|ex gst|without (?:tax|vat)|sin iva|base imponible|neto|nettowert) /,
] as const;

const WITH = [
  /含税|价税|税价|税込/,
  / (?:gross|brutto\w*|ttc|toutes taxes|incl\w*|inc vat|inc tax|inc gst|with (?:tax|vat)|con iva|iva incluido|bruto) /,
] as const;

/**
 * What the header of an amount says of its basis; undefined where it says nothing. 'Net sales' is net of returns as often
 * as of tax, and 'gross sales' is before discounts: both say nothing of tax.
 * @example basisOf('实付金额（含税）') // { basis: 'paid', tax: 'with' }
 */
export function basisOf(header: string): AmountBasis {
  const { whole, spaced } = foldedHeader(header);
  const basis = BASES.find(([, han, latin]) => han.test(whole) || latin.test(spaced))?.[0];
  const says = ([han, latin]: readonly [RegExp, RegExp]): boolean => han.test(whole) || latin.test(spaced);
  if (/ (?:net|gross) sales /.test(spaced)) return { basis, tax: undefined };
  return { basis, tax: says(WITHOUT) ? 'without' : says(WITH) ? 'with' : undefined };
}
