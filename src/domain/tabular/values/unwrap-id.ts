/**
 * What a cell says without the wrapping that keeps a spreadsheet from eating its zeros: `="00123"`, a leading apostrophe
 * or backtick, tabs before or behind. Outer blanks go too; nothing else is changed.
 * @example unwrapId('="00123"') // '00123'
 */
export function unwrapId(text: string): string {
  const cell = text.trim();
  const first = cell.charCodeAt(0);
  if (first === APOSTROPHE || first === BACKTICK) return cell.slice(1).trim();
  if (first !== EQUALS) return cell;
  if (cell.length > 3 && cell.startsWith('="') && cell.endsWith('"')) return cell.slice(2, -1).trim();
  return /^=\d{1,40}$/.test(cell) ? cell.slice(1) : cell;
}

const APOSTROPHE = 0x27;
const BACKTICK = 0x60;
const EQUALS = 0x3d;
