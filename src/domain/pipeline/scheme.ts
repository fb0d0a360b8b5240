/** A text in each language of the product, or the user's own words. */
export type LocalText = string | Readonly<Record<string, string>>;

/** What must be on file before an opportunity leaves a step (退出标准): evidence, or a filled field of the opportunity. */
export interface Criterion {
  readonly id: string;
  readonly text: LocalText;
  /** The field of the opportunity that answers it; undefined where a written piece of evidence does. */
  readonly field?: string;
}

/** Work that entering a step gives to a department. @source domain.md §5.5, responsibility matrix */
export interface StepTask {
  readonly role: 'marketing' | 'business' | 'management';
  readonly text: LocalText;
}

export interface SchemeStep {
  /** Lasts through renaming and reordering; one of a kind in its scheme. */
  readonly id: string;
  readonly name: LocalText;
  /** Per cent, 0 to {@link MOST_PERCENT}; undefined where the scheme gives none. */
  readonly probability?: number;
  readonly keyNode?: LocalText;
  readonly exit: readonly Criterion[];
  readonly work: readonly LocalText[];
  readonly tasks: readonly StepTask[];
  /** Begun by an event, not by its turn: its criteria are asked for only of those who are in it. */
  readonly isLoop: boolean;
}

/** A way from first contact to the end (销售流程), step by step. An opportunity follows one. */
export interface PipelineScheme {
  /** Of a shipped one its name, of a user's own the id of its record. */
  readonly id: string;
  readonly title: LocalText;
  /** How long it usually takes, see `cycleRange`. */
  readonly sale: Sale;
  readonly steps: readonly SchemeStep[];
}

/** Account selling or project selling (客户型销售、项目型销售). @source domain.md §5.8 */
export const SALES = ['account', 'project'] as const;
export type Sale = (typeof SALES)[number];

export const MOST_PERCENT = 200;
const MOST_STEPS = 40;
const MOST_ITEMS = 40;
const LONGEST = 500;
const ID = /^[\w-]{1,30}$/;
const DEPARTMENTS = ['marketing', 'business', 'management'] as const;

/** The text in a language; without one the English, without that whichever there is. */
export function textIn(text: LocalText, language: string): string {
  return typeof text === 'string' ? text : (text[language] ?? text['en'] ?? Object.values(text)[0] ?? '');
}

/** What a file or a record says of a scheme. Steps that cannot be read are left out, as is one whose id came before. */
export function readScheme(id: string, value: unknown): PipelineScheme {
  const { title, sale, steps } = objectOf(value);
  const read = listOf(steps, MOST_STEPS).flatMap((one) => readStep(one));
  return {
    id,
    title: readText(title) ?? id,
    sale: sale === 'project' ? 'project' : 'account',
    steps: read.filter((step, i) => read.findIndex((other) => other.id === step.id) === i),
  };
}

/** @returns none where it has no id or no name. */
function readStep(value: unknown): SchemeStep[] {
  const { id, name, probability, keyNode, exit, work, tasks, loop } = objectOf(value);
  const called = readText(name);
  const node = readText(keyNode);
  if (!isId(id) || called === undefined) return [];
  const step = {
    id,
    name: called,
    ...(isPercent(probability) ? { probability } : {}),
    ...(node === undefined ? {} : { keyNode: node }),
    exit: listOf(exit, MOST_ITEMS).flatMap((one) => readCriterion(one)),
    work: listOf(work, MOST_ITEMS)
      .map(readText)
      .filter((one) => one !== undefined),
    tasks: listOf(tasks, MOST_ITEMS).flatMap((one) => readTask(one)),
    isLoop: loop === true,
  };
  return [step];
}

/** The inverse of reading a step, as it is stored. @param order its place among the steps, from 0. */
export function stepData({ isLoop, ...step }: SchemeStep, order: number): object {
  return { ...step, order, ...(isLoop ? { loop: true } : {}) };
}

function readCriterion(value: unknown): Criterion[] {
  const { id, text, field } = objectOf(value);
  const said = readText(text);
  if (!isId(id) || said === undefined) return [];
  return [{ id, text: said, ...(isId(field) ? { field } : {}) }];
}

function readTask(value: unknown): StepTask[] {
  const { role, text } = objectOf(value);
  const said = readText(text);
  const department = DEPARTMENTS.find((one) => one === role);
  return said === undefined || department === undefined ? [] : [{ role: department, text: said }];
}

function readText(value: unknown): LocalText | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim().slice(0, LONGEST);
  const texts = Object.entries(objectOf(value)).flatMap(([language, text]) =>
    typeof text === 'string' ? [[language, text.slice(0, LONGEST)] as const] : [],
  );
  return texts.length === 0 ? undefined : Object.fromEntries(texts);
}

/** Whether it can be a probability of a step: per cent with at most two decimals. */
export function isPercent(value: unknown): value is number {
  if (typeof value !== 'number' || !(value >= 0 && value <= MOST_PERCENT)) return false;
  return Number(value.toFixed(2)) === value;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  // Safe: what is read of it is checked before it is used.
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function listOf(value: unknown, most: number): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, most) : [];
}
