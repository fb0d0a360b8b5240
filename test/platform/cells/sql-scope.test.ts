import { expect, it } from 'vitest';
import { closeScope } from '@/src/platform/cells/sql-scope';

it('what a scope has itself, and what it inherits, is gone for good', () => {
  const prototype = { fetch: () => 'sent', indexedDB: {} };
  const scope = Object.assign(Object.create(prototype) as Record<string, unknown>, {
    WebSocket: () => 0,
    setTimeout: () => 0,
    navigator: Object.create({ storage: {}, language: 'zh' }) as Record<string, unknown>,
  });
  const known = scope['indexedDB'];
  closeScope(scope);

  expect([scope['fetch'], scope['indexedDB'], scope['WebSocket'], prototype.fetch]).toEqual(Array(4).fill(undefined));
  expect(scope.navigator['storage']).toBeUndefined();
  expect([typeof scope.setTimeout, scope.navigator['language'], known]).toEqual(['function', 'zh', {}]);
  expect(() => Object.defineProperty(scope, 'fetch', { value: () => 'sent' })).toThrow(TypeError);
  expect(() => Object.assign(scope, { fetch: () => 'sent' })).toThrow(TypeError);
});

it('says so where something cannot be taken away', () => {
  const scope = Object.defineProperty({}, 'fetch', { value: () => 'sent', configurable: false });

  expect(() => closeScope(scope)).toThrow(/fetch/);
});
