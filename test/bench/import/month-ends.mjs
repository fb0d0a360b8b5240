/** The months from the first day to the last (days since 1970): months from year 0, and their last days. */
export function windowsOf(first, last) {
  const date = new Date(first * 86_400_000);
  const windows = [];
  let [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  for (let begin = 0; begin <= last; month++) {
    windows.push({ month: year * 12 + month, end: Date.UTC(year, month + 1, 0) / 86_400_000 });
    begin = Date.UTC(year, month + 1, 1) / 86_400_000;
  }
  return windows;
}
