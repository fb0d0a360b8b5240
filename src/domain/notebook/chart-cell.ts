import { plainObject } from './front-matter';
import { CHART_PRESETS, type ChartCell, type ChartPreset, type PresetChoice } from './notebook';

/** Deeper, or of more parts, is no chart that somebody wrote. */
const DEEPEST = 30;
const MOST_PARTS = 20_000;

const ALLOWED = new Set([
  '$schema',
  'title',
  'description',
  'width',
  'height',
  'autosize',
  'padding',
  'background',
  'bounds',
  'align',
  'center',
  'spacing',
  'columns',
  'name',
  'mark',
  'encoding',
  'layer',
  'facet',
  'repeat',
  'spec',
  'concat',
  'hconcat',
  'vconcat',
  'transform',
  'params',
  'projection',
  'resolve',
  'view',
  'config',
]);

/** Members that name data of their own, load something, or lead out of the page, wherever in a specification they stand. */
const FORBIDDEN = new Set(['data', 'datasets', 'url', 'href', 'usermeta', 'loader', 'element', '__proto__']);

/** Reads a chart cell; what is wrong with it where it is none. */
export function chartCell(name: string, body: string, attributes: ReadonlyMap<string, string>): ChartCell | string {
  const data = attributes.get('data') ?? '';
  if (data === '') return 'data: missing, as in data=pareto.entities';
  const preset = presetIn(attributes);
  if (typeof preset === 'string') return preset;
  if (!preset && body.trim() === '') return 'neither a preset nor a specification';
  const spec: unknown = body.trim() === '' ? {} : JSON.parse(body);
  const fault = chartFault(spec);
  return fault ?? { kind: 'chart', name, data, preset, spec: plainObject(spec) };
}

function presetIn(attributes: ReadonlyMap<string, string>): PresetChoice | string | undefined {
  const preset = attributes.get('preset');
  if (preset === undefined) return undefined;
  if (!isPreset(preset)) return `preset: ${preset} is none of ${CHART_PRESETS.join(', ')}`;
  const choice = (['x', 'y', 'by'] as const).flatMap((key) => {
    const column = attributes.get(key);
    return column === undefined || column === '' ? [] : [[key, column]];
  });
  return { preset, ...Object.fromEntries(choice) };
}

function isPreset(text: string): text is ChartPreset {
  return (CHART_PRESETS as readonly string[]).includes(text);
}

/** Why a Vega-Lite specification is not drawn; undefined for one that is. It may use no data but the cell's. */
export function chartFault(spec: unknown): string | undefined {
  if (typeof spec !== 'object' || spec === null || Array.isArray(spec)) return 'no Vega-Lite object';
  const foreign = Object.keys(spec).find((key) => !ALLOWED.has(key));
  if (foreign !== undefined) return `${foreign}: not permitted`;
  let parts: readonly object[] = [spec];
  let count = 0;
  for (let depth = 0; parts.length > 0; depth++) {
    count += parts.length;
    if (depth > DEEPEST || count > MOST_PARTS) return 'too large';
    const wrong = parts.flatMap(Object.entries).find(([key, value]) => isForbidden(key, value));
    if (wrong) return `${wrong[0]}: not permitted`;
    parts = parts.flatMap((part) => Object.values(part).filter((inner) => typeof inner === 'object' && inner !== null));
  }
  return undefined;
}

function isForbidden(key: string, value: unknown): boolean {
  const isImage = (key === 'mark' || key === 'type') && value === 'image';
  return FORBIDDEN.has(key) || isImage;
}
