import { describe } from 'vitest';
import { describeBoard } from './board-contract';
import { describeForm } from './form-contract';
import type { KindExample } from './kind-example';
import { describeLife } from './life-contract';
import { describeList } from './list-contract';
import { describeWords } from './words-contract';
import { describeWork } from './work-contract';

/** What every kind of record must do, whichever it is: from the list to the words. */
export function describeRecordKind(example: KindExample): void {
  describe(`a ${example.kind.name}`, () => {
    describeList(example);
    describeForm(example);
    describeLife(example);
    describeBoard(example);
    describeWork(example);
    describeWords(example);
  });
}
