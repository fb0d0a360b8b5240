import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Enrichment, EnrichError } from '@/src/app/enrich-uses';
import type { VisitProgress } from '@/src/app/visit-site';
import { isSafe, type Proposal } from '@/src/domain/enrich/propose';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import type { Row } from '@/src/domain/records/record';
import { useInterface } from '../app-context';
import { useSentence } from '../components/use-sentence';
import { acceptingOnly, decidedAs, withDecision, type Decision, type Decisions } from './decisions';

export type EnrichStage =
  | { readonly at: 'plan' }
  | { readonly at: 'running'; readonly progress?: VisitProgress }
  | { readonly at: 'failed'; readonly code: EnrichError['code'] }
  | {
      readonly at: 'review';
      readonly enrichment: Enrichment;
      readonly decisions: Decisions;
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
    setStage({ at: 'review', enrichment: enrichment.value, decisions: acceptingOnly(new Map(), ticked) });
  };

  const decide = (change: (known: Decisions, list: readonly Proposal[]) => Decisions): void =>
    setStage((now) => (now.at === 'review' ? { ...now, decisions: change(now.decisions, now.enrichment.list) } : now));

  const save = async (): Promise<void> => {
    if (stage.at !== 'review') return;
    const { list, record } = stage.enrichment;
    const accepted = decidedAs(stage.decisions, list, 'accept');
    const saved = await app.enrich.save({ record, accepted, refused: decidedAs(stage.decisions, list, 'refuse') });
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
    decide: (one: Proposal, decision: Decision | undefined) =>
      decide((known, list) => withDecision(known, list, one, decision)),
    /** Accepts those that are right 98 times in 100 and replace nothing. */
    acceptSafe: () => decide((known, list) => acceptingOnly(known, list.filter(isSafe))),
    acceptNone: () => decide((known) => acceptingOnly(known, [])),
  };
}
