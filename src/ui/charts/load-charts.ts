/** The drawing engine, loaded when first wanted: its two halves one after the other, so that neither holds the page up. */
export async function loadCharts() {
  await import('vega');
  await import('vega-lite');
  return import('./embed-chart');
}

/** Gets the engine ready while nothing is to be drawn yet. Should that fail, the first chart says so. */
export function warmCharts(): void {
  loadCharts()
    .then(({ warmUp }) => warmUp())
    .catch(() => undefined);
}
