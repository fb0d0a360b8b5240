// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from '@/src/kernel/assert';
import { EvidenceButton } from '@/src/ui/components/evidence-button';
import { click, press, renderWith, until, type Rendered } from '@/test/support/render';
import { createWorld, type World } from '@/test/support/world';

const EVIDENCE = {
  confidence: 1,
  sources: [
    {
      kind: 'json-ld' as const,
      snippet: 'Tarnhill Valves Ltd',
      url: '',
      at: '2026-11-22T08:00:00Z',
      extractor: 'test/1',
    },
  ],
};

let world: World;
let page: Rendered | undefined;

beforeEach(async () => {
  world = await createWorld();
});

afterEach(async () => {
  await page?.cleanup();
  page = undefined;
  world.db.close();
  await Dexie.delete(world.db.name);
});

describe('EvidenceButton', () => {
  it('shows the text that the value stood in, and goes at Escape while the focus is on the button', async () => {
    page = await renderWith(world.app, <EvidenceButton label="Name" evidence={EVIDENCE} />);
    const button = must(document.querySelector<HTMLElement>('button[aria-label$=": Name"]'), 'a button');
    const isShown = (): boolean => document.body.textContent.includes('“Tarnhill Valves Ltd”');

    await click(button);
    await until('the evidence', isShown);
    await press(button, 'Escape');
    await until('it to go', () => !isShown());

    expect(button.getAttribute('aria-expanded')).toBe('false');
  });
});
