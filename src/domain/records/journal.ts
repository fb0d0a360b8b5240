import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { BatchId, DeviceId, RecordId } from '@/src/kernel/ids';
import type { EntryRef, Image, Path } from './record';

/** Why a batch was written. */
export type Cause =
  | 'capture'
  | 'enrich'
  | 'edit'
  | 'make'
  | 'move'
  /** Nothing was done, and it is written down that somebody tried. */
  | 'refuse'
  | 'merge'
  | 'delete'
  | 'purge'
  | 'import'
  | 'drop-dataset'
  | 'sample'
  | 'undo'
  | 'erase'
  | 'setting'
  /** Bookkeeping of a queue: no value that a person cares for. */
  | 'queue';

/**
 * One value that changed. `was` is the entry the old value came from. `by` is the entry the new one comes from: absent
 * for the entry itself, another entry when an undo put its value back, null when an undo left nothing.
 */
export interface ValueChange {
  readonly from?: unknown;
  readonly to?: unknown;
  readonly was?: EntryRef;
  readonly by?: EntryRef | null;
}

/** A value change without the members that are undefined, as it is stored. */
export function valueChange(change: {
  readonly from: unknown;
  readonly to: unknown;
  readonly was: EntryRef | undefined;
  readonly by?: EntryRef | null;
}): ValueChange {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

interface PatchBase {
  readonly id: RecordId;
  readonly kind: string;
}

/** The record came to be. Without an `origin` all its values come from this entry. */
export interface MadePatch extends PatchBase {
  readonly made: Omit<Image, 'origin'> & Partial<Pick<Image, 'origin'>>;
}

/** The record went; what it held is kept here, which is what the recycle bin shows. */
export interface GonePatch extends PatchBase {
  readonly gone: Image;
}

export interface SetPatch extends PatchBase {
  readonly set: Readonly<Record<Path, ValueChange>>;
}

/** The record was erased: it went, and nothing of it is kept. */
export interface ErasedPatch extends PatchBase {
  readonly erased: true;
}

/** What one batch did to one record. */
export type Patch = MadePatch | GonePatch | SetPatch | ErasedPatch;

/** Words by which a person recognises a batch later; kept with the patches, because they may name people. */
export interface Note {
  readonly title?: string;
  readonly url?: string;
  readonly file?: string;
  /** Of a merge: the record that the others went into. */
  readonly into?: RecordId;
  /** What the user gave as the reason. */
  readonly reason?: string;
  /** Of a transition: its name; with `overridden`, what was missing or spoke against it and was passed over. */
  readonly transition?: string;
  readonly overridden?: readonly string[];
}

export interface PartDigest {
  readonly patches: number;
  readonly digest: string;
}

/** A part from which an erased person's data was cut. `remaining` is the digest of what is left. */
export interface Hole {
  readonly device: DeviceId;
  readonly seq: number;
  readonly part: number;
  readonly remaining: string;
}

/**
 * The first row (part 0) of a journal entry: one batch. `seq` orders the entries of a device without a gap, `at` (a
 * hybrid time) orders them across devices, `wall` is for display. Holds no personal data.
 */
export interface EntryHeader {
  readonly device: DeviceId;
  readonly seq: number;
  readonly part: 0;
  readonly at: string;
  readonly wall: number;
  readonly batchId: BatchId;
  readonly actor: string;
  readonly cause: Cause;
  /** The batch that this one takes back. */
  readonly undoes?: BatchId;
  readonly counts: { readonly made: number; readonly gone: number; readonly changed: number };
  readonly parts: readonly PartDigest[];
  readonly holes?: readonly Hole[];
  /** Digest of the entry before it on this device; empty for the first. */
  readonly previous: string;
  /** Digest of this header without this field. */
  readonly digest: string;
}

/** The patches of an entry, about a thousand to a row, numbered from 1. */
export interface EntryPart {
  readonly device: DeviceId;
  readonly seq: number;
  readonly part: number;
  readonly patches: readonly Patch[];
  readonly note?: Note;
  /** The ids of its patches, for finding what happened to a record. */
  readonly touched: readonly RecordId[];
}

export const PATCHES_PER_PART = 1000;

export function entryRef(device: DeviceId, seq: number): EntryRef {
  // Safe: this is where entry references are made.
  return `${device}.${seq}` as EntryRef;
}

export function partDigest(part: EntryPart): string {
  return digestOf([part.note ?? null, part.patches]);
}

export function headerDigest(header: Omit<EntryHeader, 'digest'>): string {
  return digestOf(header);
}

/** SHA-256 of the JSON text, in hex. Key order counts; stored objects keep theirs. */
export function digestOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(value))));
}

/** Everything a batch is apart from its patches. */
export interface EntryContext {
  readonly device: DeviceId;
  readonly seq: number;
  readonly at: string;
  readonly wall: number;
  readonly previous: string;
  readonly batchId: BatchId;
  readonly actor: string;
  readonly cause: Cause;
  readonly note?: Note;
  readonly undoes?: BatchId;
  readonly holes?: readonly Hole[];
}

/** The rows of a journal entry, header first. A batch without patches is a header alone. */
export function journalRows(context: EntryContext, patches: readonly Patch[]): [EntryHeader, ...EntryPart[]] {
  const { note, undoes, holes, ...rest } = context;
  const parts: EntryPart[] = [];
  for (let start = 0; start < patches.length; start += PATCHES_PER_PART) {
    const slice = patches.slice(start, start + PATCHES_PER_PART);
    parts.push({
      device: context.device,
      seq: context.seq,
      part: parts.length + 1,
      patches: slice,
      ...(note && start === 0 ? { note } : {}),
      touched: slice.map(({ id }) => id),
    });
  }
  const header: Omit<EntryHeader, 'digest'> = {
    ...rest,
    part: 0,
    ...(undoes ? { undoes } : {}),
    ...(holes ? { holes } : {}),
    counts: {
      made: patches.filter((patch) => 'made' in patch).length,
      gone: patches.filter(removes).length,
      changed: patches.filter((patch) => 'set' in patch).length,
    },
    parts: parts.map((part) => ({ patches: part.patches.length, digest: partDigest(part) })),
  };
  return [{ ...header, digest: headerDigest(header) }, ...parts];
}

/** Whether the record went with this patch. */
export function removes(patch: Patch): boolean {
  return 'gone' in patch || 'erased' in patch;
}
