import { cleanLine } from '@/src/kernel/text';
import type { FoundParty } from '../found';
import { LIMITS } from '../limits';
import type { PageDom } from '../page-dom';
import type { FieldLabel } from '../record/field-label';
import { partiesIn, takeApart, type RecordParts } from '../record/read-record';
import type { RecordLine } from '../record/record-text';
import type { RegionMap } from '../text/region-map';
import type { Line, Snapshot } from '../text/snapshot';
import { recordLinks } from './record-links';
import type { Wrapper } from './wrappers';

/** The page that wrappers are of. */
export interface WrapperPage {
  readonly dom: PageDom;
  readonly snapshot: Snapshot;
  readonly regions: RegionMap;
  readonly url: string;
}

/** What is known of a list before one of its records is read. */
export interface Known {
  /** Of cells, by the headings of their columns. */
  readonly labels: ReadonlyMap<Element, FieldLabel>;
  readonly mainKind?: 'company' | 'person';
}

/** Reads the parties of one wrapper; none where it quotes somebody or has no text that is drawn. */
export type WrapperReader = (wrapper: Wrapper, known: Known) => FoundParty[];

/** The text of a wrapper, and what it alone tells. */
interface WrapperText {
  readonly lines: readonly Line[];
  readonly start: number;
  readonly text: string;
  readonly parts: RecordParts;
}

const LONGEST = 4000;

/**
 * A reader that keeps what the text of a wrapper tells: the ways to divide a page have many wrappers in common, and those of
 * the list are read again when it is known what the list is about.
 */
export function createWrapperReader(page: WrapperPage): WrapperReader {
  const held = new Map<string, WrapperText | undefined>();
  const plainText = (wrapper: Wrapper): WrapperText | undefined => {
    const key = `${wrapper.from}-${wrapper.to}`;
    if (!held.has(key)) held.set(key, wrapperText(wrapper, page, NO_LABELS));
    return held.get(key);
  };
  return (wrapper, { labels, mainKind }) => {
    const known = labels.size === 0 ? plainText(wrapper) : wrapperText(wrapper, page, labels);
    return known ? partiesOf(wrapper, known, page, mainKind) : [];
  };
}

const NO_LABELS: ReadonlyMap<Element, FieldLabel> = new Map();

function wrapperText(
  { from, to }: Wrapper,
  { dom, snapshot, regions }: WrapperPage,
  labels: ReadonlyMap<Element, FieldLabel>,
): WrapperText | undefined {
  const lines = snapshot.lines.slice(from, to).filter(({ hidden }) => !hidden);
  const [first] = lines;
  const last = lines.at(-1);
  // Who is quoted is not listed.
  const isQuoted = [first, snapshot.lines[from - 1]].some((line) => line !== undefined && /^["“„«「]/.test(line.text));
  if (!first || !last || isQuoted || first.areas.has('others')) return undefined;
  const start = first.at;
  const text = snapshot.text.slice(start, Math.min(start + LONGEST, last.at + last.text.length));
  const titleAt = lines.find(({ heading }) => heading > 0) ?? lines.find((line) => /\p{L}{2}/u.test(line.text));
  const recordLines = lines
    .map((line): RecordLine => {
      const label = labelOfCell(dom, line.element, labels);
      const base = {
        at: line.at - start,
        end: line.at - start + line.text.length,
        isTitle: line === titleAt && label === undefined,
      };
      return label ? { ...base, label } : base;
    })
    .filter(({ end }) => end <= text.length);
  const record = { text, flat: snapshot.flat.slice(start, start + text.length), lines: recordLines };
  return { lines, start, text, parts: takeApart(record, regionsFrom(regions, start)) };
}

function partiesOf(
  { element }: Wrapper,
  { lines, start, text, parts }: WrapperText,
  { dom, regions, url }: WrapperPage,
  mainKind: Known['mainKind'],
): FoundParty[] {
  const elements = element ? [element] : [...new Set(lines.map((line) => line.element))];
  return partiesIn(parts, {
    regions: regionsFrom(regions, start),
    sourceAt: ({ at, end }) => ({
      kind: 'text',
      snippet: cleanLine(text.slice(Math.max(0, at - 60), end + 60), LIMITS.snippetCharacters),
      at: at + start,
    }),
    isList: true,
    linked: recordLinks(dom, elements, { url, regions: regions.page }),
    ...(mainKind ? { mainKind } : {}),
  });
}

/** The countries of a text that begins at a place of the page. */
function regionsFrom({ page, near }: RegionMap, start: number): RegionMap {
  return { page, near: (at) => near(at + start) };
}

/** The label of the column of the cell that a block is in. */
function labelOfCell(dom: PageDom, element: Element, labels: ReadonlyMap<Element, FieldLabel>): FieldLabel | undefined {
  if (labels.size === 0) return undefined;
  let at: Element | undefined = element;
  for (let i = 0; at && i < 6; i++, at = dom.parent(at)) {
    const label = labels.get(at);
    if (label) return label;
  }
  return undefined;
}
