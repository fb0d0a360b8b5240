import { isDeepStrictEqual as same } from 'node:util';
import { describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import type { RecordId } from '@/src/kernel/ids';
import { ROLES, type Role, type Who } from '@/src/domain/records/actor';
import type { TransitionSpec } from '@/src/domain/records/transition';
import { plainFields } from '@/src/domain/records/values';
import { click, press as key, typeInto, until } from '@/test/support/render';
import { TODAY } from '@/test/support/world';
import { drag } from '@/test/support/hands';
import { ownFields, word, type KindExample } from './kind-example';
import {
  all,
  byText,
  comes,
  fill,
  find,
  inputOf,
  itemised,
  press,
  see,
  setStage,
  settled,
  undoLast,
  write,
  type Stage,
} from './stage';

export function describeBoard(example: KindExample): void {
  describe('as a board', () => {
    const stage = setStage(example);
    describeColumns(stage, example);
    describeMoves(stage, example);
    describeForbidden(stage, example);
  });
}

const inColumn = (state: string): string[] =>
  all(`[data-column="${state}"] [data-card] button:first-child`).map(({ textContent }) => textContent);

/** The role that a transition is given to; nobody in particular where anybody may. */
const roleFor = (who: readonly Who[] = []): Role | undefined => ROLES.find((role) => who.includes(role));

async function actAs(stage: Stage, role: Role | undefined): Promise<void> {
  if (role) await stage.world.app.settings.change('user-role', role);
}

async function openWays(title: string): Promise<HTMLElement[]> {
  await click(await see('[data-card] button', `Move “${title}” to…`));
  await until('the ways', () => find('[role=menuitem]'));
  return all('[role=menuitem]');
}

const wayLabel = (example: KindExample, { name, to }: TransitionSpec): string =>
  `${word(example, `transition.${name}`)} → ${word(example, `state.${to}`)}`;

async function takeWay(title: string, label: string): Promise<void> {
  const ways = await openWays(title);
  const way = ways.find(({ textContent }) => textContent.startsWith(label));
  await click(must(way, `${label} among ${ways.map(({ textContent }) => textContent).join()}`));
}

const labels = (): string[] => all('[role=dialog] label').map(({ textContent }) => textContent.replace(/ \*$/, ''));

function describeColumns(stage: Stage, example: KindExample): void {
  const { kind } = example;

  it('has a column for every state in order, with its records and their number', async () => {
    for (const state of kind.states) await stage.file(`in ${state}`, state);
    await stage.room({ as: 'board' });

    expect(all('[data-column] h2').map(({ textContent }) => textContent)).toEqual(
      kind.states.map((state) => `${word(example, `state.${state}`)} 1`),
    );
    for (const state of kind.states) expect(inColumn(state)).toEqual([`in ${state}`]);
  });
}

function describeMoves(stage: Stage, example: KindExample): void {
  const { kind } = example;

  it.each(kind.transitions.map((one) => [one.name, one] as const))(
    '%s asks for exactly what is missing, then passes; undo takes all of it back',
    async (_, way) => {
      const record = await stage.file('Alder', way.from[0]);
      await actAs(stage, roleFor(way.by));
      const before = await stage.rowOf(record);
      const missing = ownFields(kind).filter(
        ([name]) => way.needs?.includes(name) && before.fields[name] === undefined,
      );
      await stage.room({ as: 'board' });
      await takeWay('Alder', wayLabel(example, way));
      if (missing.length > 0 || way.reason) await answer(record, way, missing);

      // A way may lead back to where it came from: then what it writes shows that it was gone.
      await comes('the new state', async () => {
        const now = await stage.rowOf(record);
        return now.state === way.to && !same(now, before);
      });
      await until('the card there', () => inColumn(way.to).includes('Alder'));
      const held = plainFields(kind.fields, (await stage.rowOf(record)).fields);
      expect(missing.filter(([name]) => held[name] === undefined)).toEqual([]);
      for (const [name, what] of Object.entries(way.stamps ?? {}))
        expect(held[name]).toMatch({ today: TODAY, actor: /^user$/, now: new RegExp(`^${TODAY}T`) }[what ?? 'today']);
      await undoLast();
      await comes('all as before', async () => {
        const { state, fields } = await stage.rowOf(record);
        return state === before.state && same(fields, before.fields);
      });
    },
  );

  async function answer(record: RecordId, way: TransitionSpec, missing: ReturnType<typeof ownFields>): Promise<void> {
    await until('the question', () => byText('[role=dialog] button', 'Move on'));
    const asked = missing.map(([name]) => word(example, `field.${name}`));
    expect(labels().filter((label) => label !== 'Reason')).toEqual(asked);
    await press('Move on', '[role=dialog]');
    const sentence = missing.length > 0 ? 'This value cannot be empty.' : 'Give a reason first.';
    await see('[role=dialog] p', sentence);
    expect((await stage.rowOf(record)).state).toBe(way.from[0]);
    for (const [name, spec] of missing) await fill(inputOf(word(example, `field.${name}`)), spec, stage.links);
    if (way.reason) await typeInto(inputOf('Reason'), 'because');
    await press('Move on', '[role=dialog]');
  }

  const overridable = kind.transitions.filter(({ override, needs = [] }) => override && needs.length > 0);
  it('passes over what is missing only for who may, and only with a reason that is written down', async () => {
    const passed: string[] = [];
    for (const way of overridable) {
      const title = `Over ${way.name}`;
      const record = await stage.file(title, way.from[0]);
      await actAs(stage, 'representative');
      await stage.room({ as: 'board' });
      await takeWay(title, wayLabel(example, way));
      await see('[role=dialog] button', 'Move on');
      expect(byText('[role=dialog] button', 'Move on anyway')).toBeUndefined();
      await actAs(stage, roleFor(way.override));
      await stage.room({ as: 'board' });
      await takeWay(title, wayLabel(example, way));
      await press('Move on anyway', '[role=dialog]');
      await see('[role=dialog] p', 'Give a reason first.');
      await typeInto(inputOf('Reason'), 'in a hurry');
      await press('Move on anyway', '[role=dialog]');
      await comes('the new state', async () => (await stage.rowOf(record)).state === way.to);

      await stage.room({}, record);
      const needed = ownFields(kind)
        .map(([name]) => name)
        .filter((name) => way.needs?.includes(name));
      const over = needed.map((name) => word(example, `field.${name}`)).join(', ');
      await see('[role=dialog] p', `Passed over: ${over}`);
      await see('[role=dialog] p', 'Reason: in a hurry');
      passed.push(way.name);
    }
    expect(passed).toEqual(overridable.map(({ name }) => name));
  });
}

function describeForbidden(stage: Stage, example: KindExample): void {
  const { kind } = example;

  const here = example.refusals.filter(({ elsewhere }) => !elsewhere);
  it.each(here.map((one) => [`${one.transition}: ${one.code}`, one] as const))(
    'says what speaks against it and does not do it: %s',
    async (_, { transition, code, inputs = {}, written, remark }) => {
      const way = must(
        kind.transitions.find(({ name }) => name === transition),
        transition,
      );
      const record = await stage.file('Alder', way.from[0], inputs);
      if (written) await write(stage, kind, record, written);
      if (remark) await stage.remarkOn(record);
      await actAs(stage, roleFor(way.by));
      await stage.room({ as: 'board' });
      await takeWay('Alder', wayLabel(example, way));
      await see('[role=dialog] li', word(example, `refusal.${code}`));
      const moveOn = must(byText('[role=dialog] button', 'Move on'), 'a button');
      await click(moveOn);
      await until('it is judged again', () => !moveOn.hasAttribute('disabled'));

      expect(byText('[role=dialog] li', word(example, `refusal.${code}`))).toBeDefined();
      expect((await stage.rowOf(record)).state).toBe(way.from[0]);
    },
  );

  it('shows what the role may not do, and does not do it', async () => {
    const isOwned = ownFields(kind).some(([name]) => name === 'owner') && !kind.rights.see;
    const owned = isOwned ? { owner: 'Wu' } : {};
    const records = await Promise.all(kind.states.map((state) => stage.file(`in ${state}`, state, owned)));
    await actAs(stage, 'representative');
    const others = (who: readonly Who[] | undefined): boolean =>
      who !== undefined && !who.includes('anyone') && !who.includes('representative');
    await stage.room({ as: 'board' });
    for (const [at, state] of kind.states.entries()) {
      const out = kind.transitions.filter(({ from }) => from.includes(state));
      const forbidden = out.filter(({ by }) => others(by ?? kind.rights.edit));
      const ways = await openWays(`in ${state}`);
      const shut = ways.filter((way) => way.getAttribute('aria-disabled') === 'true' && out.length > 0);
      expect(shut.map(({ textContent }) => textContent)).toEqual(
        forbidden.map((way) => `${wayLabel(example, way)}Your role does not allow this.`),
      );
      for (const way of shut) await click(way);
      await key(must(ways[0], 'a way'), 'Escape');
      await until('no menu', () => !find('[role=menuitem]'));
      expect((await stage.rowOf(must(records[at], state))).state).toBe(state);
    }
  });

  it('explains a drop where no way leads', async () => {
    const away = kind.states.flatMap((from) =>
      kind.states
        .filter((to) => to !== from && !kind.transitions.some((one) => one.to === to && one.from.includes(from)))
        .map((to) => ({ from, to })),
    );
    const [nowhere] = away;
    if (!nowhere) return expect(kind.states.length).toBeLessThanOrEqual(2);
    const record = await stage.file('Alder', nowhere.from);
    await stage.room({ as: 'board' });
    const column = must(find(`[data-column="${nowhere.to}"]`), 'a column');
    await settled(async () => drag(must(find('[data-card]'), 'a card'), column));
    const states = [nowhere.from, nowhere.to].map((state) => `“${word(example, `state.${state}`)}”`);

    await until('why not', () => byText('output p', /cannot go from/)?.textContent.includes(states.join(' to ')));
    expect((await stage.rowOf(record)).state).toBe(nowhere.from);
    return undefined;
  });
}

export const changed = (stage: Stage, kind: KindExample['kind'], record: RecordId, inputs: Record<string, string>) =>
  stage.world.app.records.edit({ kind, records: [record], inputs: itemised(kind, inputs, stage.world) });
