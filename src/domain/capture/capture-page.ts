import { assembleParties } from './assemble';
import { createBudget, type Budget } from './budget';
import type { FoundValue, Reading } from './found';
import { readHCards } from './h-card';
import { readJsonLd } from './json-ld';
import { LIMITS } from './limits';
import { readLinks } from './links';
import { readMicrodata, readRdfaLite } from './microdata';
import { createPageDom, type PageDom, type Realm } from './page-dom';
import { hintsOf, readPageHead, titleOf } from './page-head';
import { partiesOf, type Party } from './schema-party';

/** Name and version of this reader, kept with every value it finds. */
export const EXTRACTOR = 'vital-few/1';

export interface PageContext {
  readonly document: Document;
  readonly realm: Realm;
  readonly url: string;
  /** A clock in milliseconds that never goes back. */
  readonly now: () => number;
  readonly budgetMs?: number;
}

interface Findings {
  readonly parties: Party[];
  /** Values that stand on the page without a thing they belong to. */
  readonly loose: FoundValue[];
}

/** The sources in the order of how much they are worth. When the budget is spent the rest are left out. */
const STEPS: readonly ((dom: PageDom, budget: Budget, url: string, into: Findings) => void)[] = [
  (dom, budget, _, into) => into.parties.push(...partiesOf(readJsonLd(dom, budget))),
  (dom, budget, _, into) => into.parties.push(...partiesOf(readMicrodata(dom, budget))),
  (dom, budget, _, into) => into.parties.push(...partiesOf(readRdfaLite(dom, budget))),
  (dom, budget, _, into) => into.parties.push(...readHCards(dom, budget)),
  (dom, budget, _, into) => into.loose.push(...readLinks(dom, budget)),
  (dom, _, url, into) => into.loose.push(...readPageHead(dom, url)),
];

/**
 * Reads the companies and people that a page tells of. Changes nothing on the page, asks nothing of the network.
 *
 * The confidence of a value is the share of such values that are right, by where it stands; sources that agree raise it.
 * A page without structured data still gives its company a name from its head, at a confidence below ticking.
 */
export function capturePage({ document, realm, url, now, budgetMs = LIMITS.budgetMs }: PageContext): Reading {
  const started = now();
  const dom = createPageDom(document, realm);
  const budget = createBudget(now, budgetMs, LIMITS.nodes);
  const into: Findings = { parties: [], loose: [] };
  for (const step of STEPS) if (!budget.isSpent) step(dom, budget, url, into);
  const parties = assembleParties(into.parties, into.loose, url);
  const kinds = new Set(
    parties.flatMap(({ values }) => values).flatMap(({ sources }) => sources.map(({ kind }) => kind)),
  );
  const evident = [...kinds].some((kind) => kind !== 'page-head' && kind !== 'page-address');
  return {
    url,
    title: titleOf(dom),
    hints: hintsOf(
      dom,
      url,
      into.parties.flatMap((party) => party.countries),
    ),
    parties,
    notices: [...(budget.isSpent ? (['stopped'] as const) : []), ...(evident ? [] : (['nothing'] as const))],
    ms: now() - started,
  };
}
