import { customerMatch } from '@/src/domain/enrich/own-data/customer-match.kind';
import { stakeholder } from '@/src/domain/people/stakeholder.kind';
import { visit } from '@/src/domain/visits/visit.kind';
import type { Store } from './ports/store';
import { readSettings } from './settings';

/** What a newcomer does first, in order: an answer from a sales file, and what the work makes of it. */
export const FIRST_STEPS = ['answer', 'key-accounts', 'people', 'visit', 'backup'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** Those of the first steps that are done, by what is on file: sample data count, and what is taken back is not done any more. */
export async function firstStepsDone(store: Store): Promise<ReadonlySet<FirstStep>> {
  const [datasets, matches, seats, visits, settings] = await Promise.all([
    store.rows('dataset'),
    store.count(customerMatch.name),
    store.count(stakeholder.name),
    store.count(visit.name),
    readSettings(store),
  ]);
  const done: Readonly<Record<FirstStep, boolean>> = {
    answer: datasets.some(({ state }) => state === 'ready'),
    'key-accounts': matches > 0,
    people: seats > 0,
    visit: visits > 0,
    backup: settings['last-backup'] !== undefined,
  };
  return new Set(FIRST_STEPS.filter((step) => done[step]));
}
