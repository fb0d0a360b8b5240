import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { readCompanyName } from '../identity/company-name';
import { personKeys, personTraits, type PartyValues } from './party-traits';

/**
 * What a person is known by, each digested with the salt: mailboxes, numbers, and their name together with each company's. A
 * name alone is not among them, for many share it. Order and number tell nothing.
 * @param companies names of the companies they work for.
 */
export function suppressionDigests(values: PartyValues, companies: readonly string[], salt: string): string[] {
  const traits = personTraits(values);
  const keys = personKeys(traits).filter((key) => !key.startsWith('name:'));
  const name = traits.name.join(' ');
  const named = name === '' ? [] : companies.map((company) => `name:${name}@${readCompanyName(company).core}`);
  return [...keys, ...named].map((key) => bytesToHex(sha256(utf8ToBytes(`${salt} ${key}`)))).sort();
}
