import Markdown from 'react-markdown';
import type { ValueType } from '@/src/domain/analysis/result';
import { MOST_ROWS, type DocumentPart, type DocumentTable, type NotebookDocument } from './notebook-document';

const NUMERIC: ReadonlySet<ValueType> = new Set(['count', 'money', 'share', 'ratio', 'number', 'days']);

/** The body of a notebook's page as it is saved: read without any program, brought to life by `report`. */
export function DocumentPage({ document }: { document: NotebookDocument }) {
  const { title, parts, provenance, labels } = document;
  return (
    <main>
      <h1>{title}</h1>
      {parts.map((part, i) => (
        // A document is rendered once and never changes.
        // oxlint-disable-next-line react/no-array-index-key
        <Part key={i} part={part} document={document} />
      ))}
      <details>
        <summary>{labels.provenance}</summary>
        <ul>
          {provenance.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </main>
  );
}

function Part({ part, document }: { part: DocumentPart; document: NotebookDocument }) {
  if (part.kind === 'prose') return <Markdown disallowedElements={['img']}>{part.markdown}</Markdown>;
  if (part.kind === 'table') return <TablePart table={part} document={document} />;
  if (part.kind === 'value') return <pre>{part.text}</pre>;
  if (part.kind === 'chart') {
    return (
      <figure data-chart={part.id}>
        <figcaption>{part.title}</figcaption>
        <div role="img" aria-label={part.title} />
      </figure>
    );
  }
  if (part.kind === 'definition') {
    return (
      <details>
        <summary>{part.title}</summary>
        {part.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </details>
    );
  }
  return (
    <div className="sentences">
      {part.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

function TablePart({ table: part, document }: { table: DocumentTable; document: NotebookDocument }) {
  const { id, caption, headers, table, shown } = part;
  const rows = shown.slice(0, MOST_ROWS);
  return (
    <section data-table={id} data-filter={document.labels.filter}>
      <h2>{caption}</h2>
      {rows.length < shown.length && <p>{document.labels.cut(rows.length, shown.length)}</p>}
      {/* What scrolls has to be reachable by keyboard. */}
      <div className="scroller" tabIndex={0} role="group" aria-label={caption}>
        <table>
          <thead>
            <tr>
              {headers.map((header, i) => (
                <th key={table.columns[i]} scope="col" className={numeric(table.types[i])}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={at}>
                {row.map((text, i) => (
                  <td key={table.columns[i]} className={numeric(table.types[i])}>
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function numeric(type: ValueType | undefined): string | undefined {
  return type !== undefined && NUMERIC.has(type) ? 'n' : undefined;
}
