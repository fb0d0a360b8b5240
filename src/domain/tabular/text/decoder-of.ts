/**
 * Decodes pieces that are each whole. Windows-1252 is read as a stream, which changes nothing, since its characters are of
 * one byte: some runtimes take it for Latin-1 otherwise and lose the €.
 */
export function decoderOf(encoding: string): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder(encoding);
  const stream = encoding === 'windows-1252';
  return (bytes) => decoder.decode(bytes, { stream });
}
