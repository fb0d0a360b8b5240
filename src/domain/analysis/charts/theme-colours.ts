/**
 * Colours by meaning, readable on white and on the dark ground of the interface (at least 3:1 as shapes, and never the
 * only sign). The interface sets the colours of text and axes.
 */
export const COLOURS = {
  value: '#3b7dd8',
  share: '#c2571a',
  others: '#6b7280',
  gain: '#2f8f5b',
  loss: '#c0392b',
  back: '#8e5bb5',
  mark: '#6b7280',
} as const;

/** Light to dark for more, on both grounds. */
export const HEAT = ['#e8f1fb', '#9cc4ee', '#4b8fdb', '#1f5fae', '#123a72'] as const;
