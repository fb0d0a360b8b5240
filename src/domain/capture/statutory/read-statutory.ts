import type { FoundValue } from '../found';
import type { NameEvidence } from '../name/name-evidence';
import { snippetAt } from '../text/snippet';
import type { Snapshot } from '../text/snapshot';
import type { ToldGround } from '../register/told-ground';
import { readFact, type FactValue } from './fact-values';
import { readPairs, type Pair } from './label-pairs';
import { findNameLine, isStatutory } from './legal-name';
import { readManagers } from './managers';
import { SURNAMES } from '../people/surnames';
import { othersText } from './others-text';
import type { FactField } from './fact-labels';

/** What a page states because the law or a register makes it: facts of its company, and which text is about others. */
export interface Statutory {
  readonly values: readonly FoundValue[];
  readonly names: readonly NameEvidence[];
  /** Whether a place of the text is about somebody else. */
  isOthers(at: number): boolean;
}

/** How often such a fact is right: beside its label in a block of several; alone on a page. */
const IN_BLOCK = 0.95;
const ALONE = 0.8;
const SAID = 0.86;
const NAME_WEIGHT = 0.85;
const PLAIN_NAME_WEIGHT = 0.5;
/** A fact stands once: of several, the first. */
const BLOCK = 3;
/** What a register lists of a company may be its name and its state. */
const FEW_OF_REGISTER = 2;

/** @param told on the site of a register or a market: which places of the text are about the site, and how few facts make a block. */
export function readStatutory(snapshot: Snapshot, told?: ToldGround): Statutory {
  const others = othersText(snapshot.lines, snapshot.flat);
  const isOthers = (at: number): boolean => others(at) || told?.isSite(at) === true;
  const pairs = readPairs(snapshot).filter(({ at }) => !isOthers(at));
  // Registers list other companies in rows, and state facts beside their labels.
  const labelled = told?.isRegister
    ? labelledFacts(
        snapshot,
        pairs.filter(({ isBelowRow }) => !isBelowRow),
        FEW_OF_REGISTER,
      )
    : labelledFacts(snapshot, pairs, BLOCK);
  const imprint = isStatutory(snapshot.flat) ? imprintFacts(snapshot, isOthers) : { values: [], names: [] };
  const said = saidFacts(snapshot, isOthers).filter(({ field }) => !labelled.some((one) => one.field === field));
  const known = new Set(labelled.map(({ field }) => field));
  const values = [...labelled, ...said, ...imprint.values.filter(({ field }) => !known.has(field))];
  const names = labelled
    .filter(({ field }) => field === 'legalName')
    .map(({ raw, sources }): NameEvidence => {
      const [{ snippet, at } = { snippet: raw, at: 0 }] = sources;
      return { name: raw, kind: 'statutory', weight: NAME_WEIGHT, source: 'text', snippet, at: at ?? 0 };
    });
  return { values, names: names.length > 0 ? names : imprint.names, isOthers };
}

/** Two labelled facts are a block where one of them is the capital, which nobody else has. */
function isBlock(found: ReadonlyMap<FactField, FoundValue>, enough: number): boolean {
  return found.size >= enough || (found.size > 1 && found.has('registeredCapital'));
}

/** Labels that name a register's fact only among others of the kind: elsewhere 负责人 is whoever to ask. */
const WEAK = /^(?:负责人|負責人|经营者|經營者|投资人|行业|行業|状态|status|名称|unternehmen|company ?name)/i;

function labelledFacts(snapshot: Snapshot, pairs: readonly Pair[], enough: number): FoundValue[] {
  const found = new Map<FactField, FoundValue>();
  const weak = new Set<FactField>();
  for (const pair of pairs) {
    const { field, label, at } = pair;
    const fact = found.has(field) ? undefined : factIn(pair);
    if (!fact) continue;
    const { start, length, normal } = fact;
    if (WEAK.test(label)) weak.add(field);
    found.set(field, valueAt(snapshot, field, { at: at + start, end: at + start + length }, normal));
  }
  const confidence = isBlock(found, enough) ? IN_BLOCK : ALONE;
  const isSure = (field: FactField): boolean => isBlock(found, enough) || !weak.has(field);
  return [...found].filter(([field]) => isSure(field)).map(([, value]) => ({ ...value, confidence }));
}

