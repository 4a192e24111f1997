/** Labels read as one line: only the first keeps its capital. Not for names. */
export const inOneLine = ([first, ...rest]: readonly string[]): string =>
  [first, ...rest.map((label) => label.charAt(0).toLowerCase() + label.slice(1))].join(', ')
