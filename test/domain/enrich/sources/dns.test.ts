import { describe, expect, it } from 'vitest';
import { dns } from '@/src/domain/enrich/sources/dns';
import type { RegisterRequest } from '@/src/domain/enrich/provider';
import { askProvider, timesTold, filedCompany } from '@/test/support/ask-provider';

const QUILL = filedCompany({ website: 'https://www.quill-tools.com/', emails: ['info@mail.quill-tools.com'] });
const QUESTION = [{ name: 'mail.quill-tools.com.', type: 15 }];

/** As both servers write it. */
const answer = (Status: number, ...Answer: object[]): object => ({
  Status,
  TC: false,
  RD: true,
  RA: true,
  AD: false,
  CD: false,
  Question: QUESTION,
  ...(Answer.length > 0 ? { Answer } : {}),
});
const mx = (...hosts: string[]): object =>
  answer(0, ...hosts.map((data) => ({ name: 'mail.quill-tools.com.', type: 15, TTL: 300, data })));
const a = answer(0, { name: 'mail.quill-tools.com.', type: 1, TTL: 300, data: '192.0.2.7' });
const alias = { name: 'mail.quill-tools.com.', type: 5, TTL: 300, data: 'quill.hosted.example.' };

const said = (...bodies: unknown[]): string[] => {
  let nth = 0;
  const { requests, findings } = askProvider(dns, QUILL, () => bodies[nth++]);
  const remarks = findings.remarks.map(({ code, values }) => [code, ...Object.values(values)].join(' '));
  return [...requests.map(({ step }) => step.split(' ')[0] ?? ''), ...remarks];
};

describe('who is asked what', () => {
  it.each<[string, Parameters<typeof filedCompany>[0], readonly (readonly [string, string])[]]>([
    [
      'the domain of its mailboxes',
      { emails: ['a@quill-tools.com', 'b@quill-tools.com'] },
      [['quill-tools.com', 'emails']],
    ],
    [
      'of two domains each',
      { emails: ['a@quill-tools.com', 'b@quill.de', 'c@quill.fr'] },
      [
        ['quill-tools.com', 'emails'],
        ['quill.de', 'emails'],
      ],
    ],
    [
      'no free mail, but the site',
      { emails: ['quill@gmail.com', 'q@vip.qq.com'], website: 'https://www.quill.cn/x' },
      [['quill.cn', 'website']],
    ],
    [
      'a mailbox before the site',
      { emails: ['a@quill.de'], website: 'https://quill-tools.com' },
      [['quill.de', 'emails']],
    ],
    ['a name that is a domain', { name: 'quill-tools.com' }, [['quill-tools.com', 'name']]],
    ['letters beyond ASCII as the name system has them', { emails: ['a@müller.de'] }, [['xn--mller-kva.de', 'emails']]],
    ['nobody: free mail alone', { emails: ['quill@163.com'] }, []],
    ['nobody: a page on a portal', { website: 'https://quill.1688.com/' }, []],
    ['nobody: a domain that is hidden', { emails: ['a***@***.com'] }, []],
    ['nobody: an inner network', { emails: ['a@quill.local', 'b@10.0.0.1', 'c@localhost'] }, []],
    [
      'nobody: what is no domain',
      { emails: ['a@quill-tools.com/x?y=', 'b@quill tools.com', 'c@'] },
      [['quill-tools.com', 'emails']],
    ],
  ])('%s', (_, inputs, wanted) => {
    const filed = filedCompany(inputs);
    const { requests } = askProvider(dns, filed, () => mx('10 mx.quill.example.'));

    expect(requests.map(({ step, fields }) => [step.replace('MX ', ''), fields.join()])).toEqual(wanted);
    expect(dns.hosts(filed, { dns: 'google' })).toEqual(wanted.length > 0 ? ['dns.google'] : []);
  });

  it('asks the server that the user chose, in the form that it understands', () => {
    const of = (server: 'google' | 'cloudflare'): RegisterRequest | undefined => dns.next(QUILL, [], { dns: server });

    expect(of('google')?.url).toBe('https://dns.google/resolve?name=mail.quill-tools.com&type=MX');
    expect(of('cloudflare')).toMatchObject({
      url: 'https://cloudflare-dns.com/dns-query?name=mail.quill-tools.com&type=MX',
      accept: 'application/dns-json',
    });
    expect(dns.hosts(QUILL, { dns: 'cloudflare' })).toEqual(['cloudflare-dns.com']);
  });
});

