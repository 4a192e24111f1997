/**
 * What a spreadsheet takes for the beginning of a formula, also written full-width, and behind blanks and
 * signs that are not seen.
 */
const formula = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠﹢﹣﹦﹫]|^[\t\r\n]/u

/** One cell: as text, whatever it begins with, and whole, whatever it holds. */
export function cellOf(value: string): string {
  const text = value.replaceAll('\0', '')
  const safe = formula.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

/** Rows as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`
