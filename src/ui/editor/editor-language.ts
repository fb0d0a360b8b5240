import { autocompletion, type Completion, type CompletionSource } from '@codemirror/autocomplete';
import { javascript } from '@codemirror/lang-javascript';
import { json } from '@codemirror/lang-json';
import { PostgreSQL, sql, type SQLNamespace } from '@codemirror/lang-sql';
import { yaml } from '@codemirror/lang-yaml';
import type { Extension } from '@codemirror/state';
import type { EditorWords } from './editor-words';

/** Kinds of text that are written in a notebook. */
export type EditedKind = 'analysis' | 'frame' | 'input' | 'sql' | 'js' | 'chart' | 'prose' | 'kept';

/** The syntax of a kind of cell, with the words it proposes. */
export function languageFor(kind: EditedKind, words: () => EditorWords): Extension {
  switch (kind) {
    case 'sql':
      return sqlLanguage(words());
    case 'js':
      return [
        javascript(),
        proposing(() => [...tableNames(words()), ...words().inputs, ...JS_NAMES, ...columns(words())]),
      ];
    case 'chart':
      return [json(), proposing(() => [...columns(words()), ...CHART_WORDS])];
    case 'prose':
      return proposing(() => words().facts.map((fact) => `{{${fact}}}`));
    case 'kept':
      return [];
    default:
      return [
        yaml(),
        proposing(() => [...tableNames(words()), ...words().inputs.map((name) => `$${name}`), ...columns(words())]),
      ];
  }
}

const JS_NAMES = ['orders', 'values', 'tables', 'dfd'];
const CHART_WORDS = ['mark', 'encoding', 'field', 'type', 'quantitative', 'nominal', 'ordinal', 'temporal', 'layer'];

/** Names that are no plain word are put between quotes by themselves. */
function sqlLanguage({ tables, inputs }: EditorWords): Extension {
  const schema: Record<string, SQLNamespace> = {};
  for (const [name, names] of Object.entries(tables)) {
    const [owner = '', part] = name.split('.', 2);
    if (part === undefined) schema[owner] = names;
    // Safe: a cell that has parts is no table itself, so what stands under its name are its parts.
    else schema[owner] = { ...(schema[owner] as Record<string, SQLNamespace> | undefined), [part]: names };
  }
  const language = sql({ dialect: PostgreSQL, schema, ...('orders' in tables ? { defaultTable: 'orders' } : {}) });
  return [
    language,
    language.language.data.of({
      autocomplete: fromList(inputs.map((name) => ({ label: `$${name}`, type: 'variable' }))),
    }),
    autocompletion(),
  ];
}

function proposing(labels: () => readonly string[]): Extension {
  const source: CompletionSource = (context) =>
    fromList([...new Set(labels())].map((label) => ({ label, type: 'variable' })))(context);
  return autocompletion({ override: [source] });
}

function fromList(options: readonly Completion[]): CompletionSource {
  return (context) => {
    const word = context.matchBefore(/[\p{L}\p{N}_.${]+/u);
    return word || context.explicit
      ? { from: word?.from ?? context.pos, options, validFor: /^[\p{L}\p{N}_.${]*$/u }
      : null;
  };
}

function tableNames({ tables }: EditorWords): readonly string[] {
  return Object.keys(tables);
}

function columns({ tables }: EditorWords): readonly string[] {
  return Object.values(tables).flat();
}
