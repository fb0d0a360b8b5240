import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Enrichment, EnrichError } from '@/src/app/enrich-uses';
import type { VisitProgress } from '@/src/app/visit-site';
import { isSafe, type Proposal } from '@/src/domain/enrich/propose';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { useInterface } from '../app-context';
import { useSentence } from '../components/use-sentence';

/** What the user says of a proposal; nothing leaves the record as it is and asks again the next time. */
export type Decision = 'accept' | 'refuse';

export type EnrichStage =
  | { readonly at: 'plan' }
  | { readonly at: 'running'; readonly progress?: VisitProgress }
  | { readonly at: 'failed'; readonly code: EnrichError['code'] }
  | {
      readonly at: 'review';
      readonly enrichment: Enrichment;
      readonly decisions: ReadonlyMap<string, Decision>;
      readonly fault?: string;
    };

/** The way from the plan over the requests to what is filed. Leaving calls off what is under way. */
export function useEnrichment(row: Row<CompanyFields>, onSaved: () => void) {
  const { app, settings, tell } = useInterface();
  const { t } = useTranslation('enrich');
  const sentence = useSentence();
  const [stage, setStage] = useState<EnrichStage>({ at: 'plan' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  /** To be called in the very turn of a click: the browser asks for the sites. */
  const start = async (): Promise<void> => {
    const control = new AbortController();
    running.current = control;
    setStage({ at: 'running' });
    const onProgress = (progress: VisitProgress): void => {
      if (running.current === control) setStage({ at: 'running', progress });
    };
    const run = { settings, signal: control.signal, onProgress };
    const enrichment = await app.enrich.run(row, run);
    if (running.current !== control) return;
    if (!enrichment.ok) return setStage({ at: 'failed', code: enrichment.error.code });
    const ticked = enrichment.value.list.filter((one) => one.ticked);
    setStage({ at: 'review', enrichment: enrichment.value, decisions: accepting(ticked) });
  };

  const decide = (change: (known: ReadonlyMap<string, Decision>) => ReadonlyMap<string, Decision>): void =>
    setStage((now) => (now.at === 'review' ? { ...now, decisions: change(now.decisions) } : now));

  const save = async (): Promise<void> => {
    if (stage.at !== 'review') return;
    const { list, record } = stage.enrichment;
    const decided = (wanted: Decision): Proposal[] => list.filter(({ id }) => stage.decisions.get(id) === wanted);
    const accepted = decided('accept');
    const saved = await app.enrich.save({ record, accepted, refused: decided('refuse') });
    if (!saved.ok) return setStage({ ...stage, fault: sentence(saved.error) });
    onSaved();
    const name = row.fields.name.value;
    tell({ text: t('saved', { count: accepted.length, name }), undo: saved.value.batchId });
  };

  return {
    stage,
    start: () => void start(),
    stop: () => running.current?.abort(),
    save: () => void save(),
    /** Takes a decision on one proposal, or takes it back. Of a field that holds one value only one is accepted. */
    decide: (one: Proposal, decision: Decision | undefined) => decide((known) => decided(known, one, decision, stage)),
    /** Accepts those that are right 98 times in 100 and replace nothing. */
    acceptSafe: () => {
      if (stage.at === 'review') decide(() => accepting(onePerField(stage.enrichment.list.filter(isSafe))));
    },
    acceptNone: () => decide((known) => new Map([...known].filter(([, decision]) => decision === 'refuse'))),
  };
}

function accepting(proposals: readonly Proposal[]): ReadonlyMap<string, Decision> {
  return new Map(proposals.map(({ id }) => [id, 'accept']));
}

function onePerField(proposals: readonly Proposal[]): Proposal[] {
  return proposals.filter(
    ({ field }, i) => company.fields[field].many || proposals.findIndex((one) => one.field === field) === i,
  );
}

function decided(
  known: ReadonlyMap<string, Decision>,
  { id, field }: Proposal,
  decision: Decision | undefined,
  stage: EnrichStage,
): ReadonlyMap<string, Decision> {
  const next = new Map(known);
  next.delete(id);
  if (decision === undefined || stage.at !== 'review') return next;
  const rivals = company.fields[field].many ? [] : stage.enrichment.list.filter((one) => one.field === field);
  if (decision === 'accept') for (const rival of rivals) if (next.get(rival.id) === 'accept') next.delete(rival.id);
  return next.set(id, decision);
}
