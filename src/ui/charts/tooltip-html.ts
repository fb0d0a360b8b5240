/**
 * What the pointer rests on: a line each of a name and a value. It is text, whatever a chart makes of it; the way of the
 * library itself would show a picture for a member of that name.
 * @param toHtml takes away what text could be taken for.
 */
export function tooltipHtml(value: unknown, toHtml: (text: string) => string): string {
  if (typeof value !== 'object' || value === null) return toHtml(String(value));
  const lines = Object.entries(value).filter(([, shown]) => shown !== undefined);
  const rows = lines.map(
    ([name, shown]) => `<tr><td class="key">${toHtml(name)}</td><td class="value">${toHtml(String(shown))}</td></tr>`,
  );
  return `<table>${rows.join('')}</table>`;
}
