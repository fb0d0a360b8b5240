import type { ParameterSpec } from '../analysis/parameter';
import type { ChartSpec } from '../analysis/result';
import type { FramePlan } from './frame-steps';

/** Languages of the interface, in which a notebook may say its prose. */
export const LANGUAGES = ['en', 'zh-CN', 'zh-TW'] as const;
export type Language = (typeof LANGUAGES)[number];

/** `*` is for readers of all languages; `other` for a language that the interface does not have. */
export type ProseLanguage = Language | '*' | 'other';

export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}

/**
 * Something in the text that could not be understood. The text itself is kept as it is.
 * `too-large`: nothing of the file is read. `too-many-cells`: those behind are kept and not run.
 */
export interface NotebookFault {
  readonly code: 'front-matter' | 'unknown-cell' | 'bad-cell' | 'name-twice' | 'too-large' | 'too-many-cells';
  /** Line in the file, from 1. */
  readonly line: number;
  readonly detail: string;
  /** Of `name-twice`: a name that is free. */
  readonly proposal?: string;
}

/** Runs a named analysis. `$name` in a parameter stands for a parameter of the notebook. */
export interface AnalysisCell {
  readonly kind: 'analysis';
  readonly name: string;
  readonly analysis: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** What is shown, in order: `headline`, `chart.<name>`, `table.<name>`. */
  readonly show: readonly string[];
}

/** Turns earlier results into another table, over small frames. */
export interface FrameCell {
  readonly kind: 'frame';
  readonly name: string;
  readonly plan: FramePlan;
}

/** Asks in SQL: the table `orders` is the dataset, and results of other cells go by their names. `$name` is a parameter. */
export interface SqlCell {
  readonly kind: 'sql';
  readonly name: string;
  readonly sql: string;
}

/** A program of the user. */
export interface JsCell {
  readonly kind: 'js';
  readonly name: string;
  readonly source: string;
  /** The results it reads, where it says so: `reads=top,pareto.entities`. Otherwise they are found in its text. */
  readonly reads: readonly string[] | undefined;
}

export const CHART_PRESETS = ['bar', 'line', 'pareto', 'heat-map', 'lorenz', 'survival', 'funnel'] as const;
export type ChartPreset = (typeof CHART_PRESETS)[number];

/** What a preset draws: columns of the table. What is not said is taken from the table, in order. */
export interface PresetChoice {
  readonly preset: ChartPreset;
  readonly x?: string;
  readonly y?: string;
  /** The column that tells lines apart, or colours the cells of a heat map. */
  readonly by?: string;
}

/** Draws a named result: a preset, a Vega-Lite specification without data, or a preset with parts of it replaced. */
export interface ChartCell {
  readonly kind: 'chart';
  readonly name: string;
  /** `<cell>` or `<cell>.<table>`. */
  readonly data: string;
  readonly preset: PresetChoice | undefined;
  readonly spec: ChartSpec;
}

/** What an input takes: what parameters take, and also texts and days. */
export type InputSpec =
  | ParameterSpec
  | { readonly type: 'text'; readonly default: string }
  | { readonly type: 'date'; readonly default: string };

/** A parameter that stands in the text where it is set. Its name is `$name` in other cells. */
export interface InputCell {
  readonly kind: 'input';
  readonly name: string;
  readonly label: Readonly<Partial<Record<Language, string>>>;
  readonly spec: InputSpec;
}

/** A cell of a kind that this version does not run, or whose text has a fault. Kept and shown. */
export interface KeptCell {
  readonly kind: 'kept';
  readonly name: string;
}

export type Cell = AnalysisCell | FrameCell | SqlCell | JsCell | ChartCell | InputCell | KeptCell;

export interface CellBlock {
  readonly type: 'cell';
  readonly source: string;
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
  /**
   * Names the cell's result, and no other in the notebook: its name; `name#2` for a second of that name, `sql#2` for the
   * second SQL cell without one. Others can read it only by a name, which has no `#`.
   */
  readonly key: string;
  /** The first word behind the fence. */
  readonly word: string;
  /** Waits for a click before it runs. */
  readonly heavy: boolean;
  /** What stands between the fences. */
  readonly body: string;
  readonly cell: Cell;
}

/** A piece of the file. All `source`s in order are the file, byte for byte. */
export type Block =
  | { readonly type: 'prose'; readonly source: string; readonly text: string; readonly language: ProseLanguage }
  | { readonly type: 'marker'; readonly source: string }
  | CellBlock;

export interface FrontMatter {
  readonly source: string;
  readonly title: Readonly<Partial<Record<Language, string>>>;
  readonly parameters: Readonly<Record<string, ParameterSpec>>;
  /** Roles the notebook's dataset has to have. */
  readonly roles: readonly string[];
}

/** A notebook is a text file: front matter, prose, and fenced cells. No results are inside. */
export interface Notebook {
  readonly frontMatter: FrontMatter;
  readonly blocks: readonly Block[];
  readonly faults: readonly NotebookFault[];
}

/** The text of the file that the notebook was read from, byte for byte. */
export function writeNotebook({ frontMatter, blocks }: Notebook): string {
  return frontMatter.source + blocks.map((block) => block.source).join('');
}

/** The title in a language; in another where it has none; empty where it has none at all. */
export function titleOf({ frontMatter }: Notebook, language: Language): string {
  const { title } = frontMatter;
  return title[language] ?? title.en ?? Object.values(title)[0] ?? '';
}

export function cellBlocks({ blocks }: Notebook): CellBlock[] {
  return blocks.filter((block) => block.type === 'cell');
}

/** Whether a name is for the cells of its notebook alone: they read it, and no list, menu or export offers it. */
export function isPrivate(name: string): boolean {
  return name.startsWith('_');
}
