import type { ColumnBytes } from '@/src/domain/tabular/orders/stored-orders';

/** Where columns can be kept: IndexedDB, or a file of the origin's own file system. */
export type StoredPlace = 'indexeddb' | 'opfs';

export async function writeStored(place: StoredPlace, parts: readonly ColumnBytes[]): Promise<void> {
  if (place === 'opfs') return writeFile(parts);
  const db = await database();
  const transaction = db.transaction('parts', 'readwrite', { durability: 'relaxed' });
  const store = transaction.objectStore('parts');
  store.clear();
  for (const { part, data } of parts) store.put(data, part);
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  db.close();
}

/** What was kept, part by part. */
export interface StoredParts {
  readonly names: readonly string[];
  load(part: string): Promise<ArrayBuffer | undefined>;
  close(): void;
}

export async function openStored(place: StoredPlace): Promise<StoredParts> {
  if (place === 'opfs') return openFile();
  const db = await database();
  // Safe: only writeStored writes here.
  const names = (await settled(db.transaction('parts').objectStore('parts').getAllKeys())) as string[];
  return {
    names,
    // A transaction each, as the store of the product does. Safe: as above.
    load: (part) => settled(db.transaction('parts').objectStore('parts').get(part) as IDBRequest<ArrayBuffer>),
    close: () => db.close(),
  };
}

/** A list of names and lengths in one file, the bytes one after the other in another. */
async function writeFile(parts: readonly ColumnBytes[]): Promise<void> {
  const list = parts.map(({ part, data }) => ({ part, length: data.byteLength }));
  const handle = await accessTo('columns');
  let at = 0;
  for (const { data } of parts) at += handle.write(new Uint8Array(data), { at });
  handle.truncate(at);
  handle.flush();
  handle.close();
  const index = await accessTo('index');
  index.truncate(0);
  index.write(new TextEncoder().encode(JSON.stringify(list)), { at: 0 });
  index.flush();
  index.close();
}

async function openFile(): Promise<StoredParts> {
  const index = await accessTo('index');
  const text = new Uint8Array(index.getSize());
  index.read(text, { at: 0 });
  index.close();
  // Safe: written by writeFile.
  const list = JSON.parse(new TextDecoder().decode(text)) as { part: string; length: number }[];
  const places = new Map<string, { readonly at: number; readonly length: number }>();
  let end = 0;
  for (const { part, length } of list) {
    places.set(part, { at: end, length });
    end += length;
  }
  const handle = await accessTo('columns');
  return {
    names: [...places.keys()],
    load: async (part) => {
      const { at, length } = places.get(part) ?? { at: 0, length: 0 };
      const data = new Uint8Array(length);
      handle.read(data, { at });
      return data.buffer;
    },
    close: () => handle.close(),
  };
}

interface Access {
  read(into: Uint8Array, options: { at: number }): number;
  write(from: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  getSize(): number;
  close(): void;
}

async function accessTo(name: string): Promise<Access> {
  const folder = await navigator.storage.getDirectory();
  const file = await folder.getFileHandle(name, { create: true });
  // Safe: there in every worker of the browsers that the bench runs; the types know it of workers only.
  return (file as unknown as { createSyncAccessHandle(): Promise<Access> }).createSyncAccessHandle();
}

function database(): Promise<IDBDatabase> {
  const request = indexedDB.open('bench-columns', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('parts');
  return settled(request);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });
}
