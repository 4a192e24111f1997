import type { Actor } from '#access/actor.ts'
import { Knowing } from '#access/knowing.ts'
import { Viewing } from '#access/look.ts'
import type { Side } from '../oracle.ts'
import type { Transaction } from '#platform/database/database.ts'

/** Whoever asks a query of the product, in one transaction between their walls. */
export type At = { tx: Transaction; actor: Actor; now: Date; view: Viewing }

/** Finds one record by its id. */
export type Find = {
  kind: 'find'
  name: string
  table: string
  /** Whether it also finds what was opened by breaking the glass. */
  opens: boolean
  /** Tables whose rows come along in the answer. */
  along?: readonly string[]
  /** The column that names whose it is: whoever holds it finds it at any school. */
  holder?: string
  ask(at: At, id: string): Promise<unknown>
}
/** Answers with the ids of records of one table. */
export type List = {
  kind: 'list'
  name: string
  table: string
  opens: boolean
  /** Tables through which it finds what it answers with. */
  along?: readonly string[]
  /** What somebody wrote or holds themselves is theirs whatever school it is at: only the walls are asked. */
  own?: true
  /** Shows less than what is reached, by a rule of its own: never more. */
  less?: true
  ask(at: At): Promise<readonly (string | null)[]>
}
/**
 * Answers with what hangs on one record that whoever asks has found before: only the walls stand
 * around it.
 */
export type Under = {
  kind: 'under'
  name: string
  table: string
  /** Other tables whose rows come back, or come along. */
  along?: readonly string[]
  /** Whose looks ask it, where it is not everybody's. */
  by?: readonly Side[]
  parent: 'student' | 'referral' | 'concern' | 'crisis_incident' | 'brief_support' | 'escalation'
  ask(at: At, parentId: string): Promise<readonly unknown[]>
}
export type Asked = Find | List | Under

export function atOf(tx: Transaction, actor: Actor, now: Date): At {
  const knowing = new Knowing({}, actor.role, 'no student')
  return {
    tx,
    actor,
    now,
    view: new Viewing(tx, { actor, now, name: 'tests/oracle', knowing, machine: false }),
  }
}

export const ids = async (rows: Promise<readonly { id: string }[]>): Promise<string[]> =>
  (await rows).map(({ id }) => id)
/** One that may be there, as a list. */
export const maybe = async <T>(one: Promise<T | null | undefined>): Promise<T[]> => {
  const found = await one
  return found === undefined || found === null ? [] : [found]
}

type Key = { at: Date; id: string }
/** Every page of a list, three rows at a time: what a page leaves out nobody ever sees. */
export async function everyPage<Row extends { id: string }>(
  page: (after: Key | undefined, limit: number) => Promise<Row[]>,
  at: (row: Row) => Date,
): Promise<string[]> {
  const all: string[] = []
  for (let after: Key | undefined; ; ) {
    const rows = await page(after, 3)
    all.push(...rows.map(({ id }) => id))
    const last = rows.at(-1)
    if (last === undefined) return all
    after = { at: at(last), id: last.id }
  }
}

/** So many rows at most: more than any list of a told world has. */
export const most = 1000
/** The beginning of every name of a told world, and of every packet's. */
export const typed = 'zq'
export const list = (table: string, name: string, ask: List['ask']): List => ({
  kind: 'list',
  table,
  name,
  opens: false,
  ask,
})
