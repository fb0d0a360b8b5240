import { textIn, type Criterion, type LocalText, type SchemeStep } from '@/src/domain/pipeline/scheme';

/** A step as it is typed. */
export interface StepTexts {
  readonly id: string;
  readonly name: string;
  readonly percent: string;
  readonly node: string;
  /** A criterion a line. */
  readonly exit: string;
  readonly work: string;
  /** What it was before; undefined for a new one. */
  readonly from: SchemeStep | undefined;
}

export function textsOfStep(step: SchemeStep, language: string): StepTexts {
  const { id, name, probability, keyNode, exit, work } = step;
  return {
    id,
    name: textIn(name, language),
    percent: probability === undefined ? '' : String(probability),
    node: keyNode === undefined ? '' : textIn(keyNode, language),
    exit: exit.map(({ text }) => textIn(text, language)).join('\n'),
    work: work.map((text) => textIn(text, language)).join('\n'),
    from: step,
  };
}

/**
 * The step that was typed. What reads as before keeps its words in all languages, and a criterion its id, so that evidence
 * for it goes on counting; the id of a new one was never that of another. A probability that is no number is NaN, which saving refuses.
 */
export function stepOf(
  { id, name, percent, node, exit, work, from }: StepTexts,
  language: string,
  newId: () => string,
): SchemeStep {
  const keyNode = kept(node, from?.keyNode === undefined ? [] : [from.keyNode], language);
  return {
    id,
    name: kept(name, from ? [from.name] : [], language),
    ...(percent.trim() === '' ? {} : { probability: Number(percent.replace('%', '')) }),
    ...(keyNode === '' ? {} : { keyNode }),
    exit: criteriaOf(linesOf(exit), from?.exit ?? [], language, newId),
    work: linesOf(work).map((line) => kept(line, from?.work ?? [], language)),
    tasks: from?.tasks ?? [],
    isLoop: from?.isLoop ?? false,
  };
}

function criteriaOf(
  lines: readonly string[],
  before: readonly Criterion[],
  language: string,
  newId: () => string,
): Criterion[] {
  const same = lines.map((line) => before.find(({ text }) => textIn(text, language) === line));
  return lines.map((text, i) => same[i] ?? { id: newId(), text });
}

function kept(typed: string, before: readonly LocalText[], language: string): LocalText {
  return before.find((text) => textIn(text, language) === typed.trim()) ?? typed.trim();
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines)].filter((line) => line !== '');
}
