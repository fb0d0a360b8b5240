import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { readCompanyName } from '../identity/company-name';
import { personKeys, personTraits, type PartyValues } from './party-traits';

/**
 * What a person is known by, each digested with the salt. Order and number tell nothing.
 * @param companies names of the companies they work for.
 */
export function suppressionDigests(values: PartyValues, companies: readonly string[], salt: string): string[] {
  return suppressionKeys(values, companies)
    .map((key) => digestOfKey(key, salt))
    .sort();
}

/** What a person is known by: mailboxes, numbers, and their name with each company's. Not the name alone, for many share it. */
export function suppressionKeys(values: PartyValues, companies: readonly string[]): string[] {
  const traits = personTraits(values);
  const keys = personKeys(traits).filter((key) => !key.startsWith('name:'));
  const name = traits.name.join(' ');
  const named = name === '' ? [] : companies.map((company) => `name:${name}@${readCompanyName(company).core}`);
  return [...keys, ...named];
}

export function digestOfKey(key: string, salt: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${salt} ${key}`)));
}
