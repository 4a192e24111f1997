import { type Role, roles, roleWords } from '#access/roles.ts'
import { house } from '../../src/compose.ts'
import { type Drawing, page, table } from './drawing.ts'
import { exportsOf, productFiles } from './modules.ts'

/** An act or a look: its name, who may, and the file it stands in when it is exported. */
export type Deed = {
  kind: 'act' | 'look'
  name: string
  by: readonly string[]
  /** Those of `by` who may only where the district names them. */
  ifNamed?: readonly string[]
  file?: string
}

function asDeed(value: unknown, file?: string): Deed[] {
  if (typeof value !== 'object' || value === null || !('by' in value) || !('name' in value)) return []
  const { name, by, ifNamed = [] } = value as Pick<Deed, 'name' | 'by' | 'ifNamed'>
  const where = file === undefined ? {} : { file }
  if ('perform' in value) return [{ kind: 'act', name, by, ifNamed, ...where }]
  return 'see' in value ? [{ kind: 'look', name, by, ifNamed, ...where }] : []
}

/** Every act and look behind an address of the house. */
export const deedsOfTheHouse = (): Deed[] => [
  ...house.screens.flatMap(({ look }) => asDeed(look)),
  ...house.resources.flatMap(({ act }) => asDeed(act)),
]

/** Every act and look that a file of the product exports, whether or not an address leads to it. */
export async function deedsOfTheFiles(): Promise<Deed[]> {
  const files = productFiles(/= (?:act|look)[<(]/).filter(
    (file) => !/^src\/access\/(?:act|look)\.ts$/.test(file),
  )
  return (await exportsOf(files)).flatMap(({ file, value }) => asDeed(value, file))
}

/** Both, each name once, in the order of their names. */
export async function readDeeds(): Promise<Deed[]> {
  const all = [...(await deedsOfTheFiles()), ...deedsOfTheHouse()]
  const once = new Map(all.map((deed) => [`${deed.kind} ${deed.name}`, deed]))
  return [...once.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

const may = ({ by, ifNamed = [] }: Deed, role: Role) =>
  by.includes(role) ? (ifNamed.includes(role) ? 'if named' : 'may') : ''

function chapter(module: string, deeds: readonly Deed[]): string {
  const inside = roles.filter((role) => deeds.some(({ by }) => by.includes(role)))
  const say = roleWords()
  const rows = deeds.map((deed) => [
    `${deed.kind === 'act' ? '' : 'see '}\`${deed.name}\``,
    ...inside.map((role) => may(deed, role)),
  ])
  return `## ${module}\n\n${table(['', ...inside.map((role: Role) => say(role))], rows)}`
}

/** Which role may ask for which act and look at all. Whose record it is about is asked again inside. */
export function drawAccess(deeds: readonly Deed[]): Drawing {
  const intro =
    'Which role may ask at all. Inside, each act and look asks again whether this record belongs to the work of the ' +
    'person. **If named**: only where the district names the role among those who decide in triage. A role without a ' +
    'column may do nothing in that module.'
  const chapters = [...Map.groupBy(deeds, ({ name }) => name.split('/')[0] as string)].map(
    ([module, inside]) => chapter(module, inside),
  )
  return page('access-matrix', 'Who may do what', [intro, ...chapters])
}
