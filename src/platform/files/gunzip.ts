import { piecesOf } from './read-pieces';

/** Gzip unpacked by the browser. A step of packed bytes is taken only when what came of the one before has been read. */
export function gunzip(packed: Iterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array> {
  const steps = packed[Symbol.iterator]();
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: (controller) => {
        const { done, value } = steps.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
  return piecesOf(stream.pipeThrough(new DecompressionStream('gzip')));
}
