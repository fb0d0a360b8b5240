import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownDomain, registeredDomain } from '@/src/domain/identity/domain-name';
import { isFreeMail } from '@/src/domain/identity/public-hosts';
import { isGenericMailbox, normaliseEmail } from '@/src/domain/identity/email-address';
import { filedPhone, formatPhone, normalisePhone, phoneLink } from '@/src/domain/identity/phone-number';

describe('registeredDomain', () => {
  it.each<[string, string | undefined]>([
    ['https://shop.quill-tools.co.uk/a', 'quill-tools.co.uk'],
    ['Quill.Example.com', 'example.com'],
    ['quill.xn--55qx5d', 'quill.xn--55qx5d'],
    ['https://quill.github.io/', undefined],
    ['quill.uk.com', undefined],
    ['quill.1688.com', undefined],
    ['192.0.2.7', undefined],
    ['', undefined],
  ])('of %j is %j', (address, domain) => {
    expect(registeredDomain(address)).toBe(domain);
  });
});

describe('ownDomain', () => {
  it.each([
    ['https://www.acme.com.cn/about', 'acme.com.cn'],
    ['http://shop.blume-soehne.de:8080/x?y', 'blume-soehne.de'],
    ['ACME.com.tw', 'acme.com.tw'],
    ['acme.co.uk', 'acme.co.uk'],
    ['https://firma.github.io/', 'firma.github.io'],
  ])('of %s is %s', (address, domain) => {
    expect(ownDomain(address)).toBe(domain);
  });

  it.each([
    'https://www.linkedin.com/company/acme',
    'https://acme.1688.com',
    '127.0.0.1',
    'localhost',
    '',
    'not a host',
    'https://com.cn',
  ])('of %j is nobody’s', (address) => {
    expect(ownDomain(address)).toBeUndefined();
  });

  it('knows mail providers', () => {
    expect([isFreeMail('QQ.com'), isFreeMail('acme.cn')]).toEqual([true, false]);
  });
});

describe('normaliseEmail', () => {
  it.each([
    [' Wang.X@Acme.CN ', 'wang.x@acme.cn'],
    ['a@b.co', 'a@b.co'],
    ["o'hara+x@mail.acme.co.uk", "o'hara+x@mail.acme.co.uk"],
  ])('of %j is %s', (given, expected) => {
    expect(normaliseEmail(given)).toBe(expected);
  });

  it.each([
    '',
    '@',
    'a@b',
    'a b@c.de',
    'x@-a.de',
    'a@b.c',
    `${'x'.repeat(65)}@a.de`,
    'icon@2x.png'.replace('png', 'p'),
  ])('refuses %j', (given) => {
    expect(normaliseEmail(given)).toBeUndefined();
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const once = normaliseEmail(address);

        expect(once === undefined || normaliseEmail(once) === once).toBe(true);
      }),
    );
  });

  it.each([
    ['info@acme.cn', true],
    ['sales.cn@acme.cn', true],
    ['sales2@acme.cn', true],
    ['kefu@acme.cn', true],
    ['infosec.wang@acme.cn', false],
    ['wang@acme.cn', false],
  ])('%s is a mailbox of a function: %s', (address, expected) => {
    expect(isGenericMailbox(address)).toBe(expected);
  });
});

describe('normalisePhone', () => {
  it.each([
    ['021-5888 6666', ['CN'], '+862158886666'],
    ['+86 138 0013 8000', [], '+8613800138000'],
    ['１３８００１３８０００', ['CN'], '+8613800138000'],
    ['089 / 123 456 78', ['XX', 'DE'], '+498912345678'],
    ['(02) 2345-6789', ['TW'], '+886223456789'],
    ['0049 89 12345678', ['DE'], '+498912345678'],
  ])('%s in %j is %s', (text, regions, expected) => {
    expect(normalisePhone(text, regions)).toBe(expected);
  });

  it.each([
    ['12345', ['CN']],
    ['089 12345678', []],
    ['hello', ['DE']],
    ['', ['CN']],
    ['021-5888 6666', ['XX']],
  ])('does not guess %j in %j', (text, regions) => {
    expect(normalisePhone(text, regions)).toBeUndefined();
  });

  it.each([
    ['+862155550101', 'tel:+862155550101'],
    [filedPhone('+862155550101', '801'), 'tel:+862155550101;ext=801'],
    ['021-5555 0101', undefined],
    ['+86138****8000', undefined],
    ['', undefined],
  ])('%j is dialled as %j', (filed, link) => {
    expect(phoneLink(filed)).toBe(link);
  });

  it('is written for people with its country code', () => {
    expect(formatPhone(filedPhone('+862155550101', '801'))).toBe('+86 21 5555 0101 ext. 801');
    expect(formatPhone('+862158886666')).toBe('+86 21 5888 6666');
    expect(formatPhone('nonsense')).toBe('nonsense');
  });
});
