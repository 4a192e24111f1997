import type pg from 'pg'
import { type Actor, scopeOf } from '#access/actor.ts'
import type { Db, Transaction } from '#platform/database/database.ts'
import { actorsAtTheDoor } from '../ask.ts'
import { type Rights, rightsOf } from '../oracle.ts'
import { type Asked, atOf, type Find, type List, type Under } from './asked.ts'
import type { ToldDistrict, ToldFacts, ToldRow } from './facts.ts'
import { finds } from './finds.ts'
import { hangingOn, type Index, indexOf, isFound, saysNothing } from './judge.ts'
import { lists } from './lists.ts'
import { unders } from './unders.ts'

export const everyQuery: readonly Asked[] = [...finds, ...lists, ...unders]

export type Told = {
  db: Db
  admin: pg.ClientBase
  facts: ToldFacts
  /** Which queries are asked; with a defect in one, where a spec plants it. */
  queries?: readonly Asked[]
  /** Every how many-eth person is asked. */
  every?: number
  /** Disagreements to end early on. */
  enough?: number
}
/**
 * What was decided, and by which query how much of it was yes: a query that answers nothing proves
 * nothing.
 */
export type StoresCompared = {
  people: number
  decisions: number
  shown: ReadonlyMap<string, number>
  disagreements: string[]
}

export type Somebody = { of: ToldDistrict; actor: Actor; rights: Rights; index: Index }
type Judged = { decisions: number; shown: number; wrong: string[] }
/** Answers of whoever has no limit, by who asks what: they are the same for everybody in a role. */
type Known = Map<string, Promise<unknown>>
type Asking = { told: Told; who: Somebody; known: Known }

/** The same person without any limit: every school, kept from nobody, and nothing opened. */
export const unlimited = (actor: Actor): Actor => {
  const { blockedIds: _, openings: __, ...rest } = actor
  return { ...rest, schoolIds: null }
}

