import { appendFileSync, writeFileSync } from 'node:fs';
import { needed, runProgram } from './arguments';
import { diskContent } from './disk-content';
import { fileLine } from './file-line';
import { UsageError } from './sales-file';

/**
 * `npm run -s import:files -- --out OUT.jsonl FILE…`: one line of JSON for each file, what the extension makes of it with
 * nothing asked of anyone. A file that cannot be read has its reason under `error`.
 */
await runProgram(async (given) => {
  const out = needed(given, 'out');
  const files = process.argv.slice(2).filter((word, i, all) => !word.startsWith('--') && all[i - 1] !== '--out');
  if (files.length === 0) throw new UsageError('Name the files: import:files -- --out OUT.jsonl FILE…');
  writeFileSync(out, '');
  for (const file of files) appendFileSync(out, `${JSON.stringify(await fileLine(diskContent(file)))}\n`);
  return 0;
});
