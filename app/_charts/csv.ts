/** What a spreadsheet would take for the beginning of a formula, full-width signs included. */
const formula = /^[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/;
const plainNumber = /^-?\d+(\.\d+)?$/;

function safeCell(text: string): string {
  return formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

function cell(text: string): string {
  const safe = safeCell(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as a file that spreadsheets open: with a byte order mark, and with no cell that they would run. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(cell).join(",")}\r\n`).join("")}`;
}

/** Rows as spreadsheets take them from the clipboard; what would end a cell is left out. */
export function clipboardRowsOf(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells) => cells.map((text) => safeCell(text.replace(/[\t\r\n]+/g, " "))).join("\t"))
    .join("\n");
}
