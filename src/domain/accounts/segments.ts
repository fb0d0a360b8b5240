/** An industry (行业细分) with the number of needs and opportunities that its accounts begin with. Words: area `segments`. */
interface Segment {
  readonly name: string;
  readonly needs: number;
  readonly opportunities: number;
}

/** @source domain.md §16; users put their own products in place of those of the example seller, a post office */
const SEGMENT_LIST: readonly Segment[] = [
  { name: 'government', needs: 3, opportunities: 3 },
  { name: 'telecom', needs: 4, opportunities: 5 },
  { name: 'finance', needs: 3, opportunities: 4 },
  { name: 'pharmacy', needs: 4, opportunities: 4 },
  { name: 'retail', needs: 3, opportunities: 3 },
  { name: 'tourism', needs: 4, opportunities: 4 },
  { name: 'education', needs: 4, opportunities: 5 },
  { name: 'power', needs: 3, opportunities: 3 },
];

/** One proposal of a starter list: `word` is its key in the area `segments`. */
export interface StarterLine {
  readonly word: string;
  readonly about: 'need' | 'opportunity';
}

/** What an account of the industry may begin with, needs before opportunities; nothing for an industry we do not know. */
export function starterLines(segment: string | undefined): readonly StarterLine[] {
  const found = SEGMENT_LIST.find(({ name }) => name === segment);
  if (!found) return [];
  const lines = (about: StarterLine['about'], count: number): StarterLine[] =>
    Array.from({ length: count }, (_, i) => ({ word: `${found.name}.${about}${i + 1}`, about }));
  return [...lines('need', found.needs), ...lines('opportunity', found.opportunities)];
}
