import { chartCell } from './chart-cell';
import { nameFault } from './cell-name';
import { firstLine, plainObject, readYaml, strings } from './front-matter';
import { readFrameSteps } from './frame-steps';
import { inputCell } from './input';
import type { AnalysisCell, Cell, FrameCell } from './notebook';

/** `key=value`, `key="a value"`, or a word alone. */
const ATTRIBUTE = /([\w-]{1,64})(?:=(?:"([^"]*)"|(\S*)))?/g;
const LONGEST_INFO = 2_000;

export type Attributes = ReadonlyMap<string, string>;

type CellReading = (name: string, body: string, attributes: Attributes) => Cell | string;

const READERS: Readonly<Record<string, CellReading>> = {
  analysis: (name, body) => analysisCell(name, plainObject(readYaml(body))),
  frame: (name, body) => frameCell(name, plainObject(readYaml(body))),
  input: (name, body) => inputCell(name, plainObject(readYaml(body))),
  chart: chartCell,
  sql: (name, body) => ({ kind: 'sql', name, sql: body }),
  js: (name, body, attributes) => ({ kind: 'js', name, source: body, reads: listIn(attributes.get('reads')) }),
};

export interface ReadCell {
  readonly word: string;
  readonly heavy: boolean;
  readonly cell: Cell;
  readonly fault?: { readonly code: 'unknown-cell' | 'bad-cell'; readonly detail: string };
}

/** The cell of a fence, or what is wrong with it. @param info the words behind the fence: `analysis name=pareto`. */
export function readCell(info: string, body: string): ReadCell {
  const word = wordOf(info);
  const attributes = attributesOf(info);
  const name = attributes.get('name') ?? '';
  const heavy = attributes.has('heavy');
  const wrongName = nameFault(name);
  const faulty = (code: 'unknown-cell' | 'bad-cell', detail: string): ReadCell => ({
    word,
    heavy,
    cell: { kind: 'kept', name: wrongName === undefined ? name : '' },
    fault: { code, detail },
  });
  const read = Object.hasOwn(READERS, word) ? READERS[word] : undefined;
  if (!read) return faulty('unknown-cell', word);
  if (wrongName !== undefined) return faulty('bad-cell', `name: ${wrongName}`);
  try {
    const cell = read(name, body, attributes);
    return typeof cell === 'string' ? faulty('bad-cell', cell) : { word, heavy, cell };
  } catch (thrown) {
    return faulty('bad-cell', firstLine(thrown));
  }
}

export function wordOf(info: string): string {
  return info.trim().split(/\s+/, 1)[0] ?? '';
}

/** What stands behind the first word; of several of one name the first counts. */
export function attributesOf(info: string): Attributes {
  return new Map(
    attributePlaces(info)
      .map(({ key, value }) => [key, value] as const)
      .reverse(),
  );
}

export interface AttributePlace {
  readonly key: string;
  readonly value: string;
  /** Where in `info` it stands. */
  readonly start: number;
  readonly end: number;
}

export function attributePlaces(info: string): AttributePlace[] {
  const from = info.indexOf(wordOf(info)) + wordOf(info).length;
  return [...info.slice(from, from + LONGEST_INFO).matchAll(ATTRIBUTE)].map((match) => {
    const [whole, key = '', quoted, bare = ''] = match;
    const start = from + match.index;
    return { key, value: quoted ?? bare, start, end: start + whole.length };
  });
}

function listIn(text: string | undefined): string[] | undefined {
  return text
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function analysisCell(name: string, body: Readonly<Record<string, unknown>>): AnalysisCell | string {
  const { analysis, params, show } = body;
  if (typeof analysis !== 'string') return 'analysis: missing';
  const given = Object.entries(plainObject(params));
  const wrong = given.find(([, value]) => typeof value !== 'string' && typeof value !== 'number');
  if (wrong) return `params: ${wrong[0]} is neither text nor a number`;
  // Safe: every value was just seen to be text or a number.
  const values = Object.fromEntries(given) as Record<string, string | number>;
  return { kind: 'analysis', name: name || analysis, analysis, params: values, show: strings(show) };
}

function frameCell(name: string, body: Readonly<Record<string, unknown>>): FrameCell | string {
  const plan = readFrameSteps(body);
  return plan.ok ? { kind: 'frame', name: name || 'frame', plan: plan.value } : plan.error;
}
