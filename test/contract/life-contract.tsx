import { describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { plainFields } from '@/src/domain/records/values';
import { RecycleBin } from '@/src/ui/pages/data/recycle-bin';
import { click, press as key, typeInto, until } from '@/test/support/render';
import { titleField, word, type KindExample } from './kind-example';
import { changed } from './board-contract';
import { all, byText, comes, find, inputOf, press, pressEdit, see, setStage, undoLast, type Stage } from './stage';

export function describeLife(example: KindExample): void {
  describe('as a record', () => {
    const stage = setStage(example);
    describeHistory(stage, example);
    describeDeleted(stage, example);
    describeOwnFields(stage, example);
  });
}

const titleOf = async (stage: Stage, { kind }: KindExample): Promise<unknown> =>
  plainFields(kind.fields, must((await stage.rows())[0], 'a record').fields)[titleField(kind)];

function describeHistory(stage: Stage, example: KindExample): void {
  const { kind } = example;
  const name = titleField(kind);

  it('lists each change, and puts an earlier value back', async () => {
    const record = await stage.file('First');
    for (const title of ['Second', 'Third']) await changed(stage, kind, record, { [name]: title });
    await stage.room({}, record);
    const label = word(example, `field.${name}`);
    await see('[role=dialog] p', `${label}: Second → Third`);
    await see('[role=dialog] p', `${label}: First → Second`);
    await press(`Put back ${label}: First`, '[role=dialog]');
    await comes('the first', async () => (await titleOf(stage, example)) === 'First');

    await undoLast();
    await comes('the third', async () => (await titleOf(stage, example)) === 'Third');
    expect((await stage.world.app.records.history(record)).map(({ header }) => header.cause)).toContain('undo');
  });

  it('is found by its title', async () => {
    const record = await stage.file('Kingfisher Harbour');
    const [found] = await stage.world.app.search.find('kingfish', 5);

    expect(found).toMatchObject({ id: record, kind: kind.name, title: 'Kingfisher Harbour' });
  });
}

function describeDeleted(stage: Stage, example: KindExample): void {
  it('goes to the recycle bin, and comes back with the links from and to it', async () => {
    const record = await stage.file('Alder');
    const remark = await stage.remarkOn(record);
    const [before, pointing] = [await stage.rowOf(record), await stage.rowOf(remark)];
    await stage.room();
    await click(must(byText('input', 'Tick Alder'), 'a box'));
    await press('Delete');
    await comes('no record', async () => (await stage.rows()).length === 0);
    expect((await stage.rowOf(remark)).keys).toEqual([]);

    await stage.show(<RecycleBin />);
    await until('it in the bin', () => byText('[data-deleted] p', `Alder (${word(example, 'one')})`));
    await press('Bring back', '[data-deleted]');
    await comes('it is back', async () => (await stage.rows()).length === 1);
    expect(await stage.rowOf(record)).toEqual(before);
    expect(await stage.rowOf(remark)).toEqual(pointing);
  });
}

function describeOwnFields(stage: Stage, example: KindExample): void {
  const { kind } = example;

  it('shows a field that users have added in form, list, filter and file', async () => {
    const record = await stage.file('Alder');
    await stage.room();
    await press('Fields of your own');
    await typeInto(await until('the form', () => find('[role=dialog] form') && inputOf('Name')), 'Rank');
    await press('Add the field', '[role=dialog]');
    await comes('the field', async () => (await stage.world.app.records.customFields()).length === 1);
    await stage.room();
    await until('the column', () => byText('thead th button', 'Rank'));
    await pressEdit('Rank', 'Alder');
    const input = must(find('td[data-editing] input'), 'an input');
    await typeInto(input, 'gold');
    await key(input, 'Enter');
    await until('the value', () => all('tbody td').some(({ textContent }) => textContent.startsWith('gold')));
    await press('Export shown as CSV');
    const lines = (await must(stage.world.saved.at(-1), 'a file').content.text()).split('\r\n');
    expect(lines[0]).toMatch(/,Rank$/);
    expect(lines[1]).toMatch(/,gold$/);

    const [own] = await stage.world.app.records.customFields();
    await stage.file('Birch');
    await stage.room({ where: `custom%2F${own?.id}~is~gold` });
    expect(byText('[role=status]', '1 of 2')).toBeDefined();
    expect(byText('button', 'Remove filter: Rank is gold')).toBeDefined();
    await press(`New ${word(example, 'one')}`);
    await until('the form', () => find('[role=dialog] form label'));
    expect(all('[role=dialog] label').at(-1)?.textContent).toBe('Rank');
    const { custom } = (await stage.rowOf(record)).fields;
    expect(custom).toEqual({ [String(own?.id)]: kind.evidence ? expect.objectContaining({ value: 'gold' }) : 'gold' });
  });
}
