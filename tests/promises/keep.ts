import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type FreshDatabase } from '#tests/support/database.ts'

/**
 * A sentence about every part of the database. `breaches` lists what contradicts it, one name a row. `defect`
 * is a breach made on purpose, and `found` the name under which the query must report it: a guard that cannot
 * fail guards nothing.
 */
export type DatabasePromise = {
  says: string
  breaches: string
  defect: string
  found: string
  /** What may contradict the sentence, with the reason. One that is not needed any more fails the spec. */
  except?: Readonly<Record<string, string>>
}

/**
 * Tables of tenants: everything in the public schema but the list of migrations, which belongs to the
 * installation.
 */
export const tenantTables = `
  select c.oid, c.relname, c.relowner, c.relacl, c.relrowsecurity, c.relforcerowsecurity
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migration'`

const namesFrom = async (admin: pg.Client, query: string) =>
  (await admin.query<string[]>({ text: query, rowMode: 'array' })).rows.map(([name]) => String(name)).sort()

/** Breaks the promise inside a transaction that is never committed. */
async function withDefect<T>(admin: pg.Client, defect: string, work: () => Promise<T>): Promise<T> {
  await admin.query('begin')
  try {
    await admin.query(defect)
    return await work()
  } finally {
    await admin.query('rollback')
  }
}

/** Declares two specs for each promise: nothing contradicts it, and something that does is found. */
export function keep(title: string, promises: readonly DatabasePromise[]): void {
  describe(title, () => {
    let database: FreshDatabase
    beforeAll(async () => {
      database = await freshDatabase(1)
    })
    afterAll(() => database.close())

    for (const { says, breaches, defect, found, except = {} } of promises) {
      test(says, async () => {
        expect(await namesFrom(database.admin, breaches)).toEqual(Object.keys(except).sort())
      })

      test(`it would be noticed if this were not so: ${says}`, async () => {
        const names = await withDefect(database.admin, defect, () => namesFrom(database.admin, breaches))
        expect(names).toContain(found)
      })
    }
  })
}
