/** Something a district says in words, under a code that never comes to mean something else. */
export type Coded = { code: string; text: string; inUse: boolean }

export const linesOf = (typed: string) =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** `code: words` is a line that has a code; a line of words alone is a new one. */
const coded = /^([a-z][a-z0-9_]{0,59}): (.+)$/

/** A code nobody cited before, made of where the line stands and a number. */
function codeFor(stem: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) if (!taken.has(`${stem}_${number}`)) return `${stem}_${number}`
}

/**
 * The lines of a new version. What was cited before keeps its code, also with other words; what is left out
 * stays, not in use, so that a code never comes to mean something else [R012].
 */
export function codedFrom(
  typed: string,
  { before, taken, stem }: { before: readonly Coded[]; taken: Set<string>; stem: string },
): Coded[] {
  const listed = linesOf(typed).map((line): Coded => {
    const [, said, words] = coded.exec(line) ?? []
    const known = before.some(({ code }) => code === said)
    const code = known && said !== undefined ? said : codeFor(stem, taken)
    taken.add(code)
    return { code, text: known && words !== undefined ? words : line, inUse: true }
  })
  const retired = before.filter(({ code }) => !listed.some((each) => each.code === code))
  return [...listed, ...retired.map((each) => ({ ...each, inUse: false }))]
}

/** What the form holds before anybody types: one line each. */
export const codedLines = (all: readonly Coded[]): string =>
  all
    .filter(({ inUse }) => inUse)
    .map(({ code, text }) => `${code}: ${text}`)
    .join('\n')
