/**
 * `npm run -s score:structured -- DIR`: reads the pages of DIR/microformats and DIR/extruct in a real Chromium, scripts and
 * network off, and compares what our readers give with what the parsers of those projects give. Lists every shortfall with
 * its reason. Last line: JSON.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readStructures } from './capture/read-pages.mjs';
import { compareCards, factsOfThing, findPairs, microformatFacts, partiesIn } from './capture/structured-pairs.mjs';
import { stop } from './set-up.mjs';

/** Where the examples of microformats say to be. */
const BASE = 'http://example.com/';
const KINDS = new Set(['hcard', 'h-card', 'adr', 'h-adr', 'geo', 'h-geo']);

/** Shortfalls that are meant, by pair and field, each with its reason. */
const MEANT = {
  'microformats-v1/hcard/multiple.json': {
    title: 'one-title: a person here has one title and one employer to whom it belongs; the first stands',
    street: 'no-home: a person here has no address; of two it is not said which is where they work',
    city: 'no-home: as the street',
    place: 'no-home: as the street',
    name: 'agent: whom to call in an emergency is private and not taken down',
  },
  'microformats-v1/hcard/single.json': { geo: 'no-home: where a person is, is not taken down' },
};

const root = process.argv[2] ?? '';
if (!['microformats', 'extruct'].every((name) => existsSync(path.join(root, name))))
  stop(`No microformats and extruct in ${root || '(no folder named)'}`);

const cards = await scoreCards();
const things = await scoreThings();
console.log(JSON.stringify({ microformats: cards, extruct: things }));
// Every pair but those argued for in writing; of the others one may be missed.
if (cards.right + cards.meant < cards.pairs || things.read < things.parties - 1) process.exitCode = 1;

async function scoreCards() {
  const pairs = findPairs(path.join(root, 'microformats')).filter(({ group }) => KINDS.has(group));
  const structures = await readStructures(pairs.map(({ file }) => ({ file, base: BASE })));
  const totals = { pairs: pairs.length, right: 0, meant: 0, facts: 0 };
  for (const [i, { name, gold }] of pairs.entries()) {
    const wanted = microformatFacts(gold);
    totals.facts += wanted.length;
    const { missing, invented } = compareCards(wanted, structures[i].values);
    const faults = [...missing.map((field) => ['missing', field]), ...invented.map((field) => ['invented', field])];
    const reasons = faults.map(([kind, field]) => (kind === 'missing' ? MEANT[name]?.[field] : undefined));
    if (faults.length === 0) totals.right++;
    else if (reasons.every(Boolean)) totals.meant++;
    faults.forEach(([kind, field], at) =>
      console.log(`  ${name}: ${kind} ${field}: ${reasons[at] ?? 'NOT READ RIGHT'}`),
    );
  }
  console.log(
    `h-card, hCard, adr, geo: ${totals.right} of ${totals.pairs} pairs right, ${totals.meant} otherwise on purpose; ${totals.facts} facts`,
  );
  return totals;
}

/** Every company and person of the other reading must be among the things that ours read, with the same facts. */
async function scoreThings() {
  const pairs = findPairs(path.join(root, 'extruct'));
  const structures = await readStructures(pairs.map(({ file }) => ({ file, base: 'http://some-example.com/' })));
  const totals = { pairs: pairs.length, withParties: 0, right: 0, parties: 0, read: 0 };
  const roles = {};
  for (const [i, { name, gold }] of pairs.entries()) {
    const wanted = partiesIn(gold);
    if (wanted.length === 0) continue;
    const read = structures[i].things.map((thing) => ({ types: thing.types, facts: factsOfThing(thing).join('\n') }));
    const missed = wanted.filter(
      ({ type, facts }) => !read.some((one) => one.types.includes(type) && one.facts === facts.join('\n')),
    );
    totals.withParties++;
    totals.parties += wanted.length;
    totals.read += wanted.length - missed.length;
    if (missed.length === 0) totals.right++;
    else
      console.log(
        `  ${name}: NOT READ RIGHT: ${missed.length} of ${wanted.length}, as ${missed[0].type} (${missed[0].role})`,
      );
    for (const { role } of wanted) roles[role] = (roles[role] ?? 0) + 1;
  }
  console.log(
    `extruct: ${totals.right} of ${totals.withParties} pairs with companies or people right (${totals.pairs} pairs); ${totals.read} of ${totals.parties} of these read`,
  );
  console.log(
    `  they stand there as: ${Object.entries(roles)
      .map(([role, count]) => `${role} ${count}`)
      .join(', ')}`,
  );
  return totals;
}
