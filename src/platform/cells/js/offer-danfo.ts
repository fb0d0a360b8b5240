import * as danfo from 'danfojs';

/** Makes danfojs the global `dfd` of the worker. */
export function offerDanfo(): void {
  Object.assign(globalThis, { dfd: danfo });
}
