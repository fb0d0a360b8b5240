/** What a site lets programs read, from its robots.txt. */
export interface Robots {
  /** @param path with its query, as in the address. */
  allows(path: string): boolean;
  /** Addresses of its sitemaps as they stand there, of whatever site. */
  readonly sitemaps: readonly string[];
}

interface Rule {
  readonly isAllowed: boolean;
  readonly pattern: string;
}

/** RFC 9309 asks for 500 KiB at least. */
const CHARACTERS = 512_000;
const RULES = 2000;
const PATTERN_CHARACTERS = 500;
const PATH_CHARACTERS = 2000;
const SITEMAPS = 10;

/**
 * Reads a robots.txt. The rules of the groups that name the agent count, of several such groups all; where none does, those of
 * `*`. The longest pattern decides, of two equally long the one that allows; what no rule names is allowed, and all of an empty
 * file. `*` stands for any characters, `$` at the end for the end. What is longer than the caps is left out.
 * @param agent in lower case.
 * @source RFC 9309
 * @example readRobots('User-agent: *\nDisallow: /shop', 'me').allows('/shop/1') // false
 */
export function readRobots(text: string, agent: string): Robots {
  const { own, any, sitemaps } = groupsOf(text.slice(0, CHARACTERS), agent);
  const rules = own ?? any ?? [];
  return {
    sitemaps,
    allows: (path) => {
      const asked = escaped(path.slice(0, PATH_CHARACTERS));
      if (asked === '/robots.txt') return true;
      let best: Rule | undefined;
      for (const rule of rules) if (isBefore(rule, best) && fits(rule.pattern, asked)) best = rule;
      return best?.isAllowed ?? true;
    },
  };
}

function isBefore(rule: Rule, best: Rule | undefined): boolean {
  if (!best || rule.pattern.length > best.pattern.length) return true;
  return rule.pattern.length === best.pattern.length && rule.isAllowed && !best.isAllowed;
}

interface Groups {
  own: Rule[] | undefined;
  any: Rule[] | undefined;
  readonly sitemaps: string[];
}

function groupsOf(text: string, agent: string): Groups {
  const groups: Groups = { own: undefined, any: undefined, sitemaps: [] };
  let named: Rule[][] = [];
  let isNaming = false;
  let count = 0;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)) {
    const { key, value } = lineParts(line);
    if (key === 'user-agent') {
      if (!isNaming) named = [];
      isNaming = true;
      named.push(...groupNamed(groups, value.toLowerCase(), agent));
    } else if (key === 'allow' || key === 'disallow') {
      isNaming = false;
      if (value === '' || value.length > PATTERN_CHARACTERS || ++count > RULES) continue;
      for (const rules of named) rules.push({ isAllowed: key === 'allow', pattern: escaped(value) });
    } else if (key === 'sitemap' && groups.sitemaps.length < SITEMAPS) groups.sitemaps.push(value);
  }
  return groups;
}

/** The rules that a name gives more of; none where it names somebody else. */
function groupNamed(groups: Groups, name: string, agent: string): Rule[][] {
  if (name === '*') return [(groups.any ??= [])];
  return agentToken(name) === agent ? [(groups.own ??= [])] : [];
}

function lineParts(line: string): { readonly key: string; readonly value: string } {
  const text = line.slice(0, 4000);
  const comment = text.indexOf('#');
  const told = comment < 0 ? text : text.slice(0, comment);
  const colon = told.indexOf(':');
  return { key: told.slice(0, Math.max(0, colon)).trim().toLowerCase(), value: told.slice(colon + 1).trim() };
}

/** `vital-few/1.0 (…)` names `vital-few`. */
function agentToken(name: string): string {
  return /^[a-z_-]*/.exec(name)?.[0] ?? '';
}

/** One writing of a path: what an address escapes is escaped, and its escapes are in capitals. */
function escaped(path: string): string {
  return path
    .replace(/[^\u0021-\u007E]/gu, (character) => {
      try {
        return encodeURIComponent(character);
      } catch {
        // Half of a character.
        return '%EF%BF%BD';
      }
    })
    .replace(/%[\da-f]{2}/gi, (escape) => escape.toUpperCase());
}

/** Whether a pattern fits the beginning of a path, or all of it when it ends with `$`. Takes no longer than both are long, multiplied. */
function fits(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const parts = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  const [first = ''] = parts;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  if (parts.length === 1) return !isWhole || at === path.length;
  const last = parts.at(-1) ?? '';
  if (isWhole) return path.length - last.length >= at && path.endsWith(last);
  return path.indexOf(last, at) >= 0;
}
