import { createWeb } from '@/src/platform/net/web';
import { enrichSite, type SiteScore } from '@/test/support/enrich-site';
import { answerOf, INVENTED_SITES } from '@/test/support/invented-sites';
import { startWebStub, toolsOf, type WebStub } from '@/test/support/web-stub';
import { runProgram } from './arguments';

/** Of what a careful reader finds; requests of one site, that for robots.txt among them; milliseconds of one site. */
const FACTS_FLOOR = 0.9;
const MOST_REQUESTS = 5;
const MOST_MS = 2500;
/** Between what reaches the server and the beginning of its answer. Milliseconds. */
const LATENCY = 200;

/**
 * `npm run -s score:enrich`: enriches the invented companies of test/support/invented-sites from their own sites, through the
 * fetcher of the extension, against a server on this machine that answers after 200 ms. Pages are read by the DOM of the tests, which
 * is slower than a browser's. Last line: JSON. Fails below nine facts of ten, with a wrong value ticked or a sixth request;
 * with `--gate-speed`, as machines are noisy, above 2.5 s for a site, too.
 */
await runProgram(async (given) => {
  const stub = await startWebStub((host, path) => {
    const answer = answerOf(host, path);
    return (request, response) => {
      setTimeout(() => (answer ? answer(request, response) : response.writeHead(404).end()), LATENCY);
    };
  });
  const rows: Row[] = [];
  try {
    const hosts = Object.keys(INVENTED_SITES);
    // Once beforehand: a program that has just been started reads its first page slowly.
    await scoreOf(hosts[0] ?? '', stub);
    for (const host of hosts) rows.push(await scoreOf(host, stub));
  } finally {
    await stub.close();
  }
  console.log(`${'site'.padEnd(26)}requests     ms   facts   wrong`);
  for (const row of rows) printRow(row);
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const [wanted, found, wrong] = [sum((row) => row.wanted), sum((row) => row.found), sum((row) => row.wrong.length)];
  const [requests, ms] = [Math.max(...rows.map((row) => row.requests)), Math.max(...rows.map((row) => row.ms))];
  console.log(
    JSON.stringify({ sites: rows.length, wanted, found, share: +(found / wanted).toFixed(4), wrong, requests, ms }),
  );
  const isSlow = given.has('gate-speed') && ms > MOST_MS;
  return found / wanted < FACTS_FLOOR || wrong > 0 || requests > MOST_REQUESTS || isSlow ? 1 : 0;
});

interface Row extends SiteScore {
  readonly host: string;
  readonly requests: number;
  readonly ms: number;
}

/** One site in real time, with a fetcher that knows nothing of the others. */
async function scoreOf(host: string, stub: WebStub): Promise<Row> {
  for (const name of [host, `www.${host}`]) stub.granted.add(name);
  const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const clock = { now: () => Date.now(), wait };
  const web = createWeb({ ...toolsOf(stub, stub.wire), clock });
  const before = stub.asked.length;
  const started = performance.now();
  const site = INVENTED_SITES[host];
  if (!site) throw new Error(host);
  const score = await enrichSite(site, web, clock.now);
  return { ...score, host, requests: stub.asked.length - before, ms: Math.round(performance.now() - started) };
}

function printRow({ host, requests, ms, found, wanted, missing, wrong }: Row): void {
  console.log(
    `${host.padEnd(26)}${String(requests).padStart(8)}${String(ms).padStart(7)}${`${found}/${wanted}`.padStart(8)}${String(wrong.length).padStart(8)}`,
  );
  for (const fact of missing) console.log(`    not found: ${fact}`);
  for (const fact of wrong) console.log(`    WRONG: ${fact}`);
}
