import { expose } from 'comlink';
import { newDeviceId } from '../clock';
import { digestOfFile } from '../files/digest';
import { ALL_KINDS } from '../store/all-kinds';
import { openCurrentDatabase } from '../store/current-database';
import { DexieStore } from '../store/dexie-store';
import { DatasetService } from './dataset-service';
import { createDigesting } from './digest-workers';
import { ScanWorkers } from './scan-workers';

/**
 * Firefox, when busy, does not always come back from starting a worker in a worker, and with it stands whatever was to be read:
 * 4 of 72 files, with four other programs at work on two cores.
 */
const STARTS_WORKERS = !import.meta.env.FIREFOX;

/** Files, columns and kernels, off the interface's thread. Opens the database when first asked for something. */
let service: Promise<DatasetService> | undefined;

function ready(): Promise<DatasetService> {
  service ??= open();
  return service;
}

async function open(): Promise<DatasetService> {
  // The page that owns this worker loads again when the database is replaced, and the worker goes with it.
  const db = await openCurrentDatabase(() => undefined);
  const store = new DexieStore(db, ALL_KINDS, newDeviceId());
  if (STARTS_WORKERS) return new DatasetService(store, createDigesting(startDigesting), new ScanWorkers(startScanning));
  return new DatasetService(store, (file) => digestOfFile(file));
}

function startDigesting(): Worker {
  return new Worker(new URL('./digest-worker.ts', import.meta.url), { type: 'module' });
}

function startScanning(): Worker {
  return new Worker(new URL('./scan-worker.ts', import.meta.url), { type: 'module' });
}

/** The service by method, so that calls queue behind the opening. */
const worker = {
  preview: async (...args: Parameters<DatasetService['preview']>) => (await ready()).preview(...args),
  readRates: async (...args: Parameters<DatasetService['readRates']>) => (await ready()).readRates(...args),
  read: async (...args: Parameters<DatasetService['read']>) => (await ready()).read(...args),
  join: async (...args: Parameters<DatasetService['join']>) => (await ready()).join(...args),
  save: async (...args: Parameters<DatasetService['save']>) => (await ready()).save(...args),
  discard: async (...args: Parameters<DatasetService['discard']>) => (await ready()).discard(...args),
  release: async () => (await ready()).release(),
  setAside: async (...args: Parameters<DatasetService['setAside']>) => (await ready()).setAside(...args),
  customersOfCells: async (...args: Parameters<DatasetService['customersOfCells']>) =>
    (await ready()).customersOfCells(...args),
  customersLike: async (...args: Parameters<DatasetService['customersLike']>) => (await ready()).customersLike(...args),
  customerFigures: async (...args: Parameters<DatasetService['customerFigures']>) =>
    (await ready()).customerFigures(...args),
  slippingCustomers: async (...args: Parameters<DatasetService['slippingCustomers']>) =>
    (await ready()).slippingCustomers(...args),
  rows: async (...args: Parameters<DatasetService['rows']>) => (await ready()).rows(...args),
  analyse: async (...args: Parameters<DatasetService['analyse']>) => (await ready()).analyse(...args),
};

export type DatasetWorker = typeof worker;

expose(worker);
