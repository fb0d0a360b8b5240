import type { PhoneLabel } from '../found';
import { LIMITS } from '../limits';
import { maskOtherNumbers } from './masks';
import { phoneCandidates, type DigitGroup } from './phone-groups';
import { labelBefore, type SpokenLabel } from './phone-label';
import { readNumber, type NumberRead } from './phone-read';
import { extraNumbers, extensionAfter } from './phone-tail';
import { vanityNumbers } from './phone-vanity';
import type { RegionMap } from './region-map';
import type { Snapshot } from './snapshot';

/** A telephone number as the text of a page gives it. */
export interface TextPhone {
  readonly raw: string;
  /** E.164, when a region makes it valid; otherwise only a label says that it is a number. */
  readonly normal?: string;
  readonly ext?: string;
  readonly label?: PhoneLabel;
  readonly at: number;
  readonly end: number;
  readonly confidence: number;
}

/** How often such a number is right: with a label or a country code before it, by its shape alone, by a label alone. */
const SURE = 0.95;
const BY_SHAPE = 0.88;
const BY_LABEL = 0.7;
const HOTLINE = 0.3;
const BEFORE = 60;

/** The telephone numbers in the visible text, in order, each spelling of one number once for every place. */
export function readPhones({ flat, text }: Snapshot, regions: RegionMap): TextPhone[] {
  if (!/\d/.test(flat)) return [];
  const masked = maskOtherNumbers(flat);
  const found: TextPhone[] = vanityNumbers(masked, text);
  let last: TextPhone | undefined;
  for (const groups of phoneCandidates(masked)) {
    if (found.length >= LIMITS.values) break;
    const numbers = readCandidate(groups, { flat: masked, text, regions, last });
    found.push(...numbers);
    last = numbers.at(-1) ?? last;
  }
  return found.sort((a, b) => a.at - b.at);
}

interface Around {
  readonly flat: string;
  readonly text: string;
  readonly regions: RegionMap;
  readonly last: TextPhone | undefined;
}

function readCandidate(groups: readonly DigitGroup[], around: Around): TextPhone[] {
  const found: TextPhone[] = [];
  let label: SpokenLabel | undefined;
  for (let i = 0; i < groups.length;) {
    const at = groups[i]?.at ?? 0;
    if (label === undefined || found.length === 0) label = labelBefore(around.flat.slice(Math.max(0, at - BEFORE), at));
    if (label === 'other') return found;
    const read = readNumber(groups.slice(i), label, { ...around, last: found.at(-1) ?? around.last });
    if (!read) {
      i++;
      continue;
    }
    const rest = groups.slice(i + read.used);
    found.push(...phonesFrom(read, rest, label, around));
    i += read.used + extraNumbers(read, rest).used;
  }
  return found;
}

function phonesFrom(read: NumberRead, rest: readonly DigitGroup[], spoken: SpokenLabel, around: Around): TextPhone[] {
  const { flat, text } = around;
  const extra = extraNumbers(read, rest);
  const { ext, end } = extra.ext ? { ext: extra.ext, end: extra.end } : extensionAfter(flat, read.end);
  const raw = text.slice(read.at, extra.numbers.length > 0 ? read.end : end);
  const label = labelOf(spoken, read, flat.slice(end, end + 12));
  const confidence = confidenceOf(spoken, read);
  const kind = label ? { label } : {};
  const first: TextPhone = {
    raw,
    at: read.at,
    end: extra.numbers.length > 0 ? extra.end : end,
    confidence,
    ...kind,
    ...(read.e164 ? { normal: read.e164 } : {}),
    ...(ext ? { ext } : {}),
  };
  return [
    first,
    ...extra.numbers.map((normal) => ({
      raw: text.slice(read.at, extra.end),
      normal,
      at: read.at,
      end: extra.end,
      confidence,
      ...kind,
    })),
  ];
}

function labelOf(spoken: SpokenLabel, { type, e164 = '' }: NumberRead, after: string): PhoneLabel | undefined {
  if (/^\s?(?:[([](?:tele)?fax|fax\s?(?:$|\n))/i.test(after)) return 'fax';
  if (spoken === 'fax' || spoken === 'mobile' || spoken === 'tollfree' || spoken === 'hotline') return spoken;
  if (type === 'MOBILE') return 'mobile';
  if (type === 'TOLL_FREE' || e164.startsWith('+86400')) return 'tollfree';
  return type === 'FIXED_LINE' ? 'work' : undefined;
}

function confidenceOf(spoken: SpokenLabel, read: NumberRead): number {
  if (spoken === 'hotline') return HOTLINE;
  if (!read.e164) return BY_LABEL;
  return spoken !== 'none' || read.isInternational ? SURE : BY_SHAPE;
}
