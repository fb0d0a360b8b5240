import { MOST_BYTES, type CellRun, type FrameMessage } from './cell-message';
import { buffersOf } from './pack-tables';

/** More signs of life than a worker gives in the longest run; who sends more is flooding. */
const MOST_BEATS = 1000;

/**
 * The sandboxed page: it has no origin, no network and no extension. It makes one worker for the one run that its parent asks
 * for, and hands over one answer, whose size it checks. Text of a cell never runs here: a page could be blocked by it.
 */
export function serveFrame(): void {
  const begin = (event: MessageEvent<CellRun>): void => {
    const [port] = event.ports;
    if (event.source !== window.parent || !port) return;
    window.removeEventListener('message', begin);
    serveRun(event.data, port);
  };
  window.addEventListener('message', begin);
}

function serveRun(run: CellRun, port: MessagePort): void {
  const worker = startWorker();
  let heard = performance.now();
  let beats = 0;
  const say = (message: FrameMessage, transfer: Transferable[] = []): void => port.postMessage(message, transfer);
  const end = (message: FrameMessage, transfer: Transferable[] = []): void => {
    worker.terminate();
    worker.onmessage = null;
    say(message, transfer);
  };
  worker.onmessage = ({ data }: MessageEvent<unknown>): void => {
    heard = performance.now();
    if (data === 'alive' && beats++ < MOST_BEATS) return;
    if (data === 'out-of-memory' || data === 'result-too-large') return end({ type: 'fault', code: data });
    if (!(data instanceof ArrayBuffer)) return end({ type: 'fault', code: 'broken' });
    if (data.byteLength > MOST_BYTES) return end({ type: 'fault', code: 'result-too-large' });
    end({ type: 'result', bytes: data }, [data]);
  };
  // What is thrown outside of the text itself, in a timer or where nobody waits.
  worker.addEventListener('error', ({ message }) => end({ type: 'fault', code: 'broken', detail: message }));
  port.addEventListener('message', () => say({ type: 'pong', silentMs: performance.now() - heard }));
  port.start();
  worker.postMessage(run, buffersOf(run));
}

/** A worker of this page's own kind: without an origin, under the same policy. */
function startWorker(): Worker {
  const script = JSON.stringify(new URL('cell-worker.js', window.location.href).href);
  const url = URL.createObjectURL(new Blob([`importScripts(${script})`], { type: 'text/javascript' }));
  return new Worker(url);
}
