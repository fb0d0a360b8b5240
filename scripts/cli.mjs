/**
 * Runs a command-line program: `node scripts/cli.mjs NAME …`. The programs are TypeScript under scripts/cli, built by
 * Vite from the same sources and aliases as the extension, again whenever a source is newer than the build.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(fileURLToPath(import.meta.url), '../..');
const output = path.join(root, '.output');
const built = path.join(output, 'cli');
const [name = '', ...rest] = process.argv.slice(2);

const programs = readdirSync(path.join(root, 'scripts/cli')).filter((file) =>
  /^(analyse|reference|demo-export|import-|score-)/.test(file),
);
if (!programs.includes(`${name}.ts`)) {
  console.error(`No program ${name}. Programs: ${programs.map((file) => file.replace('.ts', '')).join(', ')}`);
  process.exit(2);
}
if (isStale()) await build();
const node = spawnSync(process.execPath, [path.join(built, `${name}.js`), ...rest], { stdio: 'inherit' });
process.exit(node.status ?? 1);

function isStale() {
  if (!existsSync(built)) return true;
  const made = statSync(built).mtimeMs;
  return ['src', 'scripts', 'notebooks', 'test/support', 'package.json'].some(
    (place) => newest(path.join(root, place)) > made,
  );
}

function newest(place) {
  const stats = statSync(place);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(place).reduce((latest, entry) => Math.max(latest, newest(path.join(place, entry))), stats.mtimeMs);
}

/** Into a folder of its own first, so that two programs started together never read half a build. */
async function build() {
  const { build: viteBuild } = await import('vite');
  mkdirSync(output, { recursive: true });
  const fresh = mkdtempSync(path.join(output, 'cli-'));
  await viteBuild({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { '@': root } },
    build: {
      ssr: true,
      target: 'node20',
      outDir: fresh,
      emptyOutDir: true,
      rollupOptions: {
        input: Object.fromEntries(
          programs.map((file) => [file.replace('.ts', ''), path.join(root, 'scripts/cli', file)]),
        ),
      },
    },
  });
  try {
    // Where another program was faster, its build is of the same sources and may be running.
    if (isStale()) {
      rmSync(built, { recursive: true, force: true });
      renameSync(fresh, built);
    }
  } catch {
    // Faster by less than a moment.
  }
  rmSync(fresh, { recursive: true, force: true });
}
