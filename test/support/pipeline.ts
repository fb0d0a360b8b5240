import { Dexie } from 'dexie';
import { expect } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import type { Inputs } from '@/src/app/edit-records';
import type { StepMove } from '@/src/app/move-step';
import { dealOf, type Deal } from '@/src/domain/pipeline/deal';
import type { OpportunityRow } from '@/src/domain/pipeline/opportunity.kind';
import type { PipelineScheme } from '@/src/domain/pipeline/scheme';
import { SHIPPED_SCHEMES } from '@/src/domain/pipeline/shipped-schemes';
import { createWorld, TODAY, type World } from './world';

export const EVIDENCE = 'Minutes of the meeting';

/** A world with one company, and what tests of the pipeline do in it. */
export interface Pipeline extends World {
  readonly company: RecordId;
  /** An opportunity of the company, opened today where nothing else is said. */
  open(inputs?: Inputs): Promise<RecordId>;
  /** In English. */
  move(record: RecordId, to: string, more?: Partial<StepMove>): ReturnType<World['app']['pipeline']['moveStep']>;
  /** Moves with a piece of evidence for everything that is missing. */
  pass(record: RecordId, to: string): Promise<void>;
  rowOf(record: RecordId): Promise<OpportunityRow>;
  close(): Promise<void>;
}

export async function createPipeline(): Promise<Pipeline> {
  const world = await createWorld();
  const { app, db } = world;
  const company = app.newRecord();
  const made = await app.records.make(must(app.kinds.get('company'), 'the kind'), company, { name: '青禾岭泵业' });
  if (!made.ok) expect.fail(made.error.code);
  const move: Pipeline['move'] = (record, to, more = {}) =>
    app.pipeline.moveStep({ record, to, language: 'en', ...more });
  const rowOf = async (record: RecordId): Promise<OpportunityRow> =>
    must(await app.records.row(record), 'an opportunity') as OpportunityRow;
  return Object.assign(world, {
    company,
    move,
    rowOf,
    open: async (inputs: Inputs = {}) => {
      const record = app.newRecord();
      const opened = await app.pipeline.open({
        record,
        inputs: { title: 'Pumps', company, openedOn: TODAY, ...inputs },
        language: 'en',
      });
      return opened.ok ? record : expect.fail(opened.error.code);
    },
    pass: async (record: RecordId, to: string) => {
      const asked = await move(record, to);
      if (asked.ok) return;
      if (asked.error.code !== 'needs-fields') expect.fail(asked.error.code);
      const { missing } = asked.error.verdict;
      const passed = await move(record, to, {
        evidence: missing.map(({ step, criterion }) => ({
          step: step.id,
          criterion: criterion.id,
          text: EVIDENCE,
          day: TODAY,
        })),
        inputs: Object.fromEntries(
          missing.flatMap(({ criterion: { field } }) =>
            field === undefined ? [] : [[field, field === 'strategicFit' ? 'fits' : '3']],
          ),
        ),
      });
      if (!passed.ok) expect.fail(passed.error.code);
    },
    close: async () => {
      db.close();
      for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
    },
  });
}

export function shipped(name: string): PipelineScheme {
  return must(
    SHIPPED_SCHEMES.find(({ id }) => id === name),
    name,
  );
}

/** A deal of the eight steps that stands in one of them, as if it had been brought there by hand. */
export function dealIn(step: string, more: Partial<Deal> = {}): Deal {
  const row = {
    id: `at ${step} ${JSON.stringify(more)}`,
    kind: 'opportunity',
    state: 'open',
    fields: { title: step, company: 'c', openedOn: '2026-01-01', step },
    keys: [],
    origin: { base: 'd.1' },
  };
  // Safe: a record written out by hand.
  return { ...dealOf(row as unknown as OpportunityRow, shipped('eight-step')), ...more };
}
