const files = import.meta.glob<string>('@/notebooks/*.md', { eager: true, query: '?raw', import: 'default' });

const ORDER = [
  'pareto',
  'key-list-of-the-year',
  'concentration',
  'cohort',
  'churn',
  'slipping-now',
  'retention-revenue',
  'churn-by-reason',
  'rfm',
  'tutorial',
  'blank',
];

/** The notebooks that come with the product: name → text, in the order in which they are read. */
export const shippedNotebooks: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(files)
    .map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1, -'.md'.length), text] as const)
    .sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b)),
);
