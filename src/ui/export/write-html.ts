import { sha256 } from '@noble/hashes/sha2.js';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { DocumentPage } from './document-page';
import type { NotebookDocument } from './notebook-document';

const STYLE = `
:root{color-scheme:light;font:16px/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#22262a;background:#fff}
body{margin:0}main{max-width:1080px;margin:0 auto;padding:24px 16px 64px}
h1{font-size:1.7rem;line-height:1.3}h2{font-size:1rem;margin:24px 0 4px}
.sentences p:first-child{font-size:1.4rem;font-weight:650;line-height:1.35;margin:16px 0 4px}.sentences p{margin:2px 0}
figure{margin:24px 0;overflow-x:auto}figcaption{font-weight:600;margin-bottom:4px}
.scroller{max-height:420px;overflow:auto;border:1px solid #d7dbdf;border-radius:4px}
table{border-collapse:collapse;font-size:.85rem;width:100%}
th{position:sticky;top:0;background:#f3f5f7;text-align:start;padding:6px 10px;white-space:nowrap}
td{padding:4px 10px;border-top:1px solid #e6e9ec;white-space:nowrap}.n{text-align:end;font-variant-numeric:tabular-nums}
details{margin:12px 0;max-width:80ch;overflow-wrap:anywhere}summary{cursor:pointer;color:#1f5fae}
input{font:inherit;padding:4px 8px;margin:4px 0;border:1px solid #9aa1a9;border-radius:4px;max-width:100%}
#vg-tooltip{position:fixed;pointer-events:none;background:#fff;border:1px solid #9aa1a9;border-radius:4px;padding:4px 8px;font-size:.8rem;box-shadow:0 2px 6px #0003}
#vg-tooltip b{font-weight:500;color:#5b626b;margin-inline-end:8px}
@media print{.scroller{max-height:none;overflow:visible}input{display:none}}
`;

/** A chart as Vega can draw it, or the reason why it cannot be drawn. */
export type CompiledChart = object | string;

/** By their ids in the document. */
export type CompiledCharts = Readonly<Record<string, CompiledChart>>;

/**
 * One file that opens from disk and asks for nothing: its policy allows only the program inside, by its hash.
 * The same document, charts and program give the same bytes. @param program text of `report.js`.
 */
export function writeHtml(document: NotebookDocument, charts: CompiledCharts, program: string): string {
  const script = program.replaceAll('</script', '<\\/script').trim();
  const policy = `default-src 'none'; script-src 'sha256-${digestOf(script)}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
  const body = renderToStaticMarkup(createElement(DocumentPage, { document }));
  return [
    '<!doctype html>',
    `<html lang="${escape(document.language)}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escape(document.title)}</title><style>${STYLE}</style></head><body>`,
    body,
    `<script type="application/json" id="charts">${JSON.stringify(charts).replaceAll('<', '\\u003c')}</script>`,
    `<script>${script}</script>`,
    '</body></html>',
    '',
  ].join('\n');
}

/** As browsers want it. */
function digestOf(script: string): string {
  const digest = sha256(new TextEncoder().encode(script));
  return btoa(String.fromCharCode(...digest));
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
