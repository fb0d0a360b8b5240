/** How fast a page is read, in the words of the goals: what it costs, beside a walk over the page's text, and how large it is. */
import { gzipSync } from 'node:zlib';
import { bundleOf } from '../bundle.mjs';
import { readAnew } from './read-pages.mjs';

/**
 * Prints how fast the pages were read that `readPages` gave.
 * @param {readonly { ms: number }[]} lines @param {readonly import('./read-pages.mjs').Times[]} times
 * @returns {Promise<object>} the figures, times in milliseconds
 */
export async function printSpeed(lines, times) {
  const reading = figuresOf(lines.map(({ ms }) => ms));
  const [inPage, walk, shownWalk, task] = ['inPage', 'walk', 'shownWalk', 'task'].map((name) =>
    figuresOf(times.map((one) => one[name])),
  );
  const ratio = ({ p50 }) => (p50 > 0 ? +(reading.p50 / p50).toFixed(1) : null);
  const ratios = { walk: ratio(walk), shownWalk: ratio(shownWalk) };
  console.log('\nmilliseconds                              p50     p95     longest');
  row('reading a page, from begin to end', reading);
  row('  of that within the page itself', inPage);
  row('walk over its text nodes', walk);
  row('walk asking whether each is drawn', shownWalk);
  row('longest task of a reading', task);
  console.log(`reading : walk over the text ${ratios.walk}, : walk over what is drawn ${ratios.shownWalk} (medians)`);
  const large = await largePage();
  console.log(
    `a page of 600 KB: ${large.warm} ms, longest task ${large.task} ms; the first ever, nothing being warm: ${large.cold} ms`,
  );
  const code = await bundleOf('entrypoints/capture.content.ts', 'iife', 'capture');
  const injected = +(gzipSync(code).length / 1024).toFixed(1);
  console.log(`injected code: ${injected} KB gz, 0 before the click`);
  return { reading, inPage, walk, shownWalk, task, ratios, large, injectedKb: injected };
}

function row(name, { p50, p95, max }) {
  console.log(name.padEnd(38) + [p50, p95, max].map((one) => one.toFixed(1).padStart(8)).join(''));
}

async function largePage() {
  const page = { page: 'large', base: 'https://www.northwick.example/', charset: 'utf-8', html: largeHtml() };
  const [first, ...others] = await readAnew(page, 5);
  const { p50 } = figuresOf(others.map(({ ms }) => ms));
  return {
    warm: Math.round(p50),
    cold: Math.round(first.ms),
    task: Math.round(Math.max(...others.map(({ task }) => task))),
  };
}

/** A catalogue of some hundred articles of an invented company, of 600 KB. */
function largeHtml() {
  const article = (i) =>
    `<article class="item item-${i}"><h3><a href="/pumps/np-${i}">Northwick pump NP-${i}</a></h3><img src="/img/np-${i}.jpg" alt="NP-${i}"><p>Self-priming pump for clear water, model of ${1980 + (i % 40)}, head ${10 + (i % 50)} m, flow ${1 + (i % 90)}.${i % 10} m³/h. Article ${100_000 + i * 37}. Delivered with seals, a spare impeller and a manual in English, German and Chinese. 自吸泵，适用于清水，质保两年。</p><ul><li>Weight ${3 + (i % 20)} kg</li><li>Power ${200 + i} W</li><li>Price ${40 + i}.00 €</li></ul></article>`;
  const articles = [];
  for (let i = 0, length = 0; length < 598_000; i++) {
    articles.push(article(i));
    length += Buffer.byteLength(articles.at(-1));
  }
  return `<!doctype html><html lang="en"><head><title>Northwick Pumps Ltd – Catalogue</title></head><body><header><a href="/"><img src="/logo.png" alt="Northwick Pumps Ltd"></a></header><main>${articles.join('')}</main><footer><p>Northwick Pumps Ltd, 14 Harbour Road, Leeds LS1 4AB, United Kingdom</p><p>Tel. +44 113 496 0117 · <a href="mailto:sales@northwick.example">sales@northwick.example</a></p><p>Managing director: Anna Vogt</p></footer></body></html>`;
}

/** @returns {{ p50: number, p95: number, max: number }} */
export function figuresOf(list) {
  const sorted = list.toSorted((a, b) => a - b);
  const at = (share) => +(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
