/** The text of a file that ships with the extension. @param path from its root: `/report.js`. */
export async function ownFile(path: string): Promise<string> {
  const response = await fetch(path);
  return response.text();
}
