import { finish, type Steps } from '@/src/kernel/steps';
import { createBudget, type Budget } from './budget';
import { readHiddenEmails } from './email/hidden-email';
import type { FoundValue, ReadAs, Reading } from './found';
import { readHCards } from './h-card';
import { readLinkedAccounts } from './im/read-accounts';
import { readJsonLd } from './json-ld';
import { LIMITS } from './limits';
import { nextPage } from './list/next-page';
import { readList } from './list/read-list';
import { readLinks } from './links';
import { readMicrodata, readRdfaLite } from './microdata';
import { obstacleOf } from './obstacle';
import { createPageDom, type PageDom, type Realm } from './page-dom';
import { readPageHead } from './page-head';
import type { SchemaNode } from './schema-node';
import { partiesOf, voicesOf, type Party } from './schema-party';
import { emptySnapshot, snapshotInSteps, type Snapshot } from './text/snapshot';
import { understandPage, type Understood } from './understand-page';

/** Name and version of this reader, kept with every value it finds. */
export const EXTRACTOR = 'vital-few/1';

export interface PageContext {
  readonly document: Document;
  readonly realm: Realm;
  readonly url: string;
  /** A clock in milliseconds that never goes back. */
  readonly now: () => number;
  readonly budgetMs?: number;
  /** Only the sources of one kind. */
  readonly only?: SourceGroup;
  /** What the user says that the page is: before all that the page hints at. */
  readonly as?: ReadAs | undefined;
}

/** Kinds of sources, for measuring what each is worth. */
export type SourceGroup = 'structured' | 'links' | 'text';

/** One reading under way. */
interface Reader {
  readonly context: PageContext;
  readonly dom: PageDom;
  readonly budget: Budget;
  readonly textBudget: Budget;
  readonly parties: Party[];
  /** Values that stand on the page without a thing they belong to. */
  readonly loose: FoundValue[];
  /** Names of those who speak on the page rather than being told of. */
  readonly voices: string[];
  snapshot: Snapshot;
}

/** The sources before the text, in the order of how much they are worth. When the budget is spent the rest are left out. */
const STEPS: readonly (readonly [SourceGroup, (reader: Reader) => void])[] = [
  ['structured', (reader) => takeNodes(reader, readJsonLd(reader.dom, reader.budget))],
  ['structured', (reader) => takeNodes(reader, readMicrodata(reader.dom, reader.budget))],
  ['structured', (reader) => takeNodes(reader, readRdfaLite(reader.dom, reader.budget))],
  [
    'structured',
    ({ dom, budget, parties, loose, voices }) => {
      const cards = readHCards(dom, budget);
      parties.push(...cards.parties);
      loose.push(...cards.loose);
      voices.push(...cards.voices);
    },
  ],
  ['links', ({ dom, budget, loose }) => loose.push(...readLinks(dom, budget))],
  ['links', ({ dom, loose }) => loose.push(...readHiddenEmails(dom))],
  ['links', ({ dom, budget, loose }) => loose.push(...readLinkedAccounts(dom, budget))],
];

function takeNodes({ context, parties, voices }: Reader, nodes: readonly SchemaNode[]): void {
  parties.push(...partiesOf(nodes, context.url));
  voices.push(...voicesOf(nodes));
}

/**
 * Reads the companies and people that a page tells of. Changes nothing on the page, asks nothing of the network.
 *
 * The confidence of a value is the share of such values that are right, by where it stands; sources that agree raise it.
 * A page without structured data still gives its company a name from its head, at a confidence below ticking.
 */
export function capturePage(context: PageContext): Reading {
  return finish(captureInSteps(context));
}

/** The same in steps, for whoever has other things to do meanwhile. */
export function* captureInSteps(context: PageContext): Steps<Reading> {
  const { document, realm, url, now, only, budgetMs = LIMITS.budgetMs } = context;
  const started = now();
  const dom = createPageDom(document, realm, url);
  const budget = createBudget(now, budgetMs, LIMITS.nodes);
  const textBudget = createBudget(now, budgetMs, LIMITS.textNodes);
  const found = { parties: [], loose: [], voices: [] };
  const reader: Reader = { context, dom, budget, textBudget, ...found, snapshot: emptySnapshot };
  for (const [group, step] of STEPS) {
    if (!budget.isSpent && (only ?? group) === group) step(reader);
    yield;
  }
  if (!budget.isSpent && (only ?? 'text') === 'text')
    reader.snapshot = yield* snapshotInSteps(document, realm, textBudget);
  yield;
  const head = readPageHead(dom);
  const understood = yield* understandPage({ ...reader, url, head, as: context.as });
  const { parties, hints } = understood;
  const kinds = new Set(
    parties
      .flatMap(({ values }) => values)
      .flatMap(({ field, sources }) =>
        sources.map(({ kind }) => (field === 'name' && kind === 'text' ? 'page-head' : kind)),
      ),
  );
  const evident = [...kinds].some((kind) => kind !== 'page-head' && kind !== 'page-address');
  return {
    url,
    title: head.title,
    hints,
    parties,
    ...(yield* listed(reader, understood)),
    notices: [
      ...(budget.isSpent || textBudget.isSpent ? (['stopped'] as const) : []),
      ...(evident ? [] : (['nothing'] as const)),
    ],
    ms: now() - started,
  };
}

/** What the page lists, and where the list goes on; nothing when the budget ran out or only some sources are looked at. */
function* listed(
  { context, dom, snapshot, budget, textBudget }: Reader,
  understood: Understood,
): Steps<Partial<Reading>> {
  if (budget.isSpent || textBudget.isSpent || context.only !== undefined) return {};
  const { url } = context;
  const { regions, text } = understood;
  const list = yield* readList({ dom, snapshot, regions, url, budget, values: text.loose, people: text.parties });
  yield;
  const next = nextPage(dom, url);
  const obstacle = list ? undefined : obstacleOf(dom, snapshot.text);
  return { ...(list ? { list } : {}), ...(next ? { next } : {}), ...(obstacle ? { obstacle } : {}) };
}
