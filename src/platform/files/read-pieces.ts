/** The bytes of a stream, piece by piece, in a form every browser can iterate. */
export async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    // Ends the reading when the caller stops early; a stream that failed has nothing left to end.
    await reader.cancel().catch(() => undefined);
  }
}

/** The inverse. ReadableStream.from is missing in Chromium; pulling by hand is what it would do. */
export function streamOf(pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}

/** A file's content, unpacked when it is gzip, whatever its name says. `onBytes` is told the packed bytes as they come. */
export async function contentOf(
  file: Blob,
  onBytes: (piece: Uint8Array) => void = () => undefined,
): Promise<AsyncGenerator<Uint8Array>> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (piece, controller) => {
        onBytes(piece);
        controller.enqueue(piece);
      },
    }),
  );
  const isGzip = first === 0x1f && second === 0x8b;
  return piecesOf(isGzip ? counted.pipeThrough(new DecompressionStream('gzip')) : counted);
}
