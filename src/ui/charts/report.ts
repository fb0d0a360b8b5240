import { parse, View, type Spec } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { NO_LOADER } from './no-loader';

/** Tables with more rows get a field to look for some of them. */
const FEW = 10;

/** The program inside a saved notebook: draws its charts, with what the pointer rests on in words, and filters its tables. */
export function startReport(): void {
  const text = document.getElementById('charts')?.textContent ?? '{}';
  // Safe: written by `writeHtml`.
  const charts = JSON.parse(text) as Readonly<Record<string, Spec | string>>;
  for (const figure of document.querySelectorAll<HTMLElement>('figure[data-chart]')) {
    const chart = charts[figure.dataset['chart'] ?? ''];
    const place = figure.querySelector('div');
    if (chart === undefined || !place) continue;
    const failed = (why: unknown): void => place.replaceWith(String(why));
    if (typeof chart === 'string') failed(chart);
    else drawChart(place, chart).catch(failed);
  }
  document.querySelectorAll<HTMLElement>('section[data-table]').forEach(addFilter);
}

async function drawChart(place: HTMLElement, spec: Spec): Promise<void> {
  const view = new View(parse(spec, undefined, { ast: true }), {
    expr: expressionInterpreter,
    loader: NO_LOADER,
    renderer: 'svg',
    container: place,
    hover: true,
  });
  view.tooltip((_, event, __, value) => showTooltip(event, value));
  await view.runAsync();
}

function showTooltip(event: MouseEvent, value: unknown): void {
  document.getElementById('vg-tooltip')?.remove();
  if (value === null || value === undefined || value === '') return;
  const tip = document.createElement('div');
  tip.id = 'vg-tooltip';
  const lines = typeof value === 'object' ? Object.entries(value) : [['', value] as const];
  for (const [name, shown] of lines) {
    const line = tip.appendChild(document.createElement('div'));
    line.appendChild(document.createElement('b')).textContent = name;
    line.append(String(shown));
  }
  document.body.append(tip);
  tip.style.left = `${Math.max(0, Math.min(event.clientX + 12, innerWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${Math.max(0, Math.min(event.clientY + 12, innerHeight - tip.offsetHeight - 8))}px`;
}

function addFilter(section: HTMLElement): void {
  const rows = [...section.querySelectorAll<HTMLElement>('tbody tr')];
  if (rows.length <= FEW) return;
  const texts = rows.map((row) => (row.textContent ?? '').toLowerCase());
  const field = document.createElement('input');
  field.type = 'search';
  field.placeholder = section.dataset['filter'] ?? '';
  field.setAttribute('aria-label', field.placeholder);
  field.addEventListener('input', () => {
    const wanted = field.value.trim().toLowerCase();
    rows.forEach((row, i) => {
      row.hidden = !texts[i]?.includes(wanted);
    });
  });
  section.querySelector('h2')?.after(field);
}
