import type { Row } from '../records/record';
import type { PipelineSchemeFields } from './pipeline-scheme.kind';
import { readScheme, type PipelineScheme } from './scheme';
import { SHIPPED_SCHEMES } from './shipped-schemes';

/** A scheme of the user's own as the steps are meant to come: by their order, ties by id. */
export function schemeOfRecord({ id, fields }: Pick<Row<PipelineSchemeFields>, 'id' | 'fields'>): PipelineScheme {
  const steps = Object.entries(fields.steps ?? {})
    .map(([step, data]) => ({ ...(typeof data === 'object' ? data : {}), id: step }))
    .toSorted((a, b) => orderOf(a) - orderOf(b) || (a.id < b.id ? -1 : 1));
  return readScheme(id, { title: fields.name, sale: fields.sale, steps });
}

function orderOf(step: object): number {
  const order = 'order' in step ? Number(step.order) : NaN;
  return Number.isFinite(order) ? order : Number.MAX_SAFE_INTEGER;
}

/** All there are to choose from: the user's own as they stand on file, then the shipped ones. */
export function allSchemes(own: readonly Row<PipelineSchemeFields>[]): PipelineScheme[] {
  return [...own.map(schemeOfRecord), ...SHIPPED_SCHEMES];
}

/** What an opportunity follows where nothing is said. */
const USUAL = 'eight-step';

/** The id of the scheme that an opportunity follows: its own goes before a shipped one. */
export function schemeIdOf({ scheme, ownScheme }: { readonly scheme?: string; readonly ownScheme?: string }): string {
  return ownScheme ?? scheme ?? USUAL;
}
