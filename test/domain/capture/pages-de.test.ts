import { describe, expect, it } from 'vitest';
import { readFixtures } from '@/test/support/page-fixtures';
import { describePages } from './describe-pages';

const pages = readFixtures('de');

describe('German imprints and French legal notices', () => {
  it('are at least 20', () => {
    expect(pages.length).toBeGreaterThanOrEqual(20);
  });

  describePages(pages);
});
