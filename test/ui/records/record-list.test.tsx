// @vitest-environment happy-dom
import axe from 'axe-core';
import { Dexie } from 'dexie';
import { act, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { must } from '@/src/kernel/assert';
import { company } from '@/src/domain/parties/company.kind';
import { customField } from '@/src/domain/records/custom-field.kind';
import { RecordList } from '@/src/ui/records/record-list';
import { click, press, renderWith, typeInto, until, type Rendered } from '@/test/support/render';
import { createWorld, type World } from '@/test/support/world';

let world: World;
let page: Rendered | undefined;
let opened: string[];
let params: Readonly<Record<string, string>>;

beforeEach(async () => {
  world = await createWorld();
  opened = [];
});
afterEach(async () => {
  await page?.cleanup();
  page = undefined;
  world.db.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function add(...all: Readonly<Record<string, string>>[]): Promise<void> {
  for (const inputs of all) {
    const made = await world.app.records.make(company, world.app.newRecord(), inputs);
    if (!made.ok) throw new Error(made.error.code);
  }
}

const THREE = [
  { name: 'Birch Pumps', industry: 'Pumps', owner: 'Ann' },
  { name: 'Alder Valves', industry: 'Valves' },
  { name: '杉木機械', industry: 'Pumps' },
];

/** A page that keeps the address, as the router does. */
function Place({ first }: { first: Readonly<Record<string, string>> }) {
  const [present, setPresent] = useState(first);
  return (
    <RecordList
      kind={company}
      params={present}
      onParams={(next) => {
        params = next;
        setPresent(next);
      }}
      onOpen={(id) => opened.push(id)}
      onNew={() => opened.push('new')}
    />
  );
}

async function show(first: Readonly<Record<string, string>> = {}): Promise<void> {
  params = first;
  page = await renderWith(world.app, <Place first={first} />);
  await until('the list', () => page?.container.querySelector('[role=grid]') ?? byText('button', /^New/));
}

const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
const byText = (selector: string, text: RegExp): Element | undefined =>
  all(selector).find((one) => text.test(one.getAttribute('aria-label') ?? one.textContent ?? ''));
const byLabel = (text: string): HTMLElement => {
  const label = all('label').find((one) => (one.textContent ?? '').replace(/ \*$/, '') === text);
  return must(document.getElementById(label?.getAttribute('for') ?? ''), `an input called ${text}`);
};
const button = (text: RegExp): Element => must(byText('button', text), `a button ${text}`);
const titles = (): string[] =>
  all('[role=grid] tbody tr[aria-selected] a[tabindex="-1"]').map((one) => one.textContent);
const headings = (): string[] => all('tbody th').map((one) => one.textContent);
const cell = (line: number, column: number): Element =>
  must(document.querySelector(`[data-cell="${line}:${column}"]`), 'a cell');
/** What a cell shows; empty while it is being edited. */
const shownAt = (line: number, column: number): string =>
  (document.querySelector(`[data-cell="${line}:${column}"]`)?.textContent ?? '').replace(/✎$/, '');
const toast = (text: RegExp): Promise<Element> => until(String(text), () => byText('output p', text));

async function companies(): Promise<string[]> {
  return (await world.app.parties.companies()).map(({ fields }) => fields.name.value);
}

it('asks for a few records to look at only while all are still read', async () => {
  vi.spyOn(world.app.records, 'rows').mockResolvedValue([]);
  const asked = vi.spyOn(world.app.records, 'fewRows');
  await show();
  await act(() => new Promise((resolve) => setTimeout(resolve, 100)));

  expect(asked).not.toHaveBeenCalled();
});

describe('a list of records', () => {
  it('shows every record, sorted by what the kind says, with the words of the interface', async () => {
    await add(...THREE);
    await show();

    expect(titles()).toEqual(['Alder Valves', 'Birch Pumps', '杉木機械']);
    expect(all('thead th').map((one) => one.textContent)).toEqual([
      '',
      'Name ↑',
      'State',
      'Web site',
      'Phone',
      'Industry',
      'Owner',
    ]);
    expect(shownAt(1, 1)).toBe('Prospect');
    expect(byText('[role=status]', /^3 of 3$/)).toBeDefined();
  });

  it('finds while one types, traditional by simplified, and writes the text into the address', async () => {
    await add(...THREE);
    await show();

    await typeInto(byLabel('Search Companies'), '机械');
    await until('one line', () => titles().length === 1);

    expect(titles()).toEqual(['杉木機械']);
    expect(byText('[role=status]', /^1 of 3$/)).toBeDefined();
    await until('the address', () => params['q'] === '机械');

    await typeInto(byLabel('Search Companies'), 'nobody');
    await until('the sentence', () => byText('p', /^Nothing matches/));
    await click(button(/^Show all$/));
    expect(titles()).toHaveLength(3);
    expect(params).toEqual({});
  });

  it('shows what the address asks for: conditions as chips that can be taken away', async () => {
    await add(...THREE);
    await show({ where: 'industry~is~Pumps;owner~empty' });

    expect(titles()).toEqual(['杉木機械']);
    await click(button(/^Remove filter: owner is empty|^Remove filter: Owner is empty/));

    expect(titles()).toEqual(['Birch Pumps', '杉木機械']);
    expect(params).toEqual({ where: 'industry~is~Pumps' });
  });

  it('adds a condition that was put together', async () => {
    await add(...THREE);
    await show();

    await click(button(/^Add filter$/));
    await typeInto(byLabel('Field'), 'industry');
    await click(button(/^Show only these$/));
    expect(byText('p', /^Give a value first/)).toBeDefined();
    await typeInto(byLabel('Value'), 'valve');
    await click(button(/^Show only these$/));

    expect(titles()).toEqual(['Alder Valves']);
    expect(params).toEqual({ where: 'industry~has~valve' });
  });

  it('sorts by a heading, and the other way at the second click', async () => {
    await add(...THREE);
    await show();
    const heading = button(/^Owner/);

    await click(heading);
    expect(heading.closest('th')?.getAttribute('aria-sort')).toBe('ascending');
    expect(titles()[0]).toBe('Birch Pumps');
    await click(heading);

    expect(heading.closest('th')?.getAttribute('aria-sort')).toBe('descending');
    expect(params).toEqual({ sort: '-owner' });
  });

  it('opens a record by its title and by Enter', async () => {
    await add(THREE[0] ?? {});
    await show();
    const [row] = await world.app.parties.companies();

    await click(must(byText('a', /^Birch Pumps$/), 'the title'));
    await press(cell(0, 0), 'Enter');

    expect(opened).toEqual([row?.id, row?.id]);
    expect(byText('a', /^Birch Pumps$/)?.getAttribute('href')).toBe(`#/accounts/${row?.id}`);
  });

  it('says that there is nothing yet, and how to begin', async () => {
    await show();

    expect(byText('p', /^Companies: nothing on file yet/)).toBeDefined();
    await click(button(/^New company$/));
    expect(opened).toEqual(['new']);
  });

  it('has no fault that axe can see without a layout', async () => {
    await add(...THREE);
    await show({ where: 'name~filled', group: 'industry' });
    await click(box(/^Tick Birch/));
    await press(cell(1, 4), 'F2');

    const { violations, passes } = await axe.run(must(page, 'the page').container, {
      // Colours need a layout; regions are the page's business.
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });

    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 200))])).toEqual([]);
    expect(passes.length).toBeGreaterThan(10);
  });

  it('draws only the lines in sight', async () => {
    await add(...Array.from({ length: 60 }, (_, i) => ({ name: `Firm ${String(i).padStart(2, '0')}` })));
    await show();

    expect(titles().length).toBeGreaterThan(10);
    expect(titles().length).toBeLessThan(40);
    expect(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')).toBe('61');
  });
});

