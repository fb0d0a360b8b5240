import { useEffect, useRef } from 'react';
import classes from './code-editor.module.css';
import type { EditedKind } from './editor-language';
import type { EditorWords } from './editor-words';
import { mountEditor } from './mount-editor';

interface Props {
  readonly text: string;
  readonly kind: EditedKind;
  readonly label: string;
  readonly words: EditorWords;
  readonly onType: (text: string) => void;
  readonly onRun: () => void;
  readonly onLeave: () => void;
  readonly onSave: () => void;
}

/** The editor of one text, from what it is when it opens. It is loaded with the first that opens. */
export function CodeEditor(props: Props) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    if (!place.current) return;
    const { text, kind, label } = latest.current;
    const view = mountEditor(place.current, {
      text,
      kind,
      label,
      words: () => latest.current.words,
      onType: (typed) => latest.current.onType(typed),
      onRun: () => latest.current.onRun(),
      onLeave: () => latest.current.onLeave(),
      onSave: () => latest.current.onSave(),
    });
    return () => view.destroy();
  }, []);
  return <div ref={place} className={classes['editor']} data-editor={props.kind} />;
}
