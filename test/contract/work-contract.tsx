import { describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { dutiesOf } from '@/src/domain/records/duty';
import { typeInto, until } from '@/test/support/render';
import { ownFields, word, type KindExample } from './kind-example';
import { all, byText, comes, fill, find, inputOf, press, see, setStage, undoLast, type Stage } from './stage';
import { Approvals, Duties } from '@/test/support/work-of-the-day';

/** The days on which everything has happened: none of the samples has one, so that nothing is due by accident. */
const EVENT = '2026-11-11';

export function describeWork(example: KindExample): void {
  describe('in the work of the day', () => {
    const stage = setStage(example);
    describeApprovals(stage, example);
    describeDuties(stage, example);
  });
}

const waiting = (): string[] => all('[data-approval] a[href*="/"]').map(({ textContent }) => textContent);

function describeApprovals(stage: Stage, example: KindExample): void {
  const { kind } = example;
  const deciding = kind.transitions.filter(({ decides }) => decides);
  const awaited = new Set(deciding.flatMap(({ from }) => from));

  it('waits for a decision exactly in the states that need one', async () => {
    for (const state of kind.states) await stage.file(`in ${state}`, state);
    await stage.show(<Approvals />);
    await until('the inbox', () => find('[data-approval]') ?? byText('p', /^Nothing waits/));

    const titles = waiting().filter((one) => one.startsWith('in '));
    expect(titles).toEqual(kind.states.filter((state) => awaited.has(state)).map((state) => `in ${state}`));
    expect(byText('p', /^Nothing waits/) === undefined).toBe(awaited.size > 0);
  });

  it('is decided on, with a reason where one is due; undo brings it back', async () => {
    const decided: string[] = [];
    for (const way of deciding) {
      const record = await stage.file(`To ${way.name}`, way.from[0]);
      await stage.show(<Approvals />);
      await until('the record', () => waiting().includes(`To ${way.name}`));
      await press(word(example, `transition.${way.name}`), '[data-approval]');
      const missing = ownFields(kind).filter(([name, { required }]) => way.needs?.includes(name) && !required);
      if (way.reason || missing.length > 0) {
        await see('[role=dialog] button', 'Move on');
        for (const [name, spec] of missing) await fill(inputOf(word(example, `field.${name}`)), spec, stage.links);
        if (way.reason) await typeInto(inputOf('Reason'), 'not good enough');
        await press('Move on', '[role=dialog]');
      }
      await comes('the decision', async () => (await stage.rowOf(record)).state === way.to);
      await until('an empty inbox', () => waiting().length === 0);
      await undoLast();
      await until('it is back', () => waiting().includes(`To ${way.name}`));
      await stage.world.app.records.remove([record]);
      decided.push(way.name);
    }
    expect(decided).toEqual(deciding.map(({ name }) => name));
  });
}

function describeDuties(stage: Stage, example: KindExample): void {
  const { kind } = example;

  it('is due exactly as its kind says', async () => {
    // What ends a duty stays empty.
    const ends = new Set(kind.duties.map(({ endedBy }) => endedBy));
    const days = Object.fromEntries(
      ownFields(kind).flatMap(([name, { type }]) => (type === 'date' && !ends.has(name) ? [[name, EVENT]] : [])),
    );
    // What falls due by a choice or a number is given one that has a day.
    const given = Object.fromEntries(
      kind.duties.flatMap(({ rule }) => {
        if ('dayIn' in rule) return [[rule.dayIn, '15']];
        return 'tier' in rule ? [[rule.tier, Object.keys(rule.days)[0] ?? '']] : [];
      }),
    );
    for (const state of kind.states) await stage.file(`in ${state}`, state, { ...days, ...given });
    await stage.show(<Duties />);
    await until('the feed', () => find('[data-near]') ?? byText('p', /^Nothing is due/));

    const wanted = (await stage.rows()).flatMap((row) =>
      dutiesOf(kind, row).map(({ name }) => `in ${row.state}: ${word(example, `duty.${name}`)}`),
    );
    // What making one of them made elsewhere has duties of its own.
    const own = (await stage.rows()).map(({ id }) => id);
    const lines = all('[data-near] li').filter((line) => own.some((id) => line.querySelector(`a[href$="/${id}"]`)));
    const shown = lines.map((line) => {
      const title = must(line.querySelector('a'), 'a link').textContent;
      return `${title}: ${must(line.querySelector('span'), 'a duty').textContent}`;
    });
    expect(shown.toSorted()).toEqual(wanted.toSorted());
    const names = new Set(wanted.map((one) => one.replace(/^[^:]*: /, '')));
    expect(names).toEqual(new Set(kind.duties.map(({ name }) => word(example, `duty.${name}`))));
  });
}