describe('a grouped list', () => {
  it('has a heading with a count over each group, the nameless last', async () => {
    await add(...THREE, { name: 'Cedar' });
    await show({ group: 'industry' });

    expect(headings()).toEqual(['▾ Valves (1)', '▾ Pumps (2)', '▾ Nothing given (1)']);
    await typeInto(byLabel('Group by'), '');
    expect(all('tbody th')).toEqual([]);
    expect(params).toEqual({});
  });

  it('folds a group away and back; it stays so while the list lives', async () => {
    await add(...THREE, { name: 'Cedar' });
    await show({ group: 'industry' });
    const before = titles();
    const pumps = must(byText('tbody th button', /Pumps \(2\)/), 'the heading');
    await click(pumps);

    expect(headings()).toEqual(['▾ Valves (1)', '▸ Pumps (2)', '▾ Nothing given (1)']);
    expect(pumps.getAttribute('aria-expanded')).toBe('false');
    expect(titles()).toEqual([before[0], 'Cedar']);
    expect(document.querySelector('[role=status]')?.textContent).toBe('4 of 4');

    await typeInto(byLabel('Group by'), '');
    expect(titles()).toHaveLength(4);
    await typeInto(byLabel('Group by'), 'industry');
    expect(titles()).toHaveLength(2);
    await click(must(byText('tbody th button', /Pumps \(2\)/), 'the heading'));
    expect(titles()).toEqual(before);
  });
});

