// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { htmlReader } from '@/src/platform/page/html-reader';

const URL = 'https://quill-tools.com/contact';

describe('a page that was fetched', () => {
  it('is read without being drawn: what its attributes hide misleads nobody, nothing of it is run', async () => {
    const { reading, links } = await htmlReader.read(
      `<html lang="en-GB"><title>Quill Tools</title><script>globalThis.wasRun = true</script>
       <p>Mail: info<span style="display:none">-spam</span>@quill-tools.com</p><img src="x" onerror="globalThis.wasRun = true">
       <a href="about">About us</a></html>`,
      URL,
    );
    const mails = reading.parties.flatMap(({ values }) => values.filter(({ field }) => field === 'emails'));

    expect(mails.map(({ raw }) => raw)).toEqual(['info@quill-tools.com']);
    expect(links).toEqual([{ url: 'https://quill-tools.com/about', text: 'About us' }]);
    expect('wasRun' in globalThis).toBe(false);
  });

  it.each([
    ['nothing', ''],
    ['a beginning', '<'],
    ['names that hide members', '<html><form><input name="children"><input name="querySelectorAll"></form>'],
    ['zeros', '\u0000'.repeat(1000)],
  ])('may be %s', async (_, text) => {
    const { reading } = await htmlReader.read(text, URL);

    expect(reading.url).toBe(URL);
  });
});
