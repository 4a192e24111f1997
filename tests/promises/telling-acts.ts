/** A source file and what stands in it. */
export type Source = { readonly file: string; readonly text: string }
/** One thing a file declares at its top: an act goes by its own name. */
type Part = {
  readonly file: string
  readonly name: string
  readonly act: string | undefined
  readonly text: string
}

const partsOf = ({ file, text }: Source): Part[] =>
  text.split(/^(?=(?:export )?(?:async )?(?:function|const) )/m).map((part) => ({
    file,
    name: /^(?:export )?(?:async )?(?:function|const) (\w+)/.exec(part)?.[1] ?? '',
    act: /\bact\(\{\s*name: '([^']+)'/.exec(part)?.[1],
    text: part,
  }))

/** Whether a file sees what another declares: it is the same one, or it says what it has from there. */
const sees = (from: Source, file: string) =>
  from.file === file ||
  from.text.includes(`'./${file.split('/').at(-1)}'`) ||
  from.text.includes(`'${file.replace(/^src\//, '#')}'`)

/**
 * The acts in which something is written into the accounting of disclosures, each with the files in which the
 * writing stands: by itself, or by what it calls.
 */
export function tellingActs(sources: readonly Source[]): Map<string, Set<string>> {
  const parts = sources.flatMap((source) => partsOf(source).map((part) => ({ ...part, source })))
  const acts = new Map<string, Set<string>>()
  const follow = (part: Part, writtenIn: string, on: readonly string[]) => {
    if (part.act !== undefined) acts.set(part.act, (acts.get(part.act) ?? new Set()).add(writtenIn))
    const here = `${part.file} ${part.name}`
    if (part.act !== undefined || on.includes(here)) return
    const calls = new RegExp(`\\b${part.name}\\(unit\\b`)
    for (const each of parts)
      if (each !== part && calls.test(each.text) && sees(each.source, part.file))
        follow(each, writtenIn, [...on, here])
  }
  for (const part of parts) if (/\baddDisclosure\(unit\b/.test(part.text)) follow(part, part.file, [])
  return acts
}