describe('a long reading', () => {
  it('says how far it is, can be stopped, and begun again', async () => {
    await add(...THREE);
    const { rows } = world.app.records;
    let slow = true;
    const reading: typeof rows = async (kind, { signal, onProgress } = {}) => {
      if (kind !== 'company' || !slow || !signal) return rows(kind);
      onProgress?.(500, 2000);
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    };
    const app = { ...world.app, records: { ...world.app.records, rows: reading } };
    page = await renderWith(app, <Place first={{}} />);

    await until('how far it is', () => byText('p', /^Reading the records: 500 of 2,000$/));
    await click(await until('the way to stop', () => byText('button', /^Cancel$/)));
    await until('the sentence', () => byText('p', /^Reading was stopped/));
    slow = false;
    await click(button(/^Read again$/));

    await until('the list', () => titles().length > 0);
    expect(titles()).toHaveLength(3);
  });
});

describe('editing in the list', () => {
  it('edits a value where it stands, and takes it back', async () => {
    await add(...THREE);
    await show();

    await press(cell(0, 4), 'F2');
    const input = must(document.querySelector<HTMLInputElement>('td[data-editing] input'), 'an input');
    expect(input.value).toBe('Valves');
    await typeInto(input, 'Fittings');
    // The Enter that ends a composition belongs to the composition.
    await press(input, 'Enter', { isComposing: true });
    expect(document.querySelector('td[data-editing]')).not.toBeNull();
    await press(input, 'Enter');
    await until('the new value', () => shownAt(0, 4) === 'Fittings');
    expect(document.activeElement).toBe(cell(0, 4));

    await toast(/^1 record changed/);
    await click(button(/^Undo$/));
    await until('the old value', () => shownAt(0, 4) === 'Valves');
  });

  it('leaves everything as it was at Escape', async () => {
    await add(...THREE);
    await show();

    await act(async () => {
      cell(0, 0).dispatchEvent(new MouseEvent('pointerover', { bubbles: true }));
    });
    await click(button(/^Edit Name of Alder Valves$/));
    const input = must(document.querySelector('td[data-editing] input'), 'an input');
    await typeInto(input as HTMLElement, 'Wrong');
    await press(input, 'Escape');

    expect(document.querySelector('td[data-editing]')).toBeNull();
    expect(await companies()).not.toContain('Wrong');
  });

  it('says why a value cannot be, and keeps what was typed', async () => {
    await add(...THREE);
    await show();

    await act(async () => cell(0, 0).dispatchEvent(new MouseEvent('dblclick', { bubbles: true })));
    const input = must(document.querySelector<HTMLInputElement>('td[data-editing] input'), 'an input');
    await typeInto(input, '');
    await press(input, 'Enter');

    await until('the sentence', () => byText('td[data-editing] p', /^This value cannot be empty/));
    expect(document.querySelector('td[data-editing]')).not.toBeNull();
  });

  it('adds the first of several values, then edits that one', async () => {
    await add({ name: 'Alder', phones: '' });
    await show();
    const type = async (text: string): Promise<void> => {
      await press(cell(0, 3), 'F2');
      const input = must(document.querySelector<HTMLInputElement>('td[data-editing] input'), 'an input');
      await typeInto(input, text);
      await press(input, 'Enter');
    };

    await type('+1 202-555-0101');
    await until('the first', () => shownAt(0, 3).includes('0101'));
    await type('+1 202-555-0102');
    await until('the second', () => shownAt(0, 3).includes('0102'));

    const [row] = await world.app.parties.companies();
    expect(Object.values(row?.fields.phones ?? {}).map(({ value }) => value)).toEqual(['+12025550102']);
  });

  it('shows and edits the fields that users have added', async () => {
    await add(...THREE);
    const field = world.app.newRecord();
    await world.app.records.make(customField, field, { of: 'company', label: 'Revenue', type: 'money' });
    await show();

    await press(cell(0, 6), 'Enter');
    const input = must(document.querySelector<HTMLInputElement>('td[data-editing] input'), 'an input');
    await typeInto(input, '1,200.50 CHF');
    await press(input, 'Enter');

    await until('the amount', () => shownAt(0, 6) === '1,200.50 CHF');
    expect(all('thead th').at(-1)?.textContent).toBe('Revenue');
  });
});

