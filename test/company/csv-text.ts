/** CSV as spreadsheets write it: quotes only where needed, doubled inside. */
export function csvText(rows: readonly (readonly (string | number)[])[], lineEnd = "\n"): string {
  return rows.map((row) => row.map(csvCell).join(",") + lineEnd).join("");
}

const csvCell = (cell: string | number): string => {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