describe('what the answers say', () => {
  it.each<[string, readonly unknown[], readonly string[]]>([
    [
      'the host with the lowest number',
      [mx('20 b.quill.example.', '5 MX.quill.example.', '10 a.quill.example.')],
      ['MX', 'mail mail.quill-tools.com mx.quill.example'],
    ],
    [
      'the first of equals',
      [mx('10 b.quill.example.', '10 a.quill.example.')],
      ['MX', 'mail mail.quill-tools.com b.quill.example'],
    ],
    [
      'a host behind another name',
      [answer(0, alias, { type: 15, data: '10 mx.quill.example.' })],
      ['MX', 'mail mail.quill-tools.com mx.quill.example'],
    ],
    ['no such domain', [answer(3)], ['MX', 'no-mail mail.quill-tools.com']],
    ['a domain that takes no mail', [mx('0 .')], ['MX', 'no-mail mail.quill-tools.com']],
    [
      'a host beside the word that there is none',
      [mx('0 .', '10 mx.quill.example.')],
      ['MX', 'mail mail.quill-tools.com mx.quill.example'],
    ],
    ['no record at all', [answer(0), answer(0), answer(0)], ['MX', 'A', 'AAAA', 'no-mail mail.quill-tools.com']],
    ['an address without MX: it may receive mail', [answer(0), a], ['MX', 'A']],
    [
      'an address of the new kind',
      [answer(0), answer(0), answer(0, { type: 28, data: '2001:db8::7' })],
      ['MX', 'A', 'AAAA'],
    ],
    [
      'another name without MX',
      [answer(0, alias), answer(0, alias), answer(0, alias)],
      ['MX', 'A', 'AAAA', 'no-mail mail.quill-tools.com'],
    ],
    ['a server that fails', [answer(2)], ['MX']],
    ['a server that refuses', [answer(5)], ['MX']],
    ['a server that fails the second time', [answer(0), answer(2)], ['MX', 'A']],
    ['no domain by the second word only', [answer(0), answer(3)], ['MX', 'A']],
    ['a host that cannot be one', [mx('10 <b>mx</b>.example.')], ['MX']],
    [
      'a host with a sign of direction',
      [mx('10 mx.\u202equill.example.')],
      ['MX', 'mail mail.quill-tools.com mx.quill.example'],
    ],
    ['a host without a dot', [mx('10 mx.')], ['MX']],
    ['a host that is too long', [mx(`10 ${'abcdefgh.'.repeat(30)}example.`)], ['MX']],
    ['a number of the status in letters', [{ Status: '3' }], ['MX']],
    ['nothing', [undefined], ['MX']],
    ['another word', ['unasked'], ['MX']],
  ])('%s', (_, bodies, wanted) => {
    expect(said(...bodies)).toEqual(wanted);
  });

  it('keeps to three requests, whatever is missing', () => {
    const filed = filedCompany({ emails: ['a@quill.de', 'b@quill.fr'] });
    const { requests, findings } = askProvider(dns, filed, () => answer(0));

    expect(requests.map(({ step }) => step)).toEqual(['MX quill.de', 'A quill.de', 'AAAA quill.de']);
    expect(findings.remarks).toEqual([{ provider: 'dns', code: 'no-mail', values: { domain: 'quill.de' } }]);
  });

  it('says nothing without evidence, whatever is answered', () => {
    expect(timesTold(dns, QUILL, [mx('10 mx.quill.example.'), mx('0 .'), a, answer(0), answer(3)])).toBeGreaterThan(50);
  });
});
