import { err, type Result } from '@/src/kernel/result';
import type { CellFault, CellOutput, JsRequest } from '@/src/app/ports/cells';
import { BEAT_MS, MOST_BYTES, type CellRun, type FrameMessage } from './cell-message';
import { buffersOf, packTable } from './pack-tables';
import { brokenAnswer, readAnswer } from './read-answer';

const LONGEST_S = 60;
/** Where the frame shares a process with this page, a run that is deaf for so long may be eating its memory. */
const LONGEST_SILENT_S = 10;
/** A frame that does not answer for so long is gone: its process ran out of memory. */
const GONE_MS = 5000;

type RunJs = (request: JsRequest, signal: AbortSignal) => Promise<Result<CellOutput, CellFault>>;

/**
 * Runs js cells, each in a sandboxed frame of its own with one worker in it, which goes when the run ends. The frame has no
 * origin and no network in both browsers: `sandbox` takes the one, the policy in cells.html the other.
 * @param hasOwnProcess whether the browser runs sandboxed frames in another process: Chromium does, Firefox does not.
 */
export function createJsCells({ hasOwnProcess }: { readonly hasOwnProcess: boolean }): RunJs {
  return async (request, signal) => {
    if (signal.aborted) return err({ code: 'cancelled' });
    const frame = createFrame();
    const { port1: port, port2: far } = new MessageChannel();
    const ended = new AbortController();
    try {
      return await new Promise<Result<CellOutput, CellFault>>((resolve) => {
        const fail = (fault: CellFault): void => resolve(err(fault));
        const once = { once: true, signal: ended.signal };
        signal.addEventListener('abort', () => fail({ code: 'cancelled' }), once);
        frame.addEventListener('load', () => start(frame, runOf(request), far), once);
        watch(port, ended.signal, (silentMs) => {
          if (silentMs === undefined) fail({ code: 'out-of-memory' });
          else if (!hasOwnProcess && silentMs > LONGEST_SILENT_S * 1000)
            fail({ code: 'too-long', seconds: LONGEST_SILENT_S });
        });
        const timer = setTimeout(() => fail({ code: 'too-long', seconds: LONGEST_S }), LONGEST_S * 1000);
        ended.signal.addEventListener('abort', () => clearTimeout(timer));
        port.addEventListener('message', ({ data }: MessageEvent<FrameMessage>) => {
          if (data.type === 'result') resolve(readAnswer(data.bytes));
          else if (data.type === 'fault') fail(faultOf(data));
        });
        port.start();
        document.body.append(frame);
      });
    } finally {
      ended.abort();
      port.close();
      frame.remove();
    }
  };
}

function createFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0;visibility:hidden';
  frame.src = '/cells.html';
  return frame;
}

function start(frame: HTMLIFrameElement, run: CellRun, far: MessagePort): void {
  // A page without an origin can be named by no other target.
  frame.contentWindow?.postMessage(run, '*', [far, ...buffersOf(run)]);
}

function runOf({ source, tables, values }: JsRequest): CellRun {
  const packed = Object.entries(tables).map(([name, table]) => [name, packTable(table)] as const);
  const danfo = /\bdfd\b|\.frame\(/.test(source) ? new URL('/cell-danfo.js', window.location.href).href : undefined;
  return { source, tables: Object.fromEntries(packed), values, danfo };
}

function faultOf({ code, detail }: Extract<FrameMessage, { type: 'fault' }>): CellFault {
  if (code === 'broken') return brokenAnswer(detail);
  return code === 'result-too-large' ? { code, limit: MOST_BYTES } : { code };
}

/** Asks the frame again and again. @param onPong how long the worker has been silent; undefined when the frame is gone. */
function watch(port: MessagePort, ended: AbortSignal, onPong: (silentMs: number | undefined) => void): void {
  let answered = performance.now();
  let missed = 0;
  const timer = setInterval(() => {
    missed++;
    // A hidden page's timers come late, and its messages do not: only several unanswered pings are a sign.
    if (missed > GONE_MS / BEAT_MS && performance.now() - answered > GONE_MS) onPong(undefined);
    port.postMessage('ping');
  }, BEAT_MS);
  port.addEventListener('message', ({ data }: MessageEvent<FrameMessage>) => {
    if (data.type !== 'pong') return;
    missed = 0;
    answered = performance.now();
    onPong(data.silentMs);
  });
  ended.addEventListener('abort', () => clearInterval(timer));
}
