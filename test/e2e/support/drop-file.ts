import type { Page } from 'puppeteer-core';

/** Drops files on the page as a user does: the browser's own drag and drop, with the files from the disk. */
export async function dropFile(page: Page, ...files: readonly string[]): Promise<void> {
  const zone = await page.waitForSelector('[data-over]');
  const box = await zone?.boundingBox();
  if (!box) throw new Error('nowhere to drop');
  const client = await page.createCDPSession();
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  const at = { x: box.x + box.width / 2, y: box.y + 20 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await client.send('Input.dispatchDragEvent', { type, ...at, data });
}
