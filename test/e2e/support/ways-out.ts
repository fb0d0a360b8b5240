/**
 * Ways in which code in a worker could send something away, by name; each asks for `${url}<name>`, and may fail as it likes.
 * They are tried in a cell, where none may arrive, and in a worker of an ordinary page, which shows that they would.
 */
export const WAYS_OUT: Readonly<Record<string, string>> = {
  fetch: 'await fetch(url + "fetch")',
  'fetch-opaque': 'await fetch(url + "fetch-opaque", { mode: "no-cors", method: "POST", body: "x", keepalive: true })',
  xhr: 'const x = new XMLHttpRequest(); x.open("GET", url + "xhr"); x.send()',
  'xhr-sync': 'const x = new XMLHttpRequest(); x.open("GET", url + "xhr-sync", false); x.send()',
  websocket: 'new WebSocket(url.replace("http", "ws") + "websocket")',
  events: 'new EventSource(url + "events")',
  'import-scripts': 'importScripts(url + "import-scripts")',
  import: 'await import(url + "import")',
  'import-blob':
    'await import(URL.createObjectURL(new Blob([`import "${url}import-blob"`], { type: "text/javascript" })))',
  'import-data': 'await import(`data:text/javascript,import "${url}import-data"`)',
  worker: 'quiet(new Worker(url + "worker"))',
  'worker-data': 'quiet(new Worker(`data:text/javascript,fetch("${url}worker-data")`))',
  'worker-blob': 'quiet(new Worker(URL.createObjectURL(new Blob([`fetch("${url}worker-blob")`]))))',
  'worker-blob-import':
    'quiet(new Worker(URL.createObjectURL(new Blob([`importScripts("${url}worker-blob-import")`]))))',
  'worker-module':
    'quiet(new Worker(URL.createObjectURL(new Blob([`import "${url}worker-module"`], { type: "text/javascript" })), { type: "module" }))',
  'shared-worker': 'quiet(new SharedWorker(url + "shared-worker"))',
  font: 'await new FontFace("x", `url(${url}font)`).load()',
  'font-drawn':
    'const face = new FontFace("y", `url(${url}font-drawn)`); fonts.add(face); const c = new OffscreenCanvas(9, 9).getContext("2d"); c.font = "9px y"; c.fillText("y", 1, 8)',
  wasm: 'await WebAssembly.compileStreaming(fetch(url + "wasm"))',
  'other-realm': 'await (async () => undefined).constructor("url", "return fetch(url)")(url + "other-realm")',
  beacon: 'navigator.sendBeacon(url + "beacon")',
  'fetch-later': 'fetchLater(url + "fetch-later", { activateAfter: 0 })',
  transport: 'await new WebTransport(url.replace("http:", "https:") + "transport").ready',
  location: 'self.location = url + "location"; self.location.href = url + "location"',
  open: 'self.open(url + "open"); clients.openWindow(url + "open")',
  image: 'new Image().src = url + "image"',
  cache: 'await (await caches.open("x")).add(url + "cache")',
  'service-worker': 'await navigator.serviceWorker.register(url + "service-worker")',
  rtc: 'const c = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${udp}` }] }); c.createDataChannel("x"); await c.setLocalDescription(await c.createOffer())',
};

/** Those that arrive from a worker of an ordinary page in every browser: without them nothing would be shown. */
export const SURE_WAYS = ['fetch', 'fetch-opaque', 'xhr', 'websocket', 'events', 'import-scripts', 'import', 'worker-blob', 'font', 'other-realm']; // prettier-ignore

/** The text that tries them, all or those that are named, and gives what each failed with, or `done`. */
export function tryWays(url: string, udp: number, names = Object.keys(WAYS_OUT)): string {
  const tries = names.map(
    (name) => `said[${JSON.stringify(name)}] = await attempt(async () => { ${WAYS_OUT[name]} });`,
  );
  return `const url = ${JSON.stringify(url)}; const udp = ${udp}; const said = {};
const quiet = (worker) => { worker.onerror = (event) => event.preventDefault(); };
const attempt = (way) => Promise.race([
  way().then(() => 'done', (error) => String(error)),
  new Promise((resolve) => setTimeout(() => resolve('waiting'), 400)),
]);
${tries.join('\n')}
await new Promise((resolve) => setTimeout(resolve, 1000));
return said;`;
}
