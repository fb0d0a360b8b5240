/**
 * Reads the import graph of the tree in the current folder and prints, as JSON, how many modules were read, which rules
 * are broken, and the edges. A process of its own: dependency-cruiser keeps its caches and takes its paths from the folder.
 */
import { existsSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import config from './dependency-cruiser.mjs';

const { forbidden, options } = config;
const result = await cruise(
  ['src', 'entrypoints', 'scripts', 'wxt.config.ts'].filter((place) => existsSync(place)),
  { ...options, ruleSet: { forbidden }, validate: true },
  undefined,
  { tsConfig: extractTSConfig(options.tsConfig.fileName) },
);
const { summary, modules } = result.output;
const ours = modules.filter(({ source }) => /\.(ts|tsx)$/.test(source) && !source.startsWith('node_modules'));

process.stdout.write(
  JSON.stringify({
    looked: ours.length,
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    edges: ours.flatMap(({ source, dependencies }) => dependencies.map(({ resolved }) => [source, resolved])),
  }),
);
