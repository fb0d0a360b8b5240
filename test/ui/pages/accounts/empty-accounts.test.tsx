// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { EmptyAccounts } from '@/src/ui/pages/accounts/empty-accounts';
import { createClaims, type Claims } from '@/test/support/claims';
import { click, findOne, gone, see, type } from '@/test/support/hands';
import { showOn } from '@/test/support/show';

let world: Claims;
let cleanup = (): void => undefined;
beforeEach(async () => {
  world = await createClaims();
  ({ cleanup } = await showOn(world.app, <EmptyAccounts />));
});
afterEach(async () => {
  cleanup();
  window.location.hash = '';
  await world.close();
});

it('lets the first company be typed in, and opens it', async () => {
  await click('button', 'New company');
  await type('Name', 'Birch Pumps');
  await click('[role="dialog"] button', 'Save');

  await gone('[role="dialog"]');
  const [row] = await world.app.parties.companies();
  expect(row?.fields.name.value).toBe('Birch Pumps');
  await vi.waitFor(() => expect(window.location.hash).toBe(`#/accounts/${row?.id}`));
});

it('shows the way to a file of contacts', async () => {
  const link = await see('a', 'Import the contacts you have');

  expect(link.getAttribute('href')).toBe('#/data/contacts');
  expect(findOne('[role="dialog"]')).toBeUndefined();
});
