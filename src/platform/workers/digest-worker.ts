import { expose } from 'comlink';
import { digestOfFile } from '../files/digest';

/** The SHA-256 of a file, beside the worker that reads it. */
const digest = (file: Blob): Promise<string> => digestOfFile(file);

export type Digest = typeof digest;

expose(digest);
