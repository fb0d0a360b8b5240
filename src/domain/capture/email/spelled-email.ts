import { normaliseEmail } from '../../identity/email-address';
import { matchesAround } from '../text/around';

export interface SpelledEmail {
  readonly value: string;
  readonly at: number;
  readonly end: number;
}

const WORD = '[\\p{Script=Latin}\\d_-]{1,40}';
const DOT_SIGN =
  '(?:\\s?[([{<|_【-]{1,2}\\s?(?:dot|punkt|point|punto|d0t|点|點|\\.)\\s?[)\\]}>|_】-]{1,2}\\s?|\\s\\.\\s|\\s(?:dot|DOT|punkt|point|punto)\\s|\\s?[点點。．]\\s?|\\.)';
const AT_SIGN =
  '(?:\\s?[([{<|_【-]{1,2}\\s?(?:at|ät|@|a|arroba|arobase|snabel-a|艾特|ät|klammeraffe|æ)\\s?[)\\]}>|_】-]{1,2}\\s?|\\s(?:at|AT|\\(a\\))\\s|\\s?(?:艾特|\\(@\\)|&#64;|&commat;|%40)\\s?|\\s@\\s|\\s@|@\\s)';
const DOT_SIGNS = new RegExp(DOT_SIGN, 'giu');
const SPELLED = new RegExp(
  `(${WORD}(?:${DOT_SIGN}${WORD}){0,3})(${AT_SIGN})(${WORD}(?:${DOT_SIGN}${WORD}){1,4})(?![\\p{L}\\d])`,
  'giu',
);
/** The part of it without which nothing is spelled: the sign, and the first of the dots. */
const SIGNS = { core: new RegExp(`${AT_SIGN}${WORD}${DOT_SIGN}`, 'giu'), reach: 400 };
/** `info#acme.cn` beside a note that # stands for @. */
const STANDS_FOR =
  /([#*＃★☆$&!])\s?(?:号|號)?\s?(?:换成|換成|改成|改为|改為|替换为|替換為|替换成|代替|=|->|→|ersetzen durch|durch|replace with|replaced? by|instead of)\s?[“"'「]?@/iu;
/** Without any of these nothing is spelled, and the long pattern need not be made. */
const GATE =
  /[([{<|_【-]\s?(?:at|ät|@|a|arroba|arobase|snabel-a|艾特|klammeraffe|æ)\s?[)\]}>|_】-]|\s(?:dot|punkt)\s|艾特|&#64;|&commat;|%40|\s@|@\s/i;

/**
 * Addresses written so that programs do not see them: `info [at] acme [dot] de`, `info(at)acme.de`, `info#acme.cn（#换成@）`.
 * An ` at ` between plain words counts only with a spelled dot or a bracket.
 */
export function spelledEmails(flat: string): SpelledEmail[] {
  const found: SpelledEmail[] = [];
  for (const { match, at } of GATE.test(flat) ? matchesAround(flat, SPELLED, SIGNS) : []) {
    const [whole, local = '', sign = '', domain = ''] = match;
    const isBare = /^\s(?:at)\s$/i.test(sign);
    if (isBare && !/\s(?:dot|punkt)\s|[([{]/i.test(domain)) continue;
    add(found, `${joined(local)}@${joined(domain)}`, at, whole.length);
  }
  return [...found, ...replacedSigns(flat)];
}

function replacedSigns(flat: string): SpelledEmail[] {
  const found: SpelledEmail[] = [];
  const sign = STANDS_FOR.exec(flat)?.[1];
  if (sign === undefined) return found;
  const pattern = new RegExp(`([\\w.+-]{1,64})\\s?\\${sign}\\s?((?:[a-z0-9-]{1,63}\\.){1,4}[a-z]{2,10})`, 'gi');
  for (const match of flat.matchAll(pattern)) add(found, `${match[1]}@${match[2]}`, match.index, match[0].length);
  return found;
}

function joined(part: string): string {
  return part.replace(DOT_SIGNS, '.').replace(/\s/g, '');
}

function add(found: SpelledEmail[], text: string, at: number, length: number): void {
  const value = normaliseEmail(text);
  if (value && hasRealEnd(value) && found.length < 100) found.push({ value, at, end: at + length });
}

/** Endings that real addresses have; `.example` is what documents use. Two letters are a country, but `of` and the like. */
const REAL_END =
  /\.(?:(?!of\b|or\b|if\b|up\b|on\b|an\b|we\b|he\b|do\b|ok\b|oh\b|hi\b|go\b|the\b)[a-z]{2}|com|net|org|info|biz|name|shop|store|online|tech|cloud|group|gmbh|swiss|berlin|wien|koeln|hamburg|bayern|example|industries|company|agency|systems|global|asia|top|xyz|site|ltd|pro|dev|app|edu|gov|law|eco|bio|art|design|energy|works|solutions|services|consulting)$/;

function hasRealEnd(address: string): boolean {
  return REAL_END.test(address);
}
