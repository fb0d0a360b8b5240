/** The drawing engine, loaded when first wanted: its two halves one after the other, so that neither holds the page up. */
export async function loadCharts() {
  await import('vega');
  await import('vega-lite');
  return import('./embed-chart');
}
