import { existsSync, readFileSync } from 'node:fs';
import { readCompanyName } from '@/src/domain/identity/company-name';
import { matchCompanies } from '@/src/domain/identity/match-companies';
import { companyTraits } from '@/src/domain/parties/party-traits';
import { runProgram } from './arguments';
import { UsageError } from './sales-file';

/**
 * `npm run -s score:identity -- FILE`: names of companies that are all different, one a line (what follows a tab or blank is
 * passed over). Every pair is judged as if both had one web site: none may come out as the same. Last line: JSON.
 */
await runProgram(async (given) => {
  const file = given.get('') ?? '';
  if (!existsSync(file)) throw new UsageError(`No file of names: ${file || '(none named)'}`);
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  const names = [...new Set(lines.map((line) => line.split(/[\t ]/)[0] ?? ''))].filter((name) => name !== '');
  const website = 'https://www.group.example.com/';
  const traits = names.map((name) =>
    companyTraits((field) => (field === 'name' ? [name] : field === 'website' ? [website] : [])),
  );
  const same: string[] = [];
  let pairs = 0;
  for (const [i, a] of traits.entries())
    for (const [j, b] of traits.entries()) {
      if (j <= i) continue;
      pairs++;
      if (matchCompanies(a, b)?.tier === 'same') same.push(`${names[i]} = ${names[j]}`);
    }
  const coreless = names.filter((name) => readCompanyName(name).core.length < 2);
  console.log(`${names.length} names, ${pairs} pairs on one web site: ${same.length} called the same`);
  for (const line of same.slice(0, 20)) console.log(`  ${line}`);
  console.log(`${coreless.length} names with less than two characters left: ${coreless.slice(0, 10).join(', ')}`);
  console.log(JSON.stringify({ names: names.length, pairs, same: same.length, coreless: coreless.length }));
  return pairs > 0 && same.length === 0 ? 0 : 1;
});
