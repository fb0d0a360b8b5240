import { Dexie } from 'dexie';
import { act, type ReactNode } from 'react';
import { afterEach, beforeEach, expect } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import type { Language } from '@/src/domain/notebook/notebook';
import { field, required, type FieldSpec } from '@/src/domain/records/field';
import { defineKind, kindsByName, type Kind } from '@/src/domain/records/kind';
import { STATE, type Row } from '@/src/domain/records/record';
import { ALL_KINDS } from '@/src/platform/store/all-kinds';
import { RecordRoom } from '@/src/ui/records/record-room';
import { hashOf, useRoute } from '@/src/ui/shell/route';
import { click, renderWith, typeInto, until, type Rendered } from '@/test/support/render';
import { createWorld, NOW, type World } from '@/test/support/world';
import { leastInputs, LINKED, sampleOf, type KindExample, type Links } from './kind-example';

/** Points to a record of whatever kind. */
export const remark = defineKind({
  name: 'remark',
  evidence: false,
  fields: { text: required(field.text()), about: field.link() },
});

/** A world that knows the kind, and what tests do in it; a new one for each test. */
export interface Stage {
  readonly world: World;
  readonly links: Links;
  /** A record with the least it needs, and `more`. It comes to stand in `state` without having gone the way there. */
  file(title: string, state?: string, more?: Readonly<Record<string, string>>): Promise<RecordId>;
  remarkOn(record: RecordId): Promise<RecordId>;
  rowOf(record: RecordId): Promise<Row>;
  rows(): Promise<readonly Row[]>;
  /** The room of the kind, at an address. */
  room(params?: Readonly<Record<string, string>>, open?: RecordId, language?: Language): Promise<void>;
  show(node: ReactNode): Promise<void>;
}

export function setStage(example: KindExample): Stage {
  let world: World;
  let page: Rendered | undefined;
  let links: Links = {};
  const { kind, texts } = example;
  const kinds = kindsByName([...ALL_KINDS.values(), kind, remark]);
  const base = ['files', kind.name];
  beforeEach(async () => {
    world = await createWorld(kinds);
    links = await fileLinked(world, kind);
  });
  afterEach(async () => {
    await page?.cleanup();
    page = undefined;
    world.db.close();
    for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
  });
  const show = async (node: ReactNode, language: Language = 'en'): Promise<void> => {
    await page?.cleanup();
    page = await renderWith(world.app, node, language, texts ? { [kind.name]: texts } : {});
  };
  return {
    get world() {
      return world;
    },
    get links() {
      return links;
    },
    file: async (title, state, more = {}) => {
      const record = world.app.newRecord();
      const inputs = itemised(kind, { ...leastInputs(kind, title, links), ...more }, world);
      const made = await world.app.records.make(kind, record, inputs);
      if (!made.ok) expect.fail(`${made.error.code} ${JSON.stringify(inputs)}`);
      if (state !== undefined && state !== kind.states[0]) await put(world, kind, record, { [STATE]: state });
      return record;
    },
    remarkOn: async (record) => {
      const id = world.app.newRecord();
      const made = await world.app.records.make(remark, id, { text: 'Wait', about: record });
      return made.ok ? id : expect.fail(made.error.code);
    },
    rowOf: async (record) => must((await world.ports.store.rowsById([record]))[0], 'the record is on file'),
    rows: () => world.app.records.rows(kind.name),
    room: async (params = {}, open, language = 'en') => {
      window.location.hash = hashOf(open === undefined ? base : [...base, open], params);
      await show(<Room kind={kind} base={base} />, language);
      const isEmpty = (await world.app.records.rows(kind.name)).length === 0;
      await until('the room', () => find(isEmpty ? 'p, [data-column]' : '[data-cell], [data-column]'));
    },
    show,
  };
}

function Room({ kind, base }: { kind: Kind; base: readonly string[] }) {
  return <RecordRoom kind={kind} base={base} route={useRoute()} />;
}

/** What the kind points to, and what that cannot be without; one record of each kind. */
async function fileLinked(
  world: World,
  kind: Pick<Kind, 'fields'>,
  links: Record<string, string> = {},
): Promise<Links> {
  const typed = Object.values(kind.fields).filter(({ fixed }) => !fixed);
  const targets = typed.flatMap(({ type, to }) => (type === 'link' && to ? [to] : []));
  for (const target of targets.filter((one) => links[one] === undefined)) {
    const record = world.app.newRecord();
    const to = must(ALL_KINDS.get(target), target);
    await fileLinked(world, { fields: requiredOf(to) }, links);
    const made = await world.app.records.make(to, record, leastInputs(to, LINKED[target] ?? '', links));
    if (!made.ok) expect.fail(made.error.code);
    links[target] = record;
  }
  return links;
}

