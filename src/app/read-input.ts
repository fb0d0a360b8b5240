import { err, ok, type Result } from '@/src/kernel/result';
import { foldKey } from '@/src/kernel/text';
import { normaliseEmail } from '@/src/domain/identity/email-address';
import { normalisePhone } from '@/src/domain/identity/phone-number';
import type { FieldSpec, Money } from '@/src/domain/records/field';
import { valueFault, type ValueFault } from '@/src/domain/records/values';

/** The currency of an amount typed without one, by the user's own country. */
const CURRENCIES: Readonly<Record<string, string>> = {
  CN: 'CNY',
  TW: 'TWD',
  HK: 'HKD',
  MO: 'MOP',
  SG: 'SGD',
  US: 'USD',
  GB: 'GBP',
  JP: 'JPY',
  CH: 'CHF',
  AU: 'AUD',
  CA: 'CAD',
  KR: 'KRW',
};
const EURO = new Set(['DE', 'AT', 'FR', 'NL', 'IT', 'ES', 'BE', 'IE', 'FI', 'PT', 'LU', 'GR', 'SK', 'SI']);
const SIGNS: Readonly<Record<string, string>> = { '¥': 'CNY', '￥': 'CNY', $: 'USD', '€': 'EUR', '£': 'GBP' };
const DAY = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?$/;

/**
 * What a user typed, as a value of the field, in normal form where there is one.
 * @param home the user's own country, for numbers without a country code and amounts without a currency.
 * @returns undefined for nothing but blanks. Errors: see `ValueFault`.
 */
export function readInput(spec: FieldSpec, text: string, home: string): Result<unknown, ValueFault> {
  const typed = spec.lines ? text.trim() : foldKey(text);
  if (typed === '') return ok(undefined);
  const value = valueOf(spec, typed, home);
  const fault = valueFault(spec, value);
  return fault ? err(fault) : ok(value);
}

function valueOf({ type }: FieldSpec, text: string, home: string): unknown {
  if (type === 'phone') return normalisePhone(text, [home]) ?? text;
  if (type === 'email') return normaliseEmail(text) ?? text;
  if (type === 'number') return Number(ungrouped(text));
  if (type === 'money') return moneyOf(text, home);
  return type === 'date' ? dayOf(text) : text;
}

/** What prices are in where the user or a site is; undefined for countries that are not known to us. */
export function currencyOfRegion(region: string): string | undefined {
  return CURRENCIES[region] ?? (EURO.has(region) ? 'EUR' : undefined);
}

function moneyOf(text: string, home: string): Money {
  const code = /[A-Za-z]{3}/.exec(text)?.[0].toUpperCase();
  const sign = Object.keys(SIGNS).find((one) => text.includes(one));
  const amount = ungrouped(text.replace(/[A-Za-z]{3}|[¥￥$€£]/g, ''));
  return { amount, currency: code ?? SIGNS[sign ?? ''] ?? currencyOfRegion(home) ?? 'EUR' };
}

/** Thousands in groups of three: `1,234.50`. */
function ungrouped(text: string): string {
  const bare = text.replace(/\s/g, '');
  return /^[+-]?\d{1,3}(?:,\d{3}){1,12}(?:\.\d{1,9})?$/.test(bare) ? bare.replaceAll(',', '') : bare;
}

function dayOf(text: string): string {
  const match = DAY.exec(text);
  const two = (part: string | undefined): string => (part ?? '').padStart(2, '0');
  return match ? `${match[1]}-${two(match[2])}-${two(match[3])}` : text;
}
