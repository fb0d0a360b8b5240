// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { must } from '@/src/kernel/assert';
import { table } from '@/src/domain/analysis/result';
import { ResultTable } from '@/src/ui/components/result-table';
import { OF_CUSTOMERS, type TableAction } from '@/src/ui/components/table-actions';
import { click, renderWith, type Rendered } from '@/test/support/render';
import { createWorld, type World } from '@/test/support/world';

const TABLE = table({ key: 'text', label: 'text', value: 'money' }, [
  ['c1', '甲', '10.50'],
  ['c2', '乙', '7.25'],
  ['c3', '丙', '1.00'],
]);

let world: World;
let rendered: Rendered;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await rendered.cleanup();
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function show(actions?: readonly TableAction[]): Promise<HTMLElement> {
  rendered = await renderWith(
    world.app,
    <ResultTable name="top" caption="Top" table={TABLE} {...(actions ? { actions } : {})} />,
  );
  return rendered.container;
}
const boxesIn = (place: HTMLElement): HTMLInputElement[] => [
  ...place.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'),
];
const buttonIn = (place: HTMLElement, text: string): HTMLButtonElement =>
  must(
    [...place.querySelectorAll('button')].find((one) => one.textContent?.includes(text)),
    text,
  );

describe('a table of results', () => {
  it('has nothing to tick where nothing can be done with its rows', async () => {
    const unfit: TableAction = { id: 'x', label: 'Unfit', takes: () => false, run: () => undefined };
    const place = await show([unfit]);

    expect(boxesIn(place)).toEqual([]);
    expect(place.textContent).not.toContain('Unfit');
  });

  it('gives the ticked rows, in their order, to what is done with them', async () => {
    const run = vi.fn<TableAction['run']>();
    const place = await show([{ id: 'make', label: 'Make', takes: ({ columns }) => columns.includes('key'), run }]);
    const [, first, , third] = boxesIn(place);
    expect(buttonIn(place, 'Make').disabled).toBe(true);
    await click(must(third, 'the third row'));
    await click(must(first, 'the first row'));
    await click(buttonIn(place, 'Make'));

    expect(run).toHaveBeenCalledExactlyOnceWith([TABLE.rows[0], TABLE.rows[2]], TABLE, OF_CUSTOMERS);
    expect(first?.getAttribute('aria-label')).toBe('Choose c1');
  });

  it('ticks all rows, and none again', async () => {
    const run = vi.fn<TableAction['run']>();
    const place = await show([{ id: 'make', label: 'Make', takes: () => true, run }]);
    const all = must(boxesIn(place)[0], 'the box of the heading');
    await click(all);
    await click(buttonIn(place, 'Make'));
    await click(all);

    expect(run).toHaveBeenCalledExactlyOnceWith(TABLE.rows, TABLE, OF_CUSTOMERS);
    expect(buttonIn(place, 'Make').disabled).toBe(true);
  });
});
