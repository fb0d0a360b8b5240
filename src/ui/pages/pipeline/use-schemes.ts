import { useMemo } from 'react';
import { dealOf, type Deal } from '@/src/domain/pipeline/deal';
import { opportunity, type OpportunityRow } from '@/src/domain/pipeline/opportunity.kind';
import { textIn, type LocalText, type PipelineScheme } from '@/src/domain/pipeline/scheme';
import { schemeIdOf } from '@/src/domain/pipeline/scheme-of';
import { useInterface, useLive } from '../../app-context';
import { useRows } from '../../records/use-reading';

/** All schemes there are, the user's own first; undefined until they are read. */
export function useSchemes(): readonly PipelineScheme[] | undefined {
  return useLive('schemes', (app) => app.pipeline.schemes());
}

/** The words of schemes and steps in the language of the interface. */
export function useLocalText(): (text: LocalText) => string {
  const { language } = useInterface().format;
  return (text) => textIn(text, language);
}

/** A scheme, and what follows it. */
export interface Followed {
  readonly scheme: PipelineScheme;
  readonly rows: readonly OpportunityRow[];
  readonly deals: readonly Deal[];
}

/** All schemes with the opportunities that follow each. Undefined until both are read. */
export function useFollowed(): readonly Followed[] | undefined {
  const schemes = useSchemes();
  // Safe: rows of a kind hold the fields of the kind.
  const rows = useRows(opportunity.name) as readonly OpportunityRow[] | undefined;
  return useMemo(
    () =>
      schemes &&
      rows &&
      schemes.map((scheme) => {
        const own = rows.filter(({ fields }) => schemeIdOf(fields) === scheme.id);
        return { scheme, rows: own, deals: own.map((row) => dealOf(row, scheme)) };
      }),
    [schemes, rows],
  );
}

/** The scheme that an address names; else the first that something open follows; else what is usual. */
export function chosenOf(all: readonly Followed[], wanted: string | undefined): Followed | undefined {
  return (
    all.find(({ scheme }) => scheme.id === wanted) ??
    all.find(({ rows }) => rows.some(({ state }) => state === 'open')) ??
    all.find(({ scheme }) => scheme.id === schemeIdOf({})) ??
    all[0]
  );
}
