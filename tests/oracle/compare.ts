import type { Actor } from '#access/actor.ts'
import {
  actorNow,
  actorsAtTheDoor,
  type Asked,
  marksOf,
  reaching,
  reachOf,
  type Seen,
  wallsOf,
} from './ask.ts'
import type { Assignment, District, Row } from './facts.ts'
import { type By, isInReach, mayBeShown, type Rights, rightsOf } from './oracle.ts'

export type Compared = { people: number; decisions: number; disagreements: string[] }

type Somebody = { district: District; assignment: Assignment }
type Judge = (rights: Rights, of: District, row: Row) => boolean

/** What the oracle lets somebody see, as sums like those the database is asked for. */
function judged(asked: Asked, rights: Rights, judge: Judge): Map<string, Seen> {
  const sums = new Map(asked.tables.map((table) => [table, { table, count: 0, sum: 0 }]))
  for (const of of asked.facts.districts) {
    for (const row of of.rows) {
      const sum = sums.get(row.table)
      if (sum === undefined || !judge(rights, of, row)) continue
      sum.count += 1
      sum.sum += row.mark
    }
  }
  return sums
}

const called = ({ district, assignment }: Somebody) =>
  `${assignment.role} ${assignment.id} of ${district.id.slice(-4)}`

const differ = (seen: readonly Seen[], sums: ReadonlyMap<string, Seen>) =>
  seen
    .filter(({ table, count, sum }) => sums.get(table)?.count !== count || sums.get(table)?.sum !== sum)
    .map(({ table }) => table)

/** Which row it is that one of them shows and the other does not. */
async function firstOf(asked: Asked, { actor, rights }: { actor: Actor; rights: Rights }, table: string) {
  const marks = await marksOf(asked.db, actor, table)
  for (const of of asked.facts.districts) {
    const row = of.rows.find(
      (each) => each.table === table && marks.has(each.mark) !== mayBeShown(rights, of, each),
    )
    if (row !== undefined)
      return `${marks.has(row.mark) ? 'the database alone shows' : 'the oracle alone shows'} ${JSON.stringify(row)}`
  }
  return 'how many there are'
}

/** Whether the two agree that somebody has rights at all. */
const rightsDiffer = (who: Somebody, actor: Actor | undefined, rights: Rights | undefined): string[] =>
  (actor === undefined) === (rights === undefined)
    ? []
    : [`${called(who)} has ${actor === undefined ? 'no rights' : 'rights'} in the database alone`]

/** What somebody reaches, by one of the two ways in. */
async function reachDiffers(asked: Asked, who: Somebody, given: { actor: Actor; rights: Rights; by: By }) {
  const sums = judged({ ...asked, tables: reaching }, given.rights, isInReach)
  const tables = differ(await reachOf(asked, given.actor), sums)
  return tables.map((table) => `${called(who)} reaches other rows of ${table} as a ${given.by}`)
}

type Compares = { decisions: number; disagreements: string[] }

/** With a browser: only there is anything opened. */
async function compareAtTheDoor(asked: Asked, who: Somebody, actor: Actor | undefined): Promise<Compares> {
  const by = 'browser'
  const rights = rightsOf(who.district, who.assignment, { now: asked.facts.now, by })
  const disagreements = rightsDiffer(who, actor, rights)
  if (actor !== undefined && rights !== undefined)
    disagreements.push(...(await reachDiffers(asked, who, { actor, rights, by })))
  return { decisions: 0, disagreements }
}

/** With a token: what it is shown, record by record, and what of it is within reach. */
async function compareByToken(asked: Asked, who: Somebody): Promise<Compares> {
  const { db, facts, tables } = asked
  const by = 'machine'
  const actor = await actorNow(asked, who)
  const rights = rightsOf(who.district, who.assignment, { now: facts.now, by })
  if (actor === undefined || rights === undefined)
    return { decisions: 0, disagreements: rightsDiffer(who, actor, rights) }
  const walls = differ(await wallsOf(db, actor, tables), judged(asked, rights, mayBeShown))
  const disagreements = await reachDiffers(asked, who, { actor, rights, by })
  for (const table of walls)
    disagreements.push(`${called(who)}, ${table}: ${await firstOf(asked, { actor, rights }, table)}`)
  const rows = facts.districts.reduce((sum, each) => sum + each.rows.length, 0)
  return { decisions: rows, disagreements }
}

/** Runs through a list, several at a time, in its order of beginning. */
async function severally<T>(list: readonly T[], at: number, work: (each: T) => Promise<void>): Promise<void> {
  const waiting = [...list]
  const next = async () => {
    for (let each = waiting.shift(); each !== undefined; each = waiting.shift()) await work(each)
  }
  await Promise.all(Array.from({ length: at }, next))
}

/**
 * Asks the database and the oracle about every record for everybody.
 * @param atMost people, spread over all of them; everybody when left out
 * @param enough disagreements to end early on
 */
export async function compare(
  asked: Asked,
  {
    atMost = Infinity,
    enough = Infinity,
    onProgress = () => undefined,
  }: {
    atMost?: number
    enough?: number
    onProgress?: (compared: Compared) => void
  } = {},
): Promise<Compared> {
  const everybody = asked.facts.districts.flatMap((district) =>
    district.assignments.map((assignment): Somebody => ({ district, assignment })),
  )
  const step = Math.max(1, Math.floor(everybody.length / Math.min(atMost, everybody.length)))
  const some = everybody.filter((_, at) => at % step === 0)
  const compared: Compared = { people: 0, decisions: 0, disagreements: [] }
  const add = ({ decisions, disagreements }: Compares) => {
    compared.decisions += decisions
    compared.disagreements.push(...disagreements)
  }
  const doors = new Map<District, Map<string, Actor>>()
  for (const district of asked.facts.districts) doors.set(district, await actorsAtTheDoor(asked, district))
  await severally(some, 4, async (who) => {
    if (compared.disagreements.length >= enough) return
    add(await compareByToken(asked, who))
    add(await compareAtTheDoor(asked, who, doors.get(who.district)?.get(who.assignment.id)))
    compared.people += 1
    onProgress(compared)
  })
  return compared
}
