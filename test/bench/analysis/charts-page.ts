import { ANALYSES } from '@/src/domain/analysis/catalogue';
import type { Outcome } from '@/src/domain/analysis/result';
import { embedChart, warmUp } from '@/src/ui/charts/embed-chart';

/** What the first chart of each of these took from the result to the picture, in milliseconds, with the engine warm. */
export async function drawAll(outcomes: Readonly<Record<string, Outcome>>): Promise<Record<string, number>> {
  await warmUp();
  const took: Record<string, number> = {};
  for (const name of ['pareto', 'cohort']) {
    const outcome = outcomes[name];
    const analysis = ANALYSES.get(name);
    if (!outcome || !analysis) throw new Error(`${name} is missing`);
    const place = document.body.appendChild(document.createElement('div'));
    place.style.width = '900px';
    const began = performance.now();
    const [spec] = Object.values(analysis.charts(outcome, (key) => key));
    if (!spec) throw new Error(`${name} has no chart`);
    await embedChart(place, spec, { dark: false, fontFamily: 'sans-serif', language: 'en' });
    await new Promise((resolve) => requestAnimationFrame(resolve));
    took[name] = performance.now() - began;
  }
  return took;
}
