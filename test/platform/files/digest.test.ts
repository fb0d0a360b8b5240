import { expect, it } from 'vitest';
import { digestOf, digestOfFile } from '@/src/platform/files/digest';
import { digestOf as oracle } from '@/test/support/digest-of';

const LENGTHS = [0, 1, 63, 64, 65, 200_000];

const blobOf = (length: number): Blob => new Blob([Uint8Array.from({ length }, (_, i) => (i * 31) % 251)]);

it.each(LENGTHS)('digests %i bytes at once and in pieces as another implementation does', async (length) => {
  const blob = blobOf(length);
  const expected = await oracle(blob);
  expect(await digestOf(await blob.arrayBuffer())).toBe(expected);
  expect(await digestOfFile(blob, length)).toBe(expected);
  expect(await digestOfFile(blob, -1)).toBe(expected);
});

it('takes a file that is too large for memory in pieces', async () => {
  const blob = blobOf(1000);
  blob.arrayBuffer = () => Promise.reject(new Error('taken whole'));
  expect(await digestOfFile(blob, 999)).toMatch(/^[\da-f]{64}$/);
  await expect(digestOfFile(blob, 1000)).rejects.toThrow('taken whole');
});
