import { companyIn } from '../record/company-words';
import { labelOf, labelsIn, type FieldLabel } from '../record/field-label';
import { personIn } from '../record/person-words';
import type { Span } from '../record/record-text';
import { columnRecords } from './column-records';

/** A part of a message that tells of one company or person; its lines as places of the whole text. */
export interface MessageRecord extends Span {
  readonly lines: readonly (Span & { readonly label?: FieldLabel })[];
}

const CONTACT = /\d[\d ()/.-]{5,}\d|[\w.+-]@[\w-]+\.|\[at\]|\(at\)/i;
const NUMBERED =
  /^\s{0,4}(?:\d{1,3} ?(?:[.)]|\u3001)(?!\d)|[(]\d{1,3}[)]|[\u2460-\u2473]|[-*\u2022\u25cf\u25aa\u00b7] ?(?=\S))\s{0,3}/;
const MOST_LINES = 2000;

/** The parts of a text that are records of their own. A text that does not clearly tell of several is one. */
export function messageRecords(flat: string): MessageRecord[] {
  const lines = linesOf(flat);
  const columns = columnRecords(flat, lines);
  if (columns) return columns;
  const groups =
    byNumbers(flat, lines) ??
    byBlankLines(flat, lines) ??
    byLine(flat, lines) ??
    byLabel(flat, lines) ??
    byName(flat, lines);
  return (groups ?? [lines]).flatMap(recordOf);
}

function recordOf(lines: readonly Span[]): MessageRecord[] {
  const [first] = lines;
  const last = lines.at(-1);
  return first && last ? [{ at: first.at, end: last.end, lines }] : [];
}

/** Lines without outer blanks. Empty ones are kept, as ends of blocks, with no length. */
function linesOf(flat: string): Span[] {
  let at = 0;
  return flat
    .split('\n')
    .slice(0, MOST_LINES)
    .map((line) => {
      const lead = line.length - line.trimStart().length;
      const span = { at: at + lead, end: at + Math.max(lead, line.trimEnd().length) };
      at += line.length + 1;
      return span;
    });
}

const isEmpty = ({ at, end }: Span): boolean => at >= end;

/** Items of a numbered or dotted list, each with the lines that follow it. */
function byNumbers(flat: string, all: readonly Span[]): Span[][] | undefined {
  const lines = all.filter((line) => !isEmpty(line));
  const lead = (line: Span): number => NUMBERED.exec(flat.slice(line.at, line.end))?.[0].length ?? 0;
  const groups: Span[][] = [];
  for (const line of lines) {
    const length = lead(line);
    if (length > 0) groups.push([{ at: line.at + length, end: line.end }]);
    else groups.at(-1)?.push(line);
  }
  return groups.length >= 2 &&
    groups.filter((group) => isRecord(flat, group)).length >= 2 &&
    groups.every((group) => isRecord(flat, group) || group.length === 1)
    ? groups
    : undefined;
}

/** Blocks between blank lines, where at least two tell of somebody and how to reach them; the others belong to none. */
function byBlankLines(flat: string, all: readonly Span[]): Span[][] | undefined {
  const blocks: Span[][] = [[]];
  for (const line of all) {
    if (isEmpty(line)) blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  const full = blocks.filter((block) => isRecord(flat, block));
  if (full.length < 2) return undefined;
  return full.flatMap((block) => byLine(flat, block) ?? byLabel(flat, block) ?? byName(flat, block) ?? [block]);
}

/** A record a line: most lines name somebody and how to reach them. */
function byLine(flat: string, all: readonly Span[]): Span[][] | undefined {
  const lines = all.filter((line) => !isEmpty(line));
  const whole = lines.filter((line) => isRecord(flat, [line]) && isSelfContained(flat.slice(line.at, line.end)));
  return whole.length >= 2 && whole.length * 2 > lines.length ? whole.map((line) => [line]) : undefined;
}

/** Labels that come again begin the next record: the one that is first. */
function byLabel(flat: string, all: readonly Span[]): Span[][] | undefined {
  const lines = all.filter((line) => !isEmpty(line));
  const firsts = lines.map((line) => firstLabel(flat.slice(line.at, line.end)));
  const start = firsts.find((label) => label === 'person' || label === 'company' || label === 'name');
  if (start === undefined || firsts.filter((label) => label === start).length < 2) return undefined;
  const opener = firsts[firsts.findIndex((label) => label !== undefined)];
  const begins = opener !== undefined && firsts.filter((label) => label === opener).length >= 2 ? opener : start;
  const groups: Span[][] = [];
  lines.forEach((line, i) => {
    if (firsts[i] === begins) groups.push([line]);
    else groups.at(-1)?.push(line);
  });
  return groups.filter((group) => isRecord(flat, group)).length >= 2 ? groups : undefined;
}

/** Lines that are a name and nothing else, each with the lines up to the next. */
function byName(flat: string, all: readonly Span[]): Span[][] | undefined {
  const lines = all.filter((line) => !isEmpty(line));
  const [first] = lines;
  const isPerson = (line: Span): boolean => personIn(flat.slice(line.at, line.end))?.isSure === true;
  if (!first || !isPerson(first)) return undefined;
  const groups: Span[][] = [];
  for (const line of lines) {
    if (isPerson(line)) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  return groups.length >= 2 && groups.every((group) => isRecord(flat, group)) ? groups : undefined;
}

function firstLabel(line: string): FieldLabel | undefined {
  return labelOf(line) ?? labelsIn(line).find(({ at }) => at === 0)?.label;
}

/** Whether lines tell of somebody and how to reach them. */
function isRecord(flat: string, lines: readonly Span[]): boolean {
  const texts = lines.map(({ at, end }) => flat.slice(at, end));
  return texts.some((text) => CONTACT.test(text)) && texts.some((text) => namesSomebody(text));
}

/** Whether a line names somebody besides a number or a mailbox: not only a label and its value. */
function isSelfContained(line: string): boolean {
  return namesSomebody(line) && CONTACT.test(line);
}

function namesSomebody(line: string): boolean {
  const labels = labelsIn(line);
  if (labels.some(({ label }) => label === 'person' || label === 'company' || label === 'name')) return true;
  const words = line.slice(0, 300).split(/[\t,，;；|/\s()（）:]{1,4}|\d[\d ()/.-]{5,}\d/);
  const isHan = words.some(
    (word) => /[\u4e00-\u9fff]/.test(word) && (personIn(word)?.isSure === true || companyIn(word) !== undefined),
  );
  const latin = line
    .split(/[\t,;|:()]|\s[-–—]\s|\s{2,}|(?=[+(]?\d{2})/)
    .map((part) => part.replace(/\S+@\S+/g, '').trim());
  return isHan || latin.some((part) => personIn(part)?.isSure === true || companyIn(part) !== undefined);
}
