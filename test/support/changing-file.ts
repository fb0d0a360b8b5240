/** What browsers say of a file that is not any more what was chosen. */
const gone = (): Promise<never> => Promise.reject(new DOMException('The file was changed.', 'NotReadableError'));

/** A file that is changed on the disk when so many pieces of it have been read; from then on nothing of it can be. */
export function changingFile(text: string, name: string, pieces: number): File {
  return Object.assign(new File([text], name), {
    slice: slicer(new File([text], name), pieces),
    stream: refusedStream,
  });
}

function slicer(file: File, pieces: number): File['slice'] {
  let read = 0;
  return (...range) => {
    const slice = file.slice(...range);
    return Object.assign(slice, { arrayBuffer: () => (read++ < pieces ? new Blob([slice]).arrayBuffer() : gone()) });
  };
}

function refusedStream(): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({ pull: gone });
}

/** A file that was cut on the disk, in a browser that does not notice: there is less in it than there was. */
export function cutFile(text: string, name: string): File {
  const half = new File([text.slice(0, text.length >> 1)], name);
  return Object.defineProperty(half, 'size', { value: new Blob([text]).size });
}
