/**
 * Looks at every regular expression literal of a tree for what makes a backtracking matcher slow without end: a repetition
 * of something that itself repeats, with nothing between the rounds that tells them apart, or of alternatives of one sign
 * that can be the same sign. Patterns put together from strings are not seen.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseRegExpLiteral, visitRegExpAST } from '@eslint-community/regexpp';
import ts from 'typescript';

/** So many rounds, of a part that takes so many signs, are shared out in too many ways. */
const MANY_ROUNDS = 8;
const MANY_SIGNS = 4;

/**
 * @param {string} root @param {readonly string[]} files from the root
 * @returns {{ looked: number, faults: string[] }}
 */
export function findSlowPatterns(root, files) {
  const literals = files.flatMap((file) => literalsIn(path.join(root, file)).map((literal) => ({ file, ...literal })));
  const faults = literals.flatMap(({ file, line, text }) =>
    faultsOf(text).map((fault) => `${file}:${line}: ${fault}: ${text.slice(0, 80)}`),
  );
  return { looked: literals.length, faults };
}

function literalsIn(file) {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    false,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found = [];
  const visit = (node) => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      found.push({ line, text: node.getText(source) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** @param {string} text a literal with its slashes @returns {string[]} what is slow in it, in words; empty for most */
export function faultsOf(text) {
  const faults = [];
  visitRegExpAST(parseRegExpLiteral(text), {
    onQuantifierEnter(node) {
      if (node.max < MANY_ROUNDS || !isGroup(node.element)) return;
      const inner = innerRepeats(node.element);
      if (inner.some((one) => one.max >= MANY_SIGNS && isUnclear(one, node.element))) faults.push('nested repetition');
      if (hasTwins(node.element)) faults.push('alternatives that begin alike, repeated');
    },
  });
  return faults;
}

const isGroup = ({ type }) => type === 'Group' || type === 'CapturingGroup';

function innerRepeats(group) {
  return group.alternatives.flatMap(({ elements }) =>
    elements.flatMap((element) => {
      if (element.type === 'Quantifier')
        return element.max > 1 ? [element, ...(isGroup(element.element) ? innerRepeats(element.element) : [])] : [];
      return isGroup(element) ? innerRepeats(element) : [];
    }),
  );
}

/** Whether a repeated part can take over what the next round would take: nothing that must stand there tells the rounds apart. */
function isUnclear(repeat, group) {
  const own = firstOf([repeat.element]);
  const others = group.alternatives.flatMap(({ elements }) =>
    elements.filter((one) => one !== repeat && minOf(one) > 0 && !isWithin(repeat, one)),
  );
  return !others.some((one) => !overlaps(firstOf([one]), own));
}

const isWithin = (inner, outer) => inner.start >= outer.start && inner.end <= outer.end;

function minOf(element) {
  if (element.type === 'Quantifier') return element.min * minOf(element.element);
  if (isGroup(element))
    return Math.min(...element.alternatives.map(({ elements }) => elements.reduce((sum, one) => sum + minOf(one), 0)));
  return element.type === 'Assertion' ? 0 : 1;
}

function hasTwins(group) {
  const firsts = group.alternatives.map(({ elements }) => firstOf(elements));
  return group.alternatives.some((a, i) =>
    group.alternatives.some((b, j) => i < j && isShort(a) && isShort(b) && overlaps(firsts[i], firsts[j])),
  );
}

/** Alternatives of one sign: longer ones are told apart by what follows. */
const isShort = ({ elements }) => elements.length === 1 && !(elements[0].type === 'Assertion');

/** Signs of a sample that the beginning of a run of elements can take. */
const SAMPLE = [...'aZé中09_-+.,:;/\\@#$%&*()[]{}<>|"\'!? \n\t', '\u0001'];

function firstOf(elements) {
  const set = new Set();
  for (const element of elements) {
    for (const sign of signsOf(element)) set.add(sign);
    if (minOf(element) > 0) break;
  }
  return set;
}

function signsOf(element) {
  if (element.type === 'Quantifier') return signsOf(element.element);
  if (isGroup(element)) return new Set(element.alternatives.flatMap(({ elements }) => [...firstOf(elements)]));
  if (element.type === 'Assertion') return new Set();
  const one = new RegExp(`^(?:${element.raw})$`, /\\[pP]\{/.test(element.raw) ? 'u' : '');
  if (element.type === 'Character') return new Set([String.fromCodePoint(element.value)]);
  return new Set(SAMPLE.filter((sign) => one.test(sign)));
}

function overlaps(a, b) {
  return [...a].some((sign) => b.has(sign));
}
