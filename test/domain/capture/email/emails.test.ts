import { describe, expect, it } from 'vitest';
import { decodeShifted, decodeXored } from '@/src/domain/capture/email/hidden-email';
import { isJunkEmail } from '@/src/domain/capture/email/junk-email';
import { normalsOf, readHtml } from '@/test/support/page';
import { HANGS, processorTime } from '@/test/support/processor-time';

const emails = (html: string): string[] => normalsOf(readHtml(html), 'emails');

describe('an address', () => {
  it.each([
    'info@acme.example',
    'info [at] acme [dot] example',
    'info(at)acme.example',
    'info (at) acme (dot) example',
    'info{at}acme{dot}example',
    'info at acme dot example',
    'info AT acme DOT example',
    'info＠acme.example',
    'info[@]acme.example',
    'info [ät] acme [punkt] example',
    'info @ acme.example',
    'info&#64;acme.example',
    'info&amp;#64;acme.example',
    'info<span>@</span>acme.example',
    'info<span style="display:none">spam</span>@acme.example',
    'info#acme.example（#换成@）',
    '邮箱：info@acme.example',
    'info艾特acme点example',
    '<a data-cfemail="6b02050d042b0a08060e450e130a061b070e">[email protected]</a>',
    '<a href="/cdn-cgi/l/email-protection#6b02050d042b0a08060e450e130a061b070e">mail</a>',
    '<span data-user="info" data-domain="acme.example"></span>',
    '<span data-email="elpmaxe.emca@ofni"></span>',
    '<span data-email="aW5mb0BhY21lLmV4YW1wbGU="></span>',
    '<span data-email="vasb@npzr.rknzcyr"></span>',
    '<a href="mailto:%69nfo@acme.example?subject=x">mail</a>',
    '<a href="mailto:info%40acme.example">mail</a>',
  ])('is found in %s', (html) => {
    expect(emails(`<p>${html}</p>`)).toEqual(['info@acme.example']);
  });

  it('is found written backwards', () => {
    expect(emails('<p style="unicode-bidi:bidi-override;direction:rtl">moc.emca@ofni</p>')).toEqual(['info@acme.com']);
  });

  it.each([
    'logo@2x.png',
    'sprite@3x.webp',
    'you@example.com',
    'your.name@yourdomain.com',
    '0123456789abcdef0123456789abcdef@o123.ingest.sentry.io',
    'noreply@acme.example',
    'jquery@3.7.1',
    'meet us at the point of sale',
    'look at me dot matrix',
    'from 9 at night. Open daily',
  ])('is not seen in %s', (text) => {
    expect(emails(`<p>${text}</p>`)).toEqual([]);
  });

  it('is not what stands in a picture’s name, in any case', () => {
    expect(isJunkEmail('banner@1.5x.jpg')).toBe(true);
    expect(isJunkEmail('anna.blume@acme.example')).toBe(false);
    // The largest providers of China are called by numbers.
    for (const host of ['163.com', '126.com', '139.com', '189.cn']) expect(isJunkEmail(`wang@${host}`)).toBe(false);
  });

  it('is searched for in a megabyte of signs in time', () => {
    const spent = processorTime();

    emails(`<p>${'a@'.repeat(40_000)} ${'a.'.repeat(40_000)} ${'a at '.repeat(20_000)}</p>`);
    expect(spent()).toBeLessThan(HANGS);
  });
});

describe('decoders', () => {
  it('undo what was shifted', () => {
    expect(decodeShifted('nbjmup+jogpAbdnf/dpn')).toBe('info@acme.com');
    expect(decodeShifted('nothing')).toBeUndefined();
  });

  it('refuse what is no address', () => {
    expect(decodeXored('zz')).toBeUndefined();
    expect(decodeXored('6b02050d04')).toBeUndefined();
  });
});
