import { describe, expect, it } from 'vitest';
import { SHIPPED_SCHEMES } from '@/src/domain/pipeline/shipped-schemes';
import { stepOf, textsOfStep } from '@/src/ui/pages/pipeline/step-texts';
import { must } from '@/src/kernel/assert';
import { shipped } from '@/test/support/pipeline';

const newId = () => 'new';

describe('a step that is typed', () => {
  it.each(['en', 'zh-CN'])('is what it was where nothing was changed, in every language, read in %s', (language) => {
    for (const step of SHIPPED_SCHEMES.flatMap(({ steps }) => steps))
      expect(stepOf(textsOfStep(step, language), language, newId)).toEqual(step);
  });

  it('keeps the id of a criterion that stays, and gives a new one an id that was nobody’s', () => {
    const step = must(shipped('six-phase').steps[0], 'a step');
    const typed = textsOfStep(step, 'en');
    const changed = stepOf(
      { ...typed, name: ' Hunt ', exit: 'Budget rated\n\n Site visited \nBudget rated' },
      'en',
      newId,
    );
    expect(changed.name).toBe('Hunt');
    expect(changed.exit).toEqual([step.exit[1], { id: 'new', text: 'Site visited' }]);
    expect(changed.keyNode).toEqual(step.keyNode);
  });

  it('has no probability where none is typed, and one that saving refuses where it is no number', () => {
    const typed = textsOfStep(must(shipped('eight-step').steps[0], 'a step'), 'en');
    expect(stepOf({ ...typed, percent: ' ' }, 'en', newId)).not.toHaveProperty('probability');
    expect(stepOf({ ...typed, percent: '7.5 %' }, 'en', newId).probability).toBe(7.5);
    expect(stepOf({ ...typed, percent: 'half' }, 'en', newId).probability).toBeNaN();
  });
});
