import { filesLike, read } from '../source.ts'
import { type Drawing, page, table } from './drawing.ts'
import { type Title, titlesOf } from './titles.ts'

export type Requirement = {
  id: string
  area: string
  name: string
  /** What of it no spec proves yet, where specs prove only a part. */
  owed?: string
}

/** Every requirement: its id, its area, our short name for it, and what of it is not proven yet. */
export function readRequirements(text: string = read('tools/draw/requirements.tsv')): Requirement[] {
  const lines = text.trimEnd().split('\n').slice(1)
  return lines.map((line) => {
    const [id, area, name, owed] = line.split('\t')
    if (id === undefined || area === undefined || name === undefined)
      throw new Error(`Not a requirement: ${line}`)
    return { id, area, name, ...(owed !== undefined && { owed }) }
  })
}

export const readTitles = (): Title[] =>
  filesLike(['src/**/*.spec.{ts,tsx}', 'tests/**/*.{spec,journey}.{ts,tsx}', 'tools/**/*.spec.ts']).flatMap(
    (file) => titlesOf(file, read(file)),
  )

/** The specs that name each requirement, in the order of the files. */
export function provenBy(titles: readonly Title[]): Map<string, Title[]> {
  const proofs = new Map<string, Title[]>()
  for (const title of titles) {
    for (const id of title.ids) proofs.set(id, [...(proofs.get(id) ?? []), title])
  }
  return proofs
}

/** Ids that specs name and nobody listed. */
export const unknownIds = (titles: readonly Title[], requirements: readonly Requirement[]): string[] => {
  const known = new Set(requirements.map(({ id }) => id))
  return titles.flatMap(({ ids, file }) => ids.filter((id) => !known.has(id)).map((id) => `${id} in ${file}`))
}

function areaPages(
  requirements: readonly Requirement[],
  proofs: ReadonlyMap<string, readonly Title[]>,
): string[] {
  return [...Map.groupBy(requirements, ({ area }) => area)].map(([area, inside]) => {
    const rows = inside.map(({ id, name, owed }) => {
      const specs = (proofs.get(id) ?? []).map(({ says, file }) => `${says} (\`${file}\`)`)
      const open = owed === undefined ? [] : [`Not proven yet: ${owed}`]
      return [id, name, specs.length === 0 ? 'none' : [...specs, ...open].join('<br>')]
    })
    const proven = inside.filter(({ id }) => proofs.has(id)).length
    return `## ${area}: ${proven} of ${inside.length}\n\n${table(['id', 'requirement', 'specs that prove it'], rows)}`
  })
}

/** Which requirement is proven by which specs, as a page and as data. */
export function drawRequirements(titles: readonly Title[], requirements: readonly Requirement[]): Drawing[] {
  const proofs = provenBy(titles)
  const proven = requirements.filter(({ id }) => proofs.has(id))
  const partly = proven.filter(({ owed }) => owed !== undefined).length
  const named = `${proven.length} of ${requirements.length} requirements are named by a spec`
  const intro = `${named}, ${partly} of them proven in part only. Short names are ours.`
  const data = Object.fromEntries(
    proven.map(({ id }) => [id, [...new Set((proofs.get(id) ?? []).map(({ says }) => says))]]),
  )
  return [
    page('requirements', 'Requirements and what proves them', [intro, ...areaPages(requirements, proofs)]),
    { path: 'docs/drawn/requirements.json', text: `${JSON.stringify(data, null, 2)}\n` },
  ]
}
