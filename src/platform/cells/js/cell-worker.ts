import { BEAT_MS, MOST_BYTES, type CellAnswer, type CellRun } from './cell-message';
import { closeWorld } from './close-world';
import { collectConsole } from './collect-console';
import { meterBuffers } from './meter-buffers';
import { failure, runText } from './run-text';
import { writeAnswer } from './shape-answer';

/** What of a worker is used here: the types of pages do not have it. */
interface WorkerScope {
  postMessage(message: unknown, transfer: Transferable[]): void;
  importScripts(url: string): void;
  readonly dfd?: unknown;
}

/**
 * The worker of one run. The text of the cell shares this world and may break all of it; the frame takes no more from here than
 * signs of life and one buffer.
 */
export function serveWorker(): void {
  // Safe: this script runs in a worker.
  const scope = globalThis as unknown as WorkerScope;
  const say = scope.postMessage.bind(scope);
  const load = scope.importScripts.bind(scope);
  const encoder = new TextEncoder();
  const encode = encoder.encode.bind(encoder);
  const answer = (given: CellAnswer): void => {
    const { buffer } = encode(textOf(given));
    if (buffer.byteLength > MOST_BYTES) say('result-too-large', []);
    else say(buffer, [buffer]);
  };
  const begin = async ({ data }: MessageEvent<CellRun>): Promise<void> => {
    globalThis.removeEventListener('message', listener);
    say('alive', []);
    setInterval(() => say('alive', []), BEAT_MS);
    if (data.danfo !== undefined) load(data.danfo);
    // Safe: any global object is a record of what is in it.
    meterBuffers(globalThis as unknown as Record<string, unknown>, () => say('out-of-memory', []));
    const { dfd } = scope;
    closeWorld(globalThis);
    const said = collectConsole(console);
    answer({ ...(await runText(data, dfd)), said: said() });
  };
  const listener = (event: MessageEvent<CellRun>): void => void begin(event);
  globalThis.addEventListener('message', listener);
}

function textOf(answer: CellAnswer): string {
  try {
    return writeAnswer(answer);
  } catch (thrown) {
    return writeAnswer({ ...failure(thrown), said: answer.said });
  }
}
