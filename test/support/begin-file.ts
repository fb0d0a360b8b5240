/**
 * Runs before each file of tests. Files share a process and what they import (see vitest.config.ts), so each begins as if it
 * were the first: nothing is stored, no page is drawn, and globals that tests replace are as they came.
 */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, vi } from 'vitest';

vi.useRealTimers();
vi.unstubAllGlobals();
Reflect.deleteProperty(globalThis, 'IS_REACT_ACT_ENVIRONMENT');

const indexedDB = new IDBFactory();
Object.defineProperty(globalThis, 'indexedDB', { value: indexedDB, configurable: true, writable: true });
// Dexie keeps the one that it saw first.
Dexie.dependencies.indexedDB = indexedDB;

if (typeof document !== 'undefined') {
  for (const part of [document.head, document.body]) part.replaceChildren();
  for (const part of [document.documentElement, document.body])
    for (const name of part.getAttributeNames()) part.removeAttribute(name);
  history.replaceState(null, '', '/');
  localStorage.clear();
  sessionStorage.clear();
  keepSizes();
}

/** `render` gives every element a size. */
function keepSizes(): void {
  const before = Object.getOwnPropertyDescriptors(HTMLElement.prototype);
  afterAll(() => {
    for (const name of Object.getOwnPropertyNames(HTMLElement.prototype))
      if (!Object.hasOwn(before, name)) Reflect.deleteProperty(HTMLElement.prototype, name);
    Object.defineProperties(HTMLElement.prototype, before);
  });
}
