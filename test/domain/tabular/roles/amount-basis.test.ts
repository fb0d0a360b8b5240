import { describe, expect, it } from 'vitest';
import { basisOf, type AmountBasis } from '@/src/domain/tabular/roles/amount-basis';

describe('basisOf', () => {
  it.each<[string, AmountBasis['basis'], AmountBasis['tax']]>([
    ['实付金额', 'paid', undefined],
    ['商家实收金额(元)', 'paid', undefined],
    ['回款金额', 'paid', undefined],
    ['Amount paid', 'paid', undefined],
    ['开票金额', 'invoiced', undefined],
    ['Invoice total', 'invoiced', undefined],
    ['Rechnungsbetrag (brutto)', 'invoiced', 'with'],
    ['订单金额', 'ordered', undefined],
    ['order_total', 'ordered', undefined],
    ['價稅合計', undefined, 'with'],
    ['含税金额', undefined, 'with'],
    ['不含税金额', undefined, 'without'],
    ['未税金额', undefined, 'without'],
    ['Bruttobetrag', undefined, 'with'],
    ['Nettowert', undefined, 'without'],
    ['Montant TTC', undefined, 'with'],
    ['Total HT', undefined, 'without'],
    ['Importe sin IVA', undefined, 'without'],
    ['税込金額', undefined, 'with'],
    ['Amount Excl. VAT', undefined, 'without'],
    ['Amount Including VAT', undefined, 'with'],
    ['Net Sales', undefined, undefined],
    ['Gross sales', undefined, undefined],
    ['实付金额（含税）', 'paid', 'with'],
    ['金额', undefined, undefined],
    ['', undefined, undefined],
  ])('of %j is %s, tax: %s', (header, basis, tax) => {
    expect(basisOf(header)).toEqual({ basis, tax });
  });
});
