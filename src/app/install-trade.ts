import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import { requirement } from '@/src/domain/intake/requirement.kind';
import {
  templateMark,
  TRADE_TEMPLATES,
  type TradeField,
  type TradeTemplate,
} from '@/src/domain/intake/trade-templates';
import type { Change } from '@/src/domain/records/change';
import { customField, type CustomFieldRow } from '@/src/domain/records/custom-field.kind';
import { mayDo, openDesk, type RecordError, type RecordPorts } from './edit-records';
import type { Receipt } from './ports/store';

/** A trade with those of its fields that requirements do not have yet. */
export interface TradeState extends TradeTemplate {
  readonly missing: readonly TradeField[];
}

/** `installed`: requirements have every field of the trade already. */
export type TradeError = RecordError | { readonly code: 'installed' };

/** All trades in their order. @param customs the fields that are on file. */
export function tradeStates(customs: readonly CustomFieldRow[]): TradeState[] {
  const held = new Set(
    customs.filter(({ fields }) => fields.of === requirement.name).map(({ fields }) => fields.template),
  );
  return TRADE_TEMPLATES.map((one) => ({
    ...one,
    missing: one.fields.filter(({ name }) => !held.has(templateMark(one.trade, name))),
  }));
}

/**
 * Adds the fields of a trade to requirements as one batch: those that are not there yet, so that a field is never there
 * twice. They are named in the language of the moment and are the user's from then on.
 * @param word the words of the area `trades`. Errors besides the store's: `installed`, `forbidden`.
 */
export async function installTrade(
  ports: RecordPorts,
  id: BatchId,
  trade: string,
  word: (key: string) => string,
): Promise<Result<Receipt, TradeError>> {
  const { store, clock, ids } = ports;
  const { actor, customs } = await openDesk(ports);
  const missing = tradeStates(customs).find((one) => one.trade === trade)?.missing ?? [];
  if (missing.length === 0) return err({ code: 'installed' });
  const made = missing.map((field) => fieldsOf(trade, field, word, () => ids.next()));
  if (made.some((fields) => !mayDo('make', customField, { fields }, actor))) return err({ code: 'forbidden' });
  return store.commit({
    id,
    actor: actor.name,
    wall: clock.now(),
    cause: 'make',
    note: { title: word(`trade.${trade}`) },
    changes: made.map((fields): Change => ({ make: ids.next() as RecordId, kind: customField.name, fields })),
  });
}

function fieldsOf(
  trade: string,
  { name, type, choices = [] }: TradeField,
  word: (key: string) => string,
  newItem: () => string,
): CustomFieldRow['fields'] {
  const items = Object.fromEntries(choices.map((choice) => [newItem(), word(`choice.${choice}`)]));
  return {
    of: requirement.name,
    label: word(`field.${name}`),
    type,
    ...(choices.length === 0 ? {} : { choices: items }),
    template: templateMark(trade, name),
  };
}
