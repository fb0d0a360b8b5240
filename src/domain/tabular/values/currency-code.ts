import { currencyOfSign } from './currency-signs';
import { isMissing } from './missing-values';

/**
 * The currency that a cell names: ￥, 人民币 and rmb are CNY, US Dollar is USD; what is not known stands for itself in
 * capitals, '' for a cell that says nothing.
 */
export function currencyCode(text: string): string {
  if (isMissing(text)) return '';
  const sign = text.normalize('NFKC').trim();
  return currencyOfSign(sign.replaceAll(' ', '')) ?? sign.toUpperCase();
}

/** Whether it is written as ISO 4217 codes are. */
export function isIsoCode(code: string): boolean {
  return /^[A-Z]{3}$/.test(code);
}

const NO_CENTS = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '));
const MILLS = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/** Digits after the point of a currency's smallest coin (ISO 4217): JPY 0, KWD 3, and 2 for all that are not known. */
export function decimalsOf(code: string): number {
  if (NO_CENTS.has(code)) return 0;
  return MILLS.has(code) ? 3 : 2;
}
