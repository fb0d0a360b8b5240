import { expose } from 'comlink';
import { writeWorkbook } from '../files/workbook';
import { readContactFile } from './contact-service';

/** Files of contacts, off the interface's thread. Opens no database. */
const worker = { read: readContactFile, write: writeWorkbook };

export type ContactWorker = typeof worker;

expose(worker);