const inWalls = <T>({ told }: Asking, actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  told.db.transaction(scopeOf(actor), work)

/** What whoever has no limit is answered; on any other side than the school's there is nobody like that. */
async function reference<T>(
  { who: { actor, rights, of }, known }: Asking,
  query: Asked,
  ask: (who: Actor) => Promise<T>,
): Promise<T | undefined> {
  if (rights.side !== 'school') return undefined
  if (query.kind === 'list') return ask(unlimited(actor))
  const key = `${query.name} ${of.id} ${query.table === 'consent_exception' ? actor.personId : actor.role}`
  const asked = known.get(key) ?? ask(unlimited(actor))
  known.set(key, asked)
  return asked as Promise<T>
}

/** Each record there is, by its id: whether it is found, and the whole of what is answered. */
async function judgeFind(asking: Asking, query: Find): Promise<Judged> {
  const { told, who } = asking
  const { of, rights, index } = who
  const rows = [...(index.get(query.table)?.values() ?? [])]
  const ask = (as: Actor) =>
    inWalls(asking, as, async (tx) => {
      const at = atOf(tx, as, told.facts.now)
      const found: (string | undefined)[] = []
      for (const { id } of rows) found.push(JSON.stringify(await query.ask(at, id ?? '')))
      return found
    })
  const all = await reference(asking, query, ask)
  const given = await ask(who.actor)
  const wrong = rows.flatMap((row, at) => {
    const isHeld = query.holder !== undefined && row.of[query.holder] === who.actor.personId
    const reach = isHeld ? { ...rights, everySchool: true } : rights
    const may = isFound(reach, { of, row, opens: query.opens })
    // Whoever acts for an agency or a student is shown less than the walls leave them, and never more.
    const isRight =
      all === undefined ? may || given[at] === undefined : given[at] === (may ? all[at] : undefined)
    return isRight ? [] : [`${query.name}: ${given[at] ? 'finds' : 'does not find'} ${row.id}`]
  })
  return { decisions: rows.length, shown: given.filter((each) => each !== undefined).length, wrong }
}

const counted = (ids: readonly (string | null)[]) => {
  const counts = new Map<string, number>()
  for (const id of ids) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/** Each row a list would show if nothing were kept from anybody: so many times it is shown as should be. */
async function judgeList(asking: Asking, query: List): Promise<Judged> {
  const { told, who } = asking
  const { of, rights, index } = who
  const ask = async (as: Actor) =>
    counted(await inWalls(asking, as, (tx) => query.ask(atOf(tx, as, told.facts.now))))
  const [all, shown] = [await reference(asking, query, ask), await ask(who.actor)]
  const reach = query.own ? { ...rights, everySchool: true } : rights
  const ids = [...new Set([...shown.keys(), ...(all?.keys() ?? [])])]
  const wrong = ids.flatMap((id) => {
    const row = index.get(query.table)?.get(id)
    const may = row !== undefined && isFound(reach, { of, row, opens: query.opens })
    const times = shown.get(id) ?? 0
    const most = may ? (all?.get(id) ?? 1) : 0
    const isRight = all === undefined || query.less ? times <= most : times === most
    return isRight ? [] : [`${query.name}: ${times} of ${id}`]
  })
  return { decisions: ids.length, shown: shown.size, wrong }
}

/** What hangs on each record: all of it, or nothing where somebody is kept away. */
async function judgeUnder(asking: Asking, query: Under): Promise<Judged> {
  const { told, who } = asking
  const { of, rights, index } = who
  if (query.by?.includes(rights.side) === false) return { decisions: 0, shown: 0, wrong: [] }
  const parents = [...(index.get(query.parent)?.values() ?? [])]
  const ask = (as: Actor) =>
    inWalls(asking, as, async (tx) => {
      const at = atOf(tx, as, told.facts.now)
      const answers: string[][] = []
      for (const { id } of parents)
        answers.push((await query.ask(at, id ?? '')).map((row) => JSON.stringify(row)))
      return answers
    })
  const [all, given] = [await reference(asking, query, ask), await ask(who.actor)]
  const isKept = (parent: ToldRow) => rights.keptFrom.has(parent.studentId ?? '') && !saysNothing(of, query)
  const wrong = parents.flatMap((parent, at) => {
    const shown = given[at] ?? []
    const rows = all ? [] : hangingOn(of, query, parent)
    const most = rows.filter((row) => isFound(rights, { of, row, opens: true })).length
    const should = isKept(parent) ? [] : (all?.[at] ?? [])
    const isRight = all === undefined ? shown.length <= most : shown.join() === should.join()
    return isRight ? [] : [`${query.name}: ${shown.length} of ${parent.id}`]
  })
  const count = (answers: readonly (readonly string[])[]) =>
    answers.reduce((sum, each) => sum + each.length, 0)
  return { decisions: parents.length + count(all ?? given), shown: count(given), wrong }
}

const judge = (asking: Asking, query: Asked): Promise<Judged> =>
  query.kind === 'find'
    ? judgeFind(asking, query)
    : query.kind === 'list'
      ? judgeList(asking, query)
      : judgeUnder(asking, query)

/** Everybody with rights in any district, as the door knows them, and as the oracle does. */
export async function everybodyTold({ admin, facts }: Pick<Told, 'admin' | 'facts'>): Promise<Somebody[]> {
  const all: Somebody[] = []
  for (const of of facts.districts) {
    const index = indexOf(of)
    const doors = await actorsAtTheDoor({ admin, facts }, of)
    for (const assignment of of.assignments) {
      const actor = doors.get(assignment.id)
      const rights = rightsOf(of, assignment, { now: facts.now, by: 'browser' })
      if (actor !== undefined && rights !== undefined) all.push({ of, actor, rights, index })
    }
  }
  return all
}

/** Asks every query that reads records of students as everybody, and compares row by row with the oracle. */
export async function compareStores(told: Told): Promise<StoresCompared> {
  const { queries = everyQuery, every = 1, enough = Infinity } = told
  const compared = {
    people: 0,
    decisions: 0,
    shown: new Map<string, number>(),
    disagreements: [] as string[],
  }
  const known: Known = new Map()
  for (const who of (await everybodyTold(told)).filter((_, at) => at % every === 0)) {
    compared.people += 1
    for (const query of queries) {
      if (compared.disagreements.length >= enough) return compared
      const { decisions, shown, wrong } = await judge({ told, who, known }, query)
      compared.decisions += decisions
      compared.shown.set(query.name, (compared.shown.get(query.name) ?? 0) + shown)
      compared.disagreements.push(...wrong.map((what) => `${who.actor.role} ${who.actor.name}: ${what}`))
    }
  }
  return compared
}
