import { describe, expect, it } from 'vitest';
import type { FieldSpec } from '@/src/domain/records/field';
import { plainFields } from '@/src/domain/records/values';
import { customField } from '@/src/domain/records/custom-field.kind';
import { typeInto, until } from '@/test/support/render';
import { badTextFor, ownFields, sampleOf, titleField, word, type KindExample } from './kind-example';
import { all, byText, comes, fill, find, inputOf, press, see, setStage, undoLast, type Stage } from './stage';

const BEYOND = 'This number is outside of what is allowed.';

const labelOf = (example: KindExample, name: string): string => word(example, `field.${name}`);

export function describeForm(example: KindExample): void {
  describe('as a form', () => {
    const stage = setStage(example);
    describeMade(stage, example);
    describeRefused(stage, example);
  });
}

async function openForm(stage: Stage, example: KindExample): Promise<void> {
  await stage.room();
  await press(`New ${word(example, 'one')}`);
  await until('the form', () => find('[role=dialog] form label'));
}

/** Fills in what the record cannot be without. */
async function fillRequired(stage: Stage, example: KindExample): Promise<void> {
  const required = ownFields(example.kind).filter(([, spec]) => spec.required);
  for (const [name, spec] of required) await fill(inputOf(labelOf(example, name)), spec, stage.links);
}

/** What stands in the inputs of the form, by label. */
function typed(): Record<string, string> {
  const inputs = all('[role=dialog] label').map((label) => {
    const input = document.getElementById(label.getAttribute('for') ?? '');
    return [label.textContent, input !== null && 'value' in input ? String(input.value) : ''] as const;
  });
  return Object.fromEntries(inputs);
}

/** The sentence at the input of that label. */
const faultAt = (label: string): string | undefined => {
  const described = inputOf(label).getAttribute('aria-describedby') ?? '';
  return described
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .find((text) => text !== undefined);
};

function describeMade(stage: Stage, example: KindExample): void {
  const { kind } = example;

  it('asks for every field, marks those it cannot be without, and makes a record in its first state', async () => {
    await openForm(stage, example);
    const labels = ownFields(kind).map(([name, { required }]) => `${labelOf(example, name)}${required ? ' *' : ''}`);
    expect(all('[role=dialog] label').map(({ textContent }) => textContent)).toEqual(labels);
    for (const [name, spec] of ownFields(kind)) await fill(inputOf(labelOf(example, name)), spec, stage.links);
    await press('Save', '[role=dialog]');

    const row = await comes('the record', async () => (await stage.rows())[0]);
    const stored = ownFields(kind).map(([name, spec]) => {
      const { stored } = sampleOf(spec, stage.links);
      return [name, spec.many ? [stored] : stored];
    });
    expect(row.state).toBe(kind.states[0]);
    // Numbers that are given by themselves are nobody's typing.
    expect(plainFields(Object.fromEntries(ownFields(kind)), row.fields)).toEqual(Object.fromEntries(stored));
    await see('output p', `Added: ${word(example, 'one')}.`);
    await undoLast();
    await comes('nothing', async () => (await stage.rows()).length === 0);
  });
}

function describeRefused(stage: Stage, example: KindExample): void {
  const given = (example.admissions ?? []).filter(({ inputs }) => inputs !== undefined);
  it.each(given.map((one) => [one.code, one] as const))(
    'is not made while %s speaks against it',
    async (code, { inputs = {} }) => {
      await openForm(stage, example);
      await fillRequired(stage, example);
      for (const [name, text] of Object.entries(inputs)) {
        await typeInto(inputOf(labelOf(example, name)), text);
      }
      await press('Save', '[role=dialog]');
      await see('[role=dialog] [role=alert]', word(example, `refusal.${code}`));
      expect(await stage.rows()).toEqual([]);
    },
  );

  const { kind } = example;
  const required = ownFields(kind).filter(([, spec]) => spec.required);

  it('refuses to be without what it needs, with a sentence there, and keeps what was typed', async () => {
    await openForm(stage, example);
    for (const [name, spec] of required) if (spec.type !== 'link') await typeInto(inputOf(labelOf(example, name)), '');
    for (const [name, spec] of required) {
      const before = typed();
      await press('Save', '[role=dialog]');
      await until(`the sentence at ${name}`, () => faultAt(labelOf(example, name)) === 'This value cannot be empty.');
      expect(typed()).toEqual(before);
      expect(await stage.rows()).toEqual([]);
      await fill(inputOf(labelOf(example, name)), spec, stage.links);
    }
    await press('Save', '[role=dialog]');
    await comes('the record', async () => (await stage.rows()).length === 1);
  });

  it('refuses a bad number, amount or day with a sentence there, in fields of users too, and keeps what was typed', async () => {
    const own = await stage.world.app.records.make(customField, stage.world.app.newRecord(), {
      of: kind.name,
      label: 'Users’ own',
      type: 'number',
    });
    expect(own.ok).toBe(true);
    await openForm(stage, example);
    await fillRequired(stage, example);
    const fields: (readonly [string, Pick<FieldSpec, 'type'>, string])[] = [
      ...ownFields(kind).map(
        ([name, spec]) => [labelOf(example, name), spec, sampleOf(spec, stage.links).typed] as const,
      ),
      ['Users’ own', { type: 'number' }, '3'],
    ];
    for (const [label, spec, good] of fields) {
      const bad = badTextFor(spec as FieldSpec);
      if (!bad) continue;
      // What a browser without a calendar of its own shows.
      inputOf(label).setAttribute('type', 'text');
      await typeInto(inputOf(label), bad.typed);
      const before = typed();
      await press('Save', '[role=dialog]');
      await until(`the sentence at ${label}`, () => faultAt(label) === bad.sentence);
      expect(typed()).toEqual(before);
      await typeInto(inputOf(label), good);
    }
    expect(await stage.rows()).toEqual([]);
    await press('Save', '[role=dialog]');
    await until('no form', () => !byText('[role=dialog] button', 'Save'));
    expect(await stage.rows()).toHaveLength(1);
  });

  it('refuses numbers beyond their bounds, and takes the bounds', async () => {
    const bounded = ownFields(kind).filter(([, { type, max }]) => type === 'number' && max !== undefined);
    for (const [name, { min = 0, max = 0 }] of bounded) {
      await openForm(stage, example);
      await fillRequired(stage, example);
      for (const beyond of [min - 1, max + 1]) {
        await typeInto(inputOf(labelOf(example, name)), String(beyond));
        await press('Save', '[role=dialog]');
        await until('the sentence', () => faultAt(labelOf(example, name)) === BEYOND);
        await typeInto(inputOf(labelOf(example, name)), 'a few');
        await press('Save', '[role=dialog]');
        await until('another sentence', () => faultAt(labelOf(example, name)) !== BEYOND);
      }
      const edges = await Promise.all(
        [min, max].map((edge) => stage.file(`At ${edge}`, undefined, { [name]: `${edge}` })),
      );
      const held = await Promise.all(edges.map(async (id) => (await stage.rowOf(id)).fields[name]));
      expect(held).toEqual([min, max]);
    }
    expect((await stage.rows()).map(({ fields }) => plainFields(kind.fields, fields)[titleField(kind)])).toEqual(
      bounded.flatMap(([, { min, max }]) => [`At ${min}`, `At ${max}`]),
    );
  });
}
