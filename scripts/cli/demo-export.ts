import { writeFileSync } from 'node:fs';
import { dayOf } from '@/src/kernel/calendar';
import { sampleOrders } from '@/src/app/sample/sample-orders';
import { needed, runProgram } from './arguments';

/** `demo-export --to FILE [--language en]`: the invented sales export of the first start, the same on every machine. */
await runProgram(async (given) => {
  const lastDay = dayOf({ year: 2026, month: 10, day: 31 });
  const language = given.get('language') === 'en' ? 'en' : 'zh';
  writeFileSync(needed(given, 'to'), sampleOrders({ seed: 20, lines: 12_000, lastDay, language }));
  return 0;
});
