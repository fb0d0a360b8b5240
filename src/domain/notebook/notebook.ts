import type { ParameterSpec } from '../analysis/parameter';
import type { FramePlan } from './frame-steps';

/** Languages of the interface, in which a notebook may say its prose. */
export const LANGUAGES = ['en', 'zh-CN', 'zh-TW'] as const;
export type Language = (typeof LANGUAGES)[number];

/** `*` is for readers of all languages; `other` for a language that the interface does not have. */
export type ProseLanguage = Language | '*' | 'other';

export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}

/** Something in the text that could not be understood. The text itself is kept as it is. */
export interface NotebookFault {
  readonly code: 'front-matter' | 'unknown-cell' | 'bad-cell' | 'name-twice';
  /** Line in the file, from 1. */
  readonly line: number;
  readonly detail: string;
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

/** A cell of a kind that this version does not run, or whose text has a fault. Kept and shown. */
export interface KeptCell {
  readonly kind: 'kept';
  readonly name: string;
}

export type Cell = AnalysisCell | FrameCell | KeptCell;

/** A piece of the file. All `source`s in order are the file, byte for byte. */
export type Block =
  | { readonly type: 'prose'; readonly source: string; readonly text: string; readonly language: ProseLanguage }
  | { readonly type: 'marker'; readonly source: string }
  | { readonly type: 'cell'; readonly source: string; readonly line: number; readonly cell: Cell };

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