/** Of a person the name ends where its link does: `<a>宗楚宁</a><a>他有 7 家公司</a>`. */
function factIn({ field, label, value, piece = value }: Pair): FactValue | undefined {
  const texts = field === 'legalRepresentative' ? [piece, value] : [value, piece];
  return texts.map((text) => readFact(field, text, label)).find((fact) => fact !== undefined);
}

function imprintFacts(
  snapshot: Snapshot,
  isOthers: (at: number) => boolean,
): { readonly values: FoundValue[]; readonly names: NameEvidence[] } {
  const lines = snapshot.lines.filter(
    ({ at, hidden, areas }) => !hidden && !areas.has('nav') && !areas.has('others') && !isOthers(at),
  );
  const name = findNameLine(lines);
  const managers = readManagers(lines);
  const values: FoundValue[] = [];
  const names: NameEvidence[] = [];
  if (name) {
    const place = { at: name.at, end: name.at + name.name.length };
    const snippet = snippetAt(snapshot, place.at, place.end);
    const weight = name.isRegistered ? NAME_WEIGHT : PLAIN_NAME_WEIGHT;
    names.push({ name: name.name, kind: 'statutory', weight, source: 'text', snippet, at: name.at });
    if (name.isRegistered) values.push(valueAt(snapshot, 'legalName', place));
  }
  if (managers) values.push({ ...valueAt(snapshot, 'legalRepresentative', managers), raw: managers.names.join(', ') });
  const capital = CAPITAL.exec(snapshot.flat);
  if (capital?.[1]) {
    const at = capital.index + capital[0].indexOf(capital[1]);
    if (!isOthers(at)) values.push(valueAt(snapshot, 'registeredCapital', { at, end: at + capital[1].length }));
  }
  return { values, names };
}

/** In a sentence about the company: `创建于2003年,注册资本5080万元`, `法定代表人周青禾`. */
const SAID_FACTS: readonly (readonly [FactField, RegExp])[] = [
  [
    'registeredCapital',
    /(?:注册资本|注册资金|註冊資本)(?:金|为|為|达|達|额)?[^\S\n]?((?:人民币|人民幣)?[^\S\n]?\d[\d,.]{0,12}[^\S\n]?[万萬亿億](?:元|美元|港元|人民币)?(?:人民币)?)(?=[^\d])/g,
  ],
  [
    'legalRepresentative',
    new RegExp(
      `(?:法定代表人|法人代表)(?:为|是|:)?[^\\S\\n]?([${SURNAMES}][\\u4e00-\\u9fff]{1,2})(?=[,.;。、\\s]|$)`,
      'g',
    ),
  ],
];
/** What a running text says once: of several companies nobody knows whose it is. */
function saidFacts(snapshot: Snapshot, isOthers: (at: number) => boolean): FoundValue[] {
  return SAID_FACTS.flatMap(([field, pattern]): FoundValue[] => {
    const [only, ...others] = snapshot.flat.matchAll(pattern);
    if (!only?.[1] || others.length > 0) return [];
    const at = only.index + only[0].lastIndexOf(only[1]);
    const place = { at, end: at + only[1].length };
    return isOthers(at) ? [] : [{ ...valueAt(snapshot, field, place), confidence: SAID }];
  });
}

const CAPITAL = /\bau capital (?:social )?(?:variable )?de (\d[\d .,]{0,15}\d ?(?:€|euros?|EUR))/i;

function valueAt(
  snapshot: Snapshot,
  field: FactField,
  { at, end }: { readonly at: number; readonly end: number },
  normal?: string,
): FoundValue {
  return {
    field,
    raw: snapshot.text.slice(at, end).trim(),
    ...(normal ? { normal } : {}),
    confidence: IN_BLOCK,
    sources: [{ kind: 'text', snippet: snippetAt(snapshot, at, end), at }],
  };
}
