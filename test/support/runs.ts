/** How often a random test tries: few times in `npm test`, which people wait for, and fully in `npm run test:long`. */
export function runs(few: number, fully: number): { readonly numRuns: number } {
  return { numRuns: process.env['VITAL_FEW_LONG'] ? fully : few };
}
