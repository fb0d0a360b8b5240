import { must } from '@/src/kernel/assert';
import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import type { ClipKind, ClipPage, ClipProposal, ClipValue } from '@/src/domain/clips/propose-clip';
import { typedValue, type Evidenced, type Source } from '@/src/domain/records/evidence';
import { titleOf } from '@/src/domain/records/values';
import { mayDo, openDesk, readInputs, type Inputs, type RecordError, type RecordPorts } from './edit-records';
import type { Receipt } from './ports/store';

/** A clip as the user has looked at it. */
export interface ClipToSave {
  readonly record: RecordId;
  readonly kind: ClipKind;
  /** Field → text, as typed or as proposed; empty ones are left out. */
  readonly inputs: Inputs;
  readonly proposal: ClipProposal;
  readonly page: ClipPage;
}

const EXTRACTOR = 'vital-few-clip/1';
const SNIPPET = 200;

/**
 * Files a clip as one record in one batch. What was left as it was read keeps the place it was read from; what the user
 * changed is theirs, with that place beside it. Without an owner it is whose who clips.
 * Errors besides the store's: see `RecordError`; faults of a value name the field.
 */
export async function saveClip(
  ports: RecordPorts,
  id: BatchId,
  { record, kind: name, inputs, proposal, page }: ClipToSave,
): Promise<Result<Receipt, RecordError>> {
  const { store, clock, kinds } = ports;
  const desk = await openDesk(ports);
  const at = new Date(clock.now()).toISOString();
  const kind = must(kinds.get(name), 'the kinds of clips are kinds of the product');
  const read = readInputs(kind, inputs, desk, at);
  if (!read.ok) return read;
  const proposed = proposal.values[name];
  const held = Object.entries(read.value).flatMap(([field, value]) =>
    // Safe: the kinds of clips carry evidence, and null stands for an empty input.
    value === null ? [] : [[field, sourced(value as Evidenced<unknown>, proposed[field])] as const],
  );
  const fields = { owner: typedValue(desk.actor.name, at), ...Object.fromEntries(held) };
  if (!mayDo('make', kind, { fields }, desk.actor)) return err({ code: 'forbidden' });
  return store.commit({
    id,
    actor: desk.actor.name,
    wall: clock.now(),
    cause: 'capture',
    note: { title: titleOf(kind, { fields }), url: page.url },
    changes: [{ make: record, kind: name, fields }],
  });

  function sourced(typed: Evidenced<unknown>, value: ClipValue | undefined): Evidenced<unknown> {
    if (!value || value.from === 'ours') return typed;
    const source = sourceOf(value, proposal.text, page, at);
    if (typed.raw !== value.text.trim()) return { ...typed, sources: [...typed.sources, source] };
    // The user has chosen the text and looked at what was read: it is as sure as their own word.
    return { ...typed, raw: value.raw, sources: [source], status: 'accepted' };
  }
}

/** Where a value stood: a piece of the selected text around it, or the title of the page. */
function sourceOf({ from, raw }: ClipValue, text: string, { url, title }: ClipPage, at: string): Source {
  const kind = from === 'page-head' || from === 'page-address' ? from : 'text';
  const snippet = kind === 'text' ? around(text, raw) : title.trim().slice(0, SNIPPET);
  return { kind, url, snippet: snippet || url || raw.slice(0, SNIPPET), at, extractor: EXTRACTOR };
}

/** The text around a piece of it, at most {@link SNIPPET} characters; its beginning where the piece stands there in other words. */
function around(text: string, raw: string): string {
  const place = Math.max(0, text.indexOf(raw));
  const from = Math.max(0, place - Math.max(0, Math.floor((SNIPPET - raw.length) / 2)));
  return text
    .slice(from, from + SNIPPET)
    .replace(/\s+/g, ' ')
    .trim();
}