describe('all that is ticked', () => {
  it('ticks a range with shift, edits one field of all in one step, and takes it back in one', async () => {
    await add(...THREE);
    await show();

    await click(box(/^Tick Alder/));
    await click(box(/^Tick 杉木機械/), { shiftKey: true });
    expect(byText('p', /^3 ticked$/)).toBeDefined();
    await click(button(/^Edit a field$/));
    await typeInto(byLabel('Field'), 'industry');
    await typeInto(byLabel('New value (empty removes)'), 'Machines');
    await click(button(/^Change 3 records$/));

    await until('the new values', () => [0, 1, 2].every((at) => shownAt(at, 4) === 'Machines'));
    await toast(/^3 records changed/);
    await click(button(/^Undo$/));
    await until('the old values', () => shownAt(0, 4) === 'Valves');
  });

  it('deletes what is ticked and shown, and brings it back', async () => {
    await add(...THREE);
    await show();

    await click(box(/^Tick all shown$/));
    await typeInto(byLabel('Search Companies'), 'pumps');
    await until('two lines', () => titles().length === 2);
    await click(button(/^Delete$/));
    await until('nothing of it', () => byText('p', /^Nothing matches/));

    expect(await companies()).toEqual(['Alder Valves']);
    await toast(/^2 records deleted/);
    await click(button(/^Undo$/));
    await until('both', () => titles().length === 2);
  });

  it('exports exactly what is shown, or what is ticked', async () => {
    await add(...THREE);
    await show({ where: 'industry~is~Pumps', sort: '-name' });

    await click(button(/^Export shown as CSV$/));
    await click(box(/^Tick Birch/));
    await click(button(/^Export ticked$/));

    const texts = await Promise.all(world.saved.map(({ content }) => content.text()));
    expect(world.saved.map(({ name }) => name)).toEqual(Array(2).fill('vital-few-company-2026-11-21.csv'));
    expect(texts[0]?.replace('\uFEFF', '')).toBe(
      'Name,State,Web site,Phone,Industry,Owner\r\n杉木機械,Prospect,,,Pumps,\r\nBirch Pumps,Prospect,,,Pumps,Ann\r\n',
    );
    expect(texts[1]?.split('\r\n')[1]).toBe('Birch Pumps,Prospect,,,Pumps,Ann');
  });
});

describe('a view that is kept', () => {
  it('is an address with a name: it is opened and deleted', async () => {
    await add(...THREE);
    await show({ where: 'industry~is~Pumps' });

    await click(button(/^Views$/));
    await typeInto(byLabel('Name of this view'), 'Pump makers');
    await click(button(/^Keep$/));
    await toast(/^Kept as view/);
    await click(button(/^Clear filters$/));
    expect(params).toEqual({});
    await click(button(/^Views$/));
    const link = await until('the view', () => byText('a', /^Pump makers$/));
    expect(link.getAttribute('href')).toBe('#/accounts?where=industry%7Eis%7EPumps');
    await click(link);

    expect(params).toEqual({ where: 'industry~is~Pumps' });
    await click(button(/^Views$/));
    await click(button(/^Delete view Pump makers$/));
    await until('no view', () => byText('p', /^No view has a name/));
  });
});

function box(text: RegExp): Element {
  return must(byText('input', text), `a box ${text}`);
}
