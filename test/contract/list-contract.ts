import { isDeepStrictEqual as same } from 'node:util';
import { describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { FieldSpec } from '@/src/domain/records/field';
import { STATE } from '@/src/domain/records/record';
import { plainFields } from '@/src/domain/records/values';
import { click, press as key, typeInto, until } from '@/test/support/render';
import { columnPaths, ownFields, sampleOf, titleField, word, type KindExample } from './kind-example';
import {
  all,
  byText,
  choose,
  comes,
  fill,
  find,
  inputOf,
  press,
  pressEdit,
  see,
  setStage,
  undoLast,
  type Stage,
} from './stage';

const THREE = ['Alder', 'Birch', 'Cedar'] as const;

const titles = (): string[] =>
  all('[role=grid] tbody tr[aria-selected] td[data-cell$=":0"] a').map(({ textContent }) => textContent);
const lineOf = (title: string): HTMLElement =>
  must(
    all('[role=grid] tbody tr').find((line) => line.querySelector('td[data-cell$=":0"] a')?.textContent === title),
    `a line of ${title}`,
  );

/** Three records: one in the last state of the kind, the others in the first. */
async function fileThree(stage: Stage, { kind }: KindExample): Promise<void> {
  await stage.file('Birch');
  await stage.file('Cedar', kind.states.at(-1));
  await stage.file('Alder');
}

export function describeList(example: KindExample): void {
  describe('as a list', () => {
    const stage = setStage(example);
    describeShown(stage, example);
    describeAsked(stage, example);
    describeEdited(stage, example);
  });
}

function describeShown(stage: Stage, example: KindExample): void {
  const { kind } = example;
  const paths = columnPaths(kind);

  it('shows every record under the words of its columns, its state too', async () => {
    await fileThree(stage, example);
    await stage.room();

    expect(titles().toSorted()).toEqual(THREE);
    const headings = all('thead th button').map(({ textContent }) => textContent.replace(/ [↑↓]$/, ''));
    expect(headings).toEqual(paths.map((path) => word(example, `field.${path}`)));
    expect(byText('[role=status]', '3 of 3')).toBeDefined();
    const cells = all('td', lineOf('Cedar')).map(({ textContent }) => textContent);
    const state = word(example, `state.${kind.states.at(-1)}`);
    expect(cells.includes(state)).toBe(kind.states.length > 1);
  });

  it('sorts by every column, forth and back', async () => {
    await fileThree(stage, example);
    await stage.room();

    for (const [at, path] of paths.entries()) {
      const heading = must(all('thead th')[at + 1], path);
      const usual = heading.getAttribute('aria-sort');
      await click(must(all('button', heading)[0], 'a heading'));
      const way = heading.getAttribute('aria-sort');
      expect(way).toBe(usual === 'ascending' ? 'descending' : 'ascending');
      if (path === STATE) expect(titles()[way === 'descending' ? 0 : 2]).toBe('Cedar');
      else expect(titles().toSorted()).toEqual(THREE);
    }
    for (const wanted of [THREE, THREE.toReversed()]) {
      await click(must(all('thead th button')[0], 'the first heading'));
      expect(titles()).toEqual(wanted);
    }
  });

  it('hands out exactly what is shown as a file', async () => {
    await fileThree(stage, example);
    const own = ownFields(kind).filter(([, { many, type }]) => !many && type !== 'link');
    await stage.file('Alder 2', undefined, {
      ...Object.fromEntries(own.map(([name, spec]) => [name, sampleOf(spec, stage.links).typed])),
      [titleField(kind)]: 'Alder 2',
    });
    await stage.room({ q: 'alder', sort: `-${titleField(kind)}` });
    await press('Export shown as CSV');

    const { name, content } = must(stage.world.saved[0], 'a file');
    expect(name).toBe(`vital-few-${kind.name}-2026-11-21.csv`);
    const [head, first, second, end] = (await content.text()).replace('\uFEFF', '').split('\r\n');
    expect(head).toBe(paths.map((path) => word(example, `field.${path}`)).join(','));
    expect(first).toBe(paths.map((path) => shownIn(path, true)).join(','));
    expect(second).toMatch(/^Alder,/);
    expect(end).toBe('');
  });

  /** What a file says of a record whose own fields are filled. */
  function shownIn(path: string, full: boolean): string {
    if (path === STATE) return word(example, `state.${kind.states[0]}`);
    if (path === titleField(kind)) return 'Alder 2';
    const spec = must(kind.fields[path], path);
    const left = spec.many || spec.fixed || (spec.type === 'link' && !spec.required);
    if (!full || left) return '';
    const { plain } = sampleOf(spec, stage.links);
    return spec.type === 'choice' ? word(example, `choice.${path}.${plain}`) : plain;
  }
}

function describeAsked(stage: Stage, example: KindExample): void {
  const { kind } = example;

  it('finds by a text', async () => {
    await fileThree(stage, example);
    await stage.room();
    await typeInto(inputOf(`Search ${word(example, 'all')}`), 'BIRCH');
    await until('one line', () => titles().length === 1);

    expect(titles()).toEqual(['Birch']);
  });

  it('shows those in a state, and tells it in words', async () => {
    await fileThree(stage, example);
    await stage.room();
    // Of a kind with one state nothing tells it.
    if (kind.states.length === 1) return expect(byText('thead button', /^State/)).toBeUndefined();
    const last = word(example, `state.${kind.states.at(-1)}`);
    await press('Add filter');
    await choose(inputOf('Value'), last);
    await press('Show only these');
    await until('one line', () => titles().length === 1);

    expect(titles()).toEqual(['Cedar']);
    await press(`Remove filter: State is ${last}`);
    await until('all lines', () => titles().length === 3);
  });

  it('comes back as it was from a view that was given a name', async () => {
    await fileThree(stage, example);
    await stage.room({ q: 'birch' });
    await press('Views');
    await typeInto(inputOf('Name of this view'), 'Only birches');
    await press('Keep');
    await see('output p', 'Kept as view “Only birches”.');
    await press('Clear filters');
    await until('all lines', () => titles().length === 3);
    await press('Views');
    await click(await see('a', 'Only birches'));
    await until('one line', () => titles().length === 1);

    expect(titles()).toEqual(['Birch']);
    await undoLast();
    await press('Views');
    await until('no view', () => !byText('a', 'Only birches'));
  });
}

/** What differs from what a field holds already, where typing the sample again would change nothing. */
function otherText({ type, choices, min = 3 }: FieldSpec): string | undefined {
  if (type === 'date') return '2026-12-25';
  if (type === 'money') return '99 CNY';
  if (type === 'number') return String(min + 1);
  return type === 'choice' ? (choices?.at(-1) ?? '') : undefined;
}

function describeEdited(stage: Stage, example: KindExample): void {
  const { kind } = example;

  it('edits every column where it stands, and takes each edit back', async () => {
    const record = await stage.file('Alder');
    const before = await stage.rowOf(record);
    await stage.room();

    const columns = columnPaths(kind).filter((path) => path !== STATE && !kind.fields[path]?.fixed);
    const edited: string[] = [];
    for (const path of columns) {
      const spec = must(kind.fields[path], path);
      await pressEdit(word(example, `field.${path}`), 'Alder');
      const input = must(find('td[data-editing] input, td[data-editing] select, td[data-editing] textarea'), path);
      const isHeld = plainFields(kind.fields, before.fields)[path] !== undefined;
      const other = isHeld ? otherText(spec) : undefined;
      if (other !== undefined) await typeInto(input, other);
      else if (spec.type !== 'link' || !isHeld) await fill(input, spec, stage.links);
      await key(input, 'Enter');
      if (spec.type === 'link' && isHeld) {
        await key(input, 'Escape');
        continue;
      }
      await comes(`${path} changed`, async () => !same((await stage.rowOf(record)).fields, before.fields));
      await undoLast();
      await comes(`${path} taken back`, async () => same((await stage.rowOf(record)).fields, before.fields));
      await until('the line', () => titles().includes('Alder'));
      edited.push(path);
    }
    // Of a link that has to be there, another record to pick is missing.
    expect(edited).toEqual(
      columns.filter((path) => !(kind.fields[path]?.type === 'link' && kind.fields[path].required)),
    );
  });

  it('edits one field of all that are ticked in one step, and takes it back in one', async () => {
    await fileThree(stage, example);
    await stage.room();
    const [name, spec] = must(
      ownFields(kind).find(
        ([one, { type, required, many }]) => one !== titleField(kind) && type === 'text' && !required && !many,
      ),
      'a text to edit',
    );
    await click(must(byText('input', 'Tick all shown'), 'a box for all'));
    await press('Edit a field');
    await typeInto(inputOf('Field'), name);
    await typeInto(inputOf('New value (empty removes)'), sampleOf(spec, stage.links).typed);
    await press('Change 3 records');

    const held = async (): Promise<unknown[]> =>
      (await stage.rows()).map(({ fields }) => plainFields(kind.fields, fields)[name]);
    const { stored } = sampleOf(spec, stage.links);
    await comes('the values', async () => same(await held(), [stored, stored, stored]));
    await undoLast();
    await comes('the old ones', async () => same(await held(), [undefined, undefined, undefined]));
    expect(await stage.rows()).toHaveLength(3);
  });
}
