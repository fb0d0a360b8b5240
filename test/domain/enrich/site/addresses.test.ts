import { describe, expect, it } from 'vitest';
import { publicAddress } from '@/src/domain/enrich/site/public-address';
import { hostsOf, isOnSite, siteOf } from '@/src/domain/enrich/site/site-address';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import { typedValue } from '@/src/domain/records/evidence';

const AT = '2026-11-21T09:00:00.000Z';
const filed = (values: { name?: string; website?: string; emails?: readonly string[] }): CompanyFields => ({
  name: typedValue(values.name ?? 'Quill Ltd', AT),
  ...(values.website ? { website: typedValue(values.website, AT) } : {}),
  ...(values.emails
    ? { emails: Object.fromEntries(values.emails.map((email, i) => [`e${i}`, typedValue(email, AT)])) }
    : {}),
});

describe('an address that may be asked', () => {
  it.each([
    'https://acme.example/',
    'http://www.acme.com.cn/关于?a=1#b',
    'https://acme.de:443/',
    'https://bücher.example/',
  ])('%s', (url) => {
    expect(publicAddress(url)?.href).toBe(new URL(url).href);
  });

  it('stays one however often it is looked at', () => {
    const looks = Array.from({ length: 20_000 }, () => publicAddress('https://bücher.example/'));
    expect(looks.filter((url) => url === undefined)).toEqual([]);
  });

  it.each([
    'http://localhost/',
    'http://LOCALHOST./',
    'http://app.localhost/',
    'http://intranet/',
    'http://router.local/',
    'http://nas.lan/',
    'http://git.corp/',
    'http://x.home.arpa/',
    'http://vault.internal/',
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://①②⑦.⓪.⓪.①/',
    'http://10.0.0.8/',
    'http://172.16.3.4/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://0.0.0.0/',
    'http://93.184.216.34/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://127.0.0.1.nip.io/',
    'http://localtest.me/',
    'http://acme.example:8080/',
    'http://acme.example:22/',
    'http://user:secret@acme.example/',
    'http://acme.example./',
    'ftp://acme.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'chrome-extension://abc/x',
    '//acme.example/',
    'acme.example',
    '',
    `https://acme.example/${'a'.repeat(3000)}`,
  ])('is not %s', (url) => {
    expect(publicAddress(url)).toBeUndefined();
  });
});

describe('the site of a company', () => {
  it.each([
    ['the website', { website: 'https://www.quill.example/de/?utm=1#top' }, 'https://www.quill.example/de/', undefined],
    ['a bare domain', { website: 'quill.example' }, 'https://quill.example/', 'http://quill.example/'],
    [
      'a mailbox',
      { emails: ['info@gmail.com', 'info@quill.example'] },
      'https://quill.example/',
      'http://quill.example/',
    ],
    ['a name that is a domain', { name: 'quill.com.cn' }, 'https://quill.com.cn/', 'http://quill.com.cn/'],
    ['nothing', {}, undefined, undefined],
    ['a name with a point', { name: 'Dr. Quill' }, undefined, undefined],
    ['a free mailbox', { emails: ['quill@163.com'] }, undefined, undefined],
    ['a page on a portal', { website: 'https://quill.1688.com/' }, undefined, undefined],
    ['a number', { website: 'http://192.168.0.1/' }, undefined, undefined],
    ['a script', { website: 'javascript:alert(1)' }, undefined, undefined],
  ])('is by %s', (_, values, url, otherwise) => {
    const site = siteOf(filed(values));

    expect([site?.url, site?.otherwise]).toEqual([url, otherwise]);
  });

  it('is its host and the twin of it, and no other', () => {
    expect(hostsOf('https://quill.example/a')).toEqual(['quill.example', 'www.quill.example']);
    expect(hostsOf('https://www.quill.example/a')).toEqual(['quill.example', 'www.quill.example']);
    expect(isOnSite('http://www.quill.example/b', 'https://quill.example/')).toBe(true);
    for (const url of [
      'https://shop.quill.example/',
      'https://quill.example.evil.example/',
      'https://quill.example:444/',
    ])
      expect(isOnSite(url, 'https://quill.example/')).toBe(false);
  });
});
