import { describe, expect, it } from 'vitest';
import { pageSite } from '@/src/app/page-site';

const hints = { countries: [], host: 'www.tarnhill.example', lang: '' };

describe('pageSite', () => {
  it.each([
    ['what the page was read for', { ...hints, region: 'DE', countries: ['FR'] }, 'CN', 'DE'],
    ['the user’s own where the page gives none', hints, 'CN', 'CN'],
    ['none where neither is known', hints, '', undefined],
  ])('names as the region %s', (_, given, home, region) => {
    const site = pageSite({ hints: given }, home);

    expect(site).toEqual({ host: 'www.tarnhill.example', lang: '', ...(region ? { region } : {}) });
  });
});