function requiredOf({ fields }: Kind): Kind['fields'] {
  return Object.fromEntries(Object.entries(fields).filter(([, { required }]) => required));
}

/** Writes values as a transition would: what nobody can type. */
export function write(
  { world }: Pick<Stage, 'world'>,
  kind: Kind,
  record: RecordId,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  return put(world, kind, record, values);
}

async function put(
  { app, ports }: World,
  kind: Kind,
  record: RecordId,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const changes = [{ set: record, kind: kind.name, values }];
  const placed = await ports.store.commit({ id: app.newBatch(), actor: 'Lin', wall: NOW, cause: 'import', changes });
  if (!placed.ok) expect.fail(placed.error.code);
}

/** Fields that hold several get what is typed as an item. */
export function itemised(kind: Kind, inputs: Readonly<Record<string, string>>, { app }: World): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, text]) => [kind.fields[name]?.many ? `${name}/${app.newRecord()}` : name, text]),
  );
}

export const all = (selector: string, within: ParentNode = document): HTMLElement[] => [
  ...within.querySelectorAll<HTMLElement>(selector),
];
export const find = (selector: string): HTMLElement | undefined => all(selector)[0];

/** The last element that is called, or says, exactly or by a pattern. */
export function byText(
  selector: string,
  text: RegExp | string,
  within: ParentNode = document,
): HTMLElement | undefined {
  return all(selector, within).findLast((one) => {
    const said = one.getAttribute('aria-label') ?? one.textContent;
    return typeof text === 'string' ? said === text : text.test(said);
  });
}

export const see = (selector: string, text: RegExp | string): Promise<HTMLElement> =>
  until(`${selector} ${text}`, () => byText(selector, text));
export const press = async (text: RegExp | string, within = ''): Promise<void> =>
  click(await see(`${within} button`, text));

/**
 * Comes near the line of that title with the pointer, and presses what edits the field: the list may still be about to show
 * what was changed a moment ago.
 */
export async function pressEdit(field: string, title: string): Promise<void> {
  const line = await until(`a line of ${title}`, () => byText('[role=grid] tbody tr a', title)?.closest('tr'));
  await act(async () => {
    line.dispatchEvent(new MouseEvent('pointerover', { bubbles: true }));
  });
  await press(`Edit ${field} of ${title}`);
}

/** The input of that label, in the dialog where one is open. */
export function inputOf(label: string): HTMLElement {
  const within = find('[role=dialog]') ?? document;
  const named = all('label', within).find((one) => one.textContent.replace(/ \*$/, '') === label);
  return must(document.getElementById(named?.getAttribute('for') ?? '') ?? undefined, `an input called ${label}`);
}

/** Fills in what a field may hold, by the means of its type. */
export async function fill(input: HTMLElement, spec: FieldSpec, links: Links): Promise<void> {
  const sample = sampleOf(spec, links);
  if (spec.type === 'link') await choose(input, sample.plain);
  else await typeInto(input, sample.typed);
}

/** Picks one of the names that are offered. */
export async function choose(input: HTMLElement, name: string): Promise<void> {
  await click(input);
  const list = (): HTMLElement | null => document.getElementById(input.getAttribute('aria-controls') ?? '');
  await click(await until(`${name} on offer`, () => byText('[role=option]', name, list() ?? document)));
}

/** Takes the last thing back that was told; what tells that something was taken back is left. */
export async function undoLast(): Promise<void> {
  const told = (): HTMLElement | undefined =>
    all('[data-tone]').findLast((toast) => byText('button', 'Undo', toast) && !toast.textContent.startsWith('Undone'));
  await click(await until('the way back', () => byText('button', 'Undo', told() ?? document.createElement('div'))));
}

/** Lets everything that has begun come to its end, a drop too. */
export const settled = (work: () => Promise<void>): Promise<void> => act(work);

/** Waits for something only the store knows. */
export async function comes<T>(name: string, probe: () => Promise<T | undefined | false>): Promise<T> {
  for (let turn = 0; turn < 200; turn++) {
    const found = await probe();
    if (found) return found;
    await act(async () => new Promise((resolve) => setTimeout(resolve, 10)));
  }
  throw new Error(`never came: ${name}`);
}
