import type { Shows } from '#access/knowing.ts'
import { type Role, roles, roleWords } from '#access/roles.ts'
import { dataClassWords } from '#access/data-class-words.ts'
import type { DataClass } from '#database/classes.ts'
import { purposeWords } from '#standards/knowing-words.ts'
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
  /** Of which classes of data a look shows something. */
  shows?: Shows
  file?: string
}

function asDeed(value: unknown, file?: string): Deed[] {
  if (typeof value !== 'object' || value === null || !('by' in value) || !('name' in value)) return []
  const { name, by, ifNamed = [] } = value as Pick<Deed, 'name' | 'by' | 'ifNamed'>
  const where = file === undefined ? {} : { file }
  if ('perform' in value) return [{ kind: 'act', name, by, ifNamed, ...where }]
  const { shows = 'no student' } = value as Pick<Deed, 'shows'>
  return 'see' in value ? [{ kind: 'look', name, by, ifNamed, shows, ...where }] : []
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

/** What every look shows of students: what it is refused without, and what is left out of it. */
function shown(deeds: readonly Deed[]): string {
  const say = dataClassWords()
  const listed = (classes: readonly DataClass[] = []) => classes.map((each) => say(each)).join(', ')
  const looks = deeds.filter(({ kind }) => kind === 'look')
  const rows = looks.flatMap(({ name, shows }) =>
    shows === undefined || shows === 'no student'
      ? []
      : [[`\`${name}\``, purposeWords()(shows.for), listed(shows.whole), listed(shows.parts)]],
  )
  const none = looks.filter(({ shows }) => shows === 'no student').map(({ name }) => `\`${name}\``)
  const head = ['', 'what for', 'refused without', 'left out one by one']
  return `## What each look shows of students\n\n${table(head, rows)}\n\nNo student: ${none.join(', ')}.`
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
  return page('access-matrix', 'Who may do what', [intro, ...chapters, shown(deeds)])
}
