import type { Line, Snapshot } from '../text/snapshot';
import { readChinesePeople } from './chinese-people';
import { findNames, nameInCapitals, withoutAddress, type NamePlace } from './find-names';
import { isJobTitle, plainTitle } from './job-title';

/** A person as the text of a page tells of them. */
export interface TextPerson {
  readonly name: string;
  readonly title?: string;
  readonly at: number;
  readonly end: number;
  /** Index of the line of the name. */
  readonly line: number;
  readonly confidence: number;
  /** Quoted or thanked: not one of the company's people. */
  readonly isOutsider: boolean;
}

const WITH_TITLE = 0.84;
const KNOWN_NAME = 0.75;
const ALONE = 0.62;
const MOST = 200;
const LABEL =
  /(?:^|[\s(|])(?:contact(?: person)?|attn|attention|ansprechpartner(?:in)?|geschäftsführ(?:er|erin|ung)|managing directors?|vertreten durch(?: den geschäftsführer| die geschäftsführer)?|vertretungsberechtigte?r?|inhaber(?:in)?|vorstand|verantwortlich[^:\n]{0,60}|owner|ceo|president|manager|director|superintendent|by|from|author|written by|posted by|responsable(?: de la publication)?|directeur[^:\n]{0,30}|gérante?)\s?[:：]?\s{0,3}$/i;

/** The people in the text: with a title beside or below, after a label, or known by a first name. */
export function readPeople(snapshot: Snapshot): TextPerson[] {
  const found: TextPerson[] = [];
  for (const [i, line] of snapshot.lines.entries()) {
    if (found.length >= MOST) break;
    if (line.text.length > 1500 || line.areas.has('nav')) continue;
    found.push(...inLine(line, i, snapshot.lines));
  }
  const chinese = readChinesePeople(snapshot);
  // `葉嘉欣 Karen Yip` is one person.
  const own = found.filter((one) => !chinese.some(({ end }) => one.at >= end && one.at - end <= 2));
  return [...own, ...chinese].sort((a, b) => a.at - b.at);
}

function inLine(line: Line, i: number, lines: readonly Line[]): TextPerson[] {
  const shouted = nameInCapitals(line.text);
  const names: NamePlace[] = shouted
    ? [{ name: shouted, at: 0, end: shouted.length, isSure: true }]
    : findNames(line.text);
  return names.flatMap((place) => personAt(place, line, i, lines) ?? []);
}

function personAt(place: NamePlace, line: Line, i: number, lines: readonly Line[]): TextPerson | undefined {
  const { name, at, end, isSure } = place;
  const title = titleOf(place, i, lines);
  const isLabelled = LABEL.test(labelBefore(line, at, lines[i - 1]));
  const isAlone = at <= 3 && end >= line.text.length - 2;
  // What only looks like a name has to stand by itself, with a title, a label, or as the heading of a card.
  const isHeaded = line.areas.has('people') && line.heading > 0;
  const isIntroduced = title !== undefined || isLabelled || isHeaded;
  if (!isSure && (line.hidden || !isAlone || !isIntroduced)) return undefined;
  return {
    name: withoutAddress(name),
    at: line.at + at,
    end: line.at + end,
    line: i,
    confidence: sureness(line, title, isAlone || isLabelled),
    isOutsider: line.areas.has('others') || /^[-–—~]\s?/.test(line.text),
    ...(title ? { title } : {}),
  };
}

function sureness({ hidden }: Line, title: string | undefined, stands: boolean): number {
  if (hidden) return ALONE;
  if (title) return WITH_TITLE;
  return stands ? KNOWN_NAME : ALONE;
}

function labelBefore(line: Line, at: number, previous: Line | undefined): string {
  const same = line.text.slice(Math.max(0, at - 60), at);
  return /\p{L}/u.test(same) || !previous || previous.text.length > 60 ? same : `${previous.text} `;
}

/** After a comma, a dash or in brackets on the same line; right before the name; the next line; the line before. */
function titleOf({ at, end, isSure }: NamePlace, i: number, lines: readonly Line[]): string | undefined {
  const [previous = '', text = ''] = [i - 1, i].map((k) => lines[k]?.text);
  const next = plainTitle(lines[i + 1]?.text ?? '');
  const beside = titleBeside(text, at, end);
  if (beside || end < text.length - 2) return beside;
  // `Leiter Vertrieb` is shaped like a name, too.
  const isName = (one: NamePlace): boolean => one.isSure || !isSure;
  if (isJobTitle(next) && !findNames(next).some(isName)) return next;
  return at <= 3 ? titleOnLabel(previous) : undefined;
}

/** `Managing director:` on a line of its own. */
function titleOnLabel(text: string): string | undefined {
  const label = text.replace(/\s?[:：]$/, '');
  return label !== text && label.split(' ').length <= 5 && isJobTitle(label) ? label : undefined;
}

function titleBeside(text: string, at: number, end: number): string | undefined {
  const after = /^\s{0,2}[,–—:(|/•-]{1,2}\s{0,2}([^,;.|()–—\n]{2,70}?)(?:\s?[,;.|()–—]|\s-\s|$)/.exec(text.slice(end));
  const own = plainTitle(after?.[1] ?? '');
  if (isJobTitle(own)) return own;
  const before = /(?:^|[.;,|])\s{0,2}([A-ZÄÖÜ][^.;,|:\n]{3,50}?)[\s:,-]{1,3}$/.exec(text.slice(0, at))?.[1] ?? '';
  return isJobTitle(before) && before.split(' ').length <= 5 ? before : undefined;
}
