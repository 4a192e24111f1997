import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Db } from '#platform/database/database.ts'
import type { Scope } from '#platform/database/scope.ts'
import { freshDatabase, type FreshDatabase } from '#tests/support/database.ts'
import { fillEveryTable, idIn } from './rows.ts'
import { ofClinicians } from './sides.ts'

const here = '00000000-0000-7000-8000-00000000000a'
const agency = idIn(here, 'partner')

let database: FreshDatabase
let db: Db
beforeAll(async () => {
  database = await freshDatabase(1)
  // The rows are planted: nothing in them was sealed by anybody, and nothing is opened.
  db = new Db({ ...database.login('app'), max: 1 })
  await fillEveryTable(database.admin, [here])
})
afterAll(async () => {
  await db.close()
  await database.close()
})

/** How many rows a scope sees of what an agency writes for itself. */
const seen = (scope: Scope) =>
  db.transaction(scope, async (tx) => {
    let rows = 0
    for (const table of ofClinicians) rows += (await tx.all(sql`select from ${sql.table(table)}`)).length
    return rows
  })

test('What an agency writes for itself is there for its clinicians, and for no scope of anybody else', async () => {
  const clinician = { districtId: here, side: 'partner', partnerId: agency, isClinician: true } as const
  expect(await seen(clinician)).toBe(ofClinicians.length)
  expect(await seen({ ...clinician, isClinician: false })).toBe(0)
  expect(await seen({ ...clinician, partnerId: idIn(here, 'somebody else') })).toBe(0)
  expect(await seen({ ...clinician, blockedIds: [idIn(here, 'student')] })).toBe(0)
  for (const side of ['school', 'family', 'public', 'system'] as const)
    expect(await seen({ ...clinician, side }), side).toBe(0)
})
