/** A file chosen on another page, on its way to the import. A file cannot travel in an address. */
let waiting: File | undefined;

export function handOver(file: File): void {
  waiting = file;
}

/** The file, once. */
export function takeOver(): File | undefined {
  const file = waiting;
  waiting = undefined;
  return file;
}
