/** The body of an answer, read no further than `most` bytes. */
export async function readBody(response: Response, most: number): Promise<Uint8Array | 'too-large'> {
  const told = Number(response.headers.get('content-length') ?? 0);
  if (told > most) {
    await response.body?.cancel();
    return 'too-large';
  }
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(pieces, size);
    size += value.byteLength;
    if (size > most) {
      await reader.cancel();
      return 'too-large';
    }
    pieces.push(value);
  }
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}
