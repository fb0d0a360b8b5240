import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import { languageFor, type EditedKind } from './editor-language';
import type { EditorWords } from './editor-words';

export interface EditorOptions {
  readonly text: string;
  readonly kind: EditedKind;
  /** What it is called for those who cannot see it. */
  readonly label: string;
  readonly words: () => EditorWords;
  readonly onType: (text: string) => void;
  /** Ctrl/Cmd+Enter. */
  readonly onRun: () => void;
  /** Escape, when no list of words is open. */
  readonly onLeave: () => void;
  /** Ctrl/Cmd+S. */
  readonly onSave: () => void;
}

/** Puts an editor into a place and the cursor into it. Tab leaves it, as it leaves every other field. */
export function mountEditor(place: HTMLElement, options: EditorOptions): EditorView {
  const view = new EditorView({
    parent: place,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        EditorView.lineWrapping,
        syntaxHighlighting(classHighlighter),
        languageFor(options.kind, options.words),
        keymap.of([
          ...completionKeymap,
          command('Mod-Enter', options.onRun),
          command('Mod-s', options.onSave),
          command('Escape', options.onLeave),
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...historyKeymap,
        ]),
        EditorView.contentAttributes.of({ 'aria-label': options.label, spellcheck: String(options.kind === 'prose') }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onType(update.state.doc.toString());
        }),
      ],
    }),
  });
  view.focus();
  return view;
}

function command(key: string, run: () => void) {
  const act = (): boolean => {
    run();
    return true;
  };
  return { key, run: act, preventDefault: true };
}
