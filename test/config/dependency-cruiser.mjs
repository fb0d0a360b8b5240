/**
 * The directions of the house (docs/architecture.md), as dependency-cruiser rules.
 * What a rule does not name is allowed; what it names is an error. test/config/guards.test.ts plants one violation a rule.
 */

const npm = (...names) => `(^|/)node_modules/(${names.join('|')})/`;
/** Packages that only compute: text in, values out. Everything else that touches the world stays out of the domain. */
const PURE_PACKAGES = npm(
  '@noble/hashes',
  '@types/papaparse',
  'fflate',
  'libphonenumber-js',
  'opencc-js',
  'papaparse',
  'tldts',
  'tldts-core',
  'uqr',
  'yaml',
);

const forbid = (name, from, to) => ({ name, severity: 'error', from, to });
const ROOTS = '^(entrypoints|notebooks|test|scripts)/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    forbid('no-cycle', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    // Assets by their address are the bundler's to find, and it fails where one is missing.
    forbid('no-unresolvable', {}, { couldNotResolve: true, pathNot: String.raw`\.wasm\?url$` }),
    forbid('kernel-imports-nothing', { path: '^src/kernel/' }, { pathNot: '^src/kernel/' }),
    forbid('domain-is-pure', { path: '^src/domain/' }, { pathNot: `^src/(domain|kernel)/|${PURE_PACKAGES}` }),
    forbid(
      'domain-no-sideways',
      { path: '^src/domain/([^/]+)/', pathNot: '^src/domain/(enrich|analysis|notebook)/' },
      { path: '^src/domain/', pathNot: '^src/domain/($1|records|identity|parties)/' },
    ),
    forbid(
      'enrich-only-capture',
      { path: '^src/domain/enrich/' },
      { path: '^src/domain/', pathNot: '^src/domain/(enrich|capture|records|identity|parties)/' },
    ),
    forbid(
      'analysis-only-tabular',
      { path: '^src/domain/analysis/' },
      { path: '^src/domain/', pathNot: '^src/domain/(analysis|tabular|records|identity|parties)/' },
    ),
    forbid(
      'notebook-only-analysis',
      { path: '^src/domain/notebook/' },
      { path: '^src/domain/', pathNot: '^src/domain/(notebook|analysis|records|identity|parties)/' },
    ),
    forbid('app-stays-inside', { path: '^src/app/' }, { pathNot: '^src/(app|domain|kernel)/' }),
    forbid('ports-are-interfaces', { path: '^src/app/ports/' }, { path: '^src/', dependencyTypesNot: ['type-only'] }),
    forbid(
      'platform-below-app',
      { path: '^src/platform/' },
      { path: '^src/', pathNot: '^src/(platform|domain|kernel|app/ports)/' },
    ),
    forbid(
      'platform-sees-ports-as-types',
      { path: '^src/platform/' },
      { path: '^src/app/ports/', dependencyTypesNot: ['type-only'] },
    ),
    forbid('ui-through-app', { path: '^src/ui/' }, { path: '^src/platform/' }),
    forbid('src-never-imports-roots', { path: '^src/' }, { path: ROOTS }),
    forbid(
      'entrypoints-independent',
      { path: '^entrypoints/([^/]+)' },
      { path: '^entrypoints/', pathNot: '^entrypoints/$1' },
    ),
    forbid('dexie-only-in-store', { pathNot: '^(src/platform/store|test)/' }, { path: npm('dexie') }),
    forbid(
      'vega-only-in-charts',
      { pathNot: '^(src/ui/charts|test)/' },
      { path: npm('vega', 'vega-embed', 'vega-interpreter', 'vega-lite') },
    ),
    forbid(
      'engines-only-in-cells',
      { pathNot: '^(src/platform/cells|test)/|^scripts/cli/open-bindings\\.ts$' },
      { path: npm('danfojs', '@duckdb/duckdb-wasm', 'apache-arrow') },
    ),
    forbid(
      'react-only-in-ui',
      { path: '^src/(kernel|domain|app|platform)/' },
      { path: npm('react', 'react-dom', '@mantine') },
    ),
    forbid('browser-only-at-the-edge', { path: '^src/(kernel|domain|app|ui)/' }, { path: npm('wxt', '@wxt-dev') }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
