/** Pairs of a page and what another parser reads there, and how ours is compared with it. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** @typedef {{ name: string, group: string, file: string, gold: unknown }} Pair */

/** @returns {Pair[]} every .json and .jsonld below the folder that has a page of the same name, or of its beginning */
export function findPairs(folder) {
  const files = readdirSync(folder, { recursive: true }).map(String).sort();
  return files
    .filter((file) => /\.json(?:ld)?$/.test(file))
    .flatMap((file) => {
      const page = pageOf(file, files);
      if (!page) return [];
      const gold = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
      return [{ name: file, group: path.basename(path.dirname(file)), file: path.join(folder, page), gold }];
    });
}

/** Some pages have several readings: `product.html` with `product_custom_url.json`, `7.1.html` with `7.1.flat.json`. */
function pageOf(file, files) {
  const stem = file.replace(/\.json(?:ld)?$/, '');
  const variants = [stem, stem.replace(/\.(?:flat|withtext)$/, ''), stem.replace(/_(?:flat|custom)[a-z_]*/, '')];
  return variants.map((variant) => `${variant}.html`).find((page) => files.includes(page));
}

const tight = (text) =>
  String(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.,]+/g, '');
const lastOf = (text) =>
  String(text)
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/s, '')
    .split('/')
    .at(-1);
const point = (text) => String(text).replace(/^geo:/i, '').split(/[;,]/).slice(0, 2).map(Number).join(',');
const urlKey = (text) => String(text).replace(/\/$/, '');

/** @returns {[string, string][]} facts that the reading of a page by microformats has for a user: [field, key] */
export function microformatFacts({ items }) {
  return items.flatMap(factsOfItem);
}

function factsOfItem({ type, properties, children = [], value = '' }) {
  const texts = (...names) =>
    names.flatMap((name) => properties[name] ?? []).map((one) => (typeof one === 'object' ? one.value : one));
  const inner = [...Object.values(properties).flat(), ...children].filter((one) => Array.isArray(one?.type));
  const facts = inner.flatMap(factsOfItem);
  const add = (field, values, key = tight) =>
    facts.push(...values.filter((one) => one !== '').map((one) => [field, key(one)]));
  if (type.includes('h-card')) {
    const joined = [texts('given-name')[0], texts('family-name')[0]];
    add('name', properties.name ? texts('name') : joined.every(Boolean) ? [joined.join(' ')] : []);
    add('name', texts('org'));
    add('title', texts('job-title', 'role'));
    add('phone', texts('tel'));
    add('email', texts('email'), (one) => tight(lastOf(one)));
    add('url', texts('url'), urlKey);
  }
  if (type.includes('h-adr')) {
    add('place', texts('name', 'extended-address', 'country-name'));
    add('street', texts('street-address'));
    add('city', texts('locality'));
    add('region', texts('region'));
    add('postcode', texts('postal-code'));
    add('geo', texts('geo'), point);
  }
  if (type.includes('h-geo')) facts.push(...factsOfPoint(texts, value));
  return facts;
}

function factsOfPoint(texts, value) {
  const [latitude] = texts('latitude');
  const [longitude] = texts('longitude');
  const [name = ''] = texts('name');
  const whole = latitude ? `${latitude};${longitude}` : name || value;
  const place = name && !/^-?\d/.test(name) ? [['place', tight(name)]] : [];
  return /^-?\d/.test(whole) ? [['geo', point(whole)], ...place] : place;
}

const FIELDS = { name: 'name', legalName: 'name', title: 'title', phones: 'phone', emails: 'email', website: 'url' };

/** @returns {{ missing: string[], invented: string[] }} facts of the other reading that ours lacks, and of ours that it lacks */
export function compareCards(wanted, values) {
  const found = values.flatMap(({ field, raw, parts }) => {
    if (field !== 'addresses') return [[FIELDS[field] ?? field, field === 'website' ? urlKey(raw) : tight(raw)]];
    const { street, city, region, postcode, geo } = parts;
    const named = Object.entries({ street, city, region, postcode });
    return [
      ...named.flatMap(([part, text]) => (text ? [[part, tight(text)]] : [])),
      ...(geo ? [['geo', point(geo)]] : []),
    ];
  });
  const written = values.filter(({ field }) => field === 'addresses').map(({ raw }) => tight(raw));
  const says = (list, [field, key]) =>
    list.some(([f, k]) => f === field && (k === key || (f === 'street' && covers(k, key))));
  const missing = wanted.filter(
    (fact) => !says(found, fact) && !(fact[0] === 'place' && written.some((raw) => raw.includes(fact[1]))),
  );
  const invented = found.filter((fact) => !says(wanted, fact));
  return { missing: missing.map(([field]) => field), invented: invented.map(([field]) => field) };
}

const covers = (a, b) => a.startsWith(b) || b.startsWith(a);

const PARTY = /^(?:person|organization|corporation|localbusiness|restaurant|store|ngo|musicgroup|.*organization)$/;
const TELLING = /^(?:name|legalname|url|telephone|email|jobtitle|givenname|familyname|address(?:\..*)?)$/;
const term = (name) => String(name).split(/[/#:]/).at(-1).toLowerCase();
const list = (value) => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);

/** @returns {{ type: string, role: string, facts: string[] }[]} companies and people in a reading, and as what they stand there */
export function partiesIn(gold, role = 'page') {
  if (Array.isArray(gold)) return gold.flatMap((one) => partiesIn(one, role));
  if (typeof gold !== 'object' || gold === null) return [];
  const properties = gold.properties ?? gold;
  const types = list(gold.type ?? gold['@type']).map(term);
  const inner = Object.entries(properties).flatMap(([key, value]) => partiesIn(value, term(key)));
  const type = types.find((one) => PARTY.test(one));
  return type ? [{ type, role, facts: factsOf(properties).sort() }, ...inner] : inner;
}

function factsOf(properties, prefix = '') {
  return Object.entries(properties).flatMap(([key, value]) => {
    const name = `${prefix}${term(key)}`;
    if (key.startsWith('@') || !TELLING.test(name)) return [];
    return list(value).flatMap((one) => {
      if (typeof one !== 'object') return [`${name}=${tight(one)}`];
      if ('@value' in one) return [`${name}=${tight(one['@value'])}`];
      return prefix === '' ? factsOf(one.properties ?? one, `${name}.`) : [];
    });
  });
}

/** The same facts of a thing that we read. */
export function factsOfThing({ facts }) {
  return facts
    .filter(([name]) => TELLING.test(name))
    .map(([name, text]) => `${name}=${tight(text)}`)
    .sort();
}
