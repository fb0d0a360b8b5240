import { foldHeader } from '../fold-header';
import { CHINESE_BOOKS } from './chinese-books';
import { CHINESE_SHOPS } from './chinese-shops';
import { DEALS } from './deals';
import type { System } from './system';
import { WESTERN_BOOKS } from './western-books';
import { WESTERN_SHOPS } from './western-shops';

const KNOWN = [...WESTERN_SHOPS, ...WESTERN_BOOKS, ...DEALS, ...CHINESE_BOOKS, ...CHINESE_SHOPS] as const;

export type SystemName = (typeof KNOWN)[number]['name'];

/** Every known system. A new one is an entry in a family's file and a line of test/fixtures/headers/systems.txt. */
export const SYSTEMS: readonly (System & { readonly name: SystemName })[] = KNOWN;

const FINGERPRINTS = SYSTEMS.map((system) => ({ system, folded: system.fingerprint.map(foldHeader) }));

export function systemOf(name: SystemName): System {
  const system = SYSTEMS.find((one) => one.name === name);
  if (!system) throw new Error(`No system ${String(name)}`);
  return system;
}

/**
 * The system whose whole fingerprint stands among the headers, in any order and spelling of case, width and script; the
 * longest fingerprint where several do, the first on a tie.
 */
export function matchSystem(headers: readonly string[]): (System & { readonly name: SystemName }) | undefined {
  const there = new Set(headers.map(foldHeader));
  let best: (System & { readonly name: SystemName }) | undefined;
  for (const { system, folded } of FINGERPRINTS) {
    if (folded.length <= (best?.fingerprint.length ?? 0)) continue;
    if (folded.every((header) => there.has(header))) best = system;
  }
  return best;
}
