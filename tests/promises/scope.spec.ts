import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Db, type Transaction } from '#platform/database/database.ts'
import { opening, type Scope } from '#platform/database/scope.ts'
import { freshDatabase, type FreshDatabase } from '#tests/support/database.ts'
import { fillEveryTable, idIn, tablesOf } from './rows.ts'
import {
  closedToTheApp,
  ofClinicians,
  ofOneself,
  ofTheAgency,
  asItSays,
  ofEveryFamily,
  ofTheFamily,
  ofThePublicPage,
  openToEverybody,
} from './sides.ts'

const here = '00000000-0000-7000-8000-00000000000a'
const there = '00000000-0000-7000-8000-00000000000b'

let database: FreshDatabase
let db: Db
let tables: string[]
beforeAll(async () => {
  database = await freshDatabase(1)
  // The rows are planted: nothing in them was sealed by anybody, and nothing is opened.
  db = new Db({ ...database.login('app'), max: 1 })
  tables = await tablesOf(database.admin)
  await fillEveryTable(database.admin, [here, there])
  // An agency that takes referrals: one that has left is shown to no family.
  await database.admin.query(
    'begin; set local session_replication_role = replica; update partner set ended_at = null; commit',
  )
})
afterAll(async () => {
  await db.close()
  await database.close()
})

/** Tables in which the scope sees rows, and the districts those rows belong to. */
async function seenBy(scope: Scope): Promise<{ tables: string[]; districts: string[] }> {
  return db.transaction(scope, async (tx) => {
    const seen = new Map<string, string>()
    for (const table of tables.filter((name) => !closedToTheApp.includes(name))) {
      const rows = await tx.all(sql<{ district_id: string }>`select district_id from ${sql.table(table)}`)
      for (const row of rows) seen.set(`${table} ${row.district_id}`, row.district_id)
    }
    return {
      tables: [...new Set([...seen.keys()].map((key) => key.split(' ')[0] as string))].sort(),
      districts: [...new Set(seen.values())],
    }
  })
}

const agencyHere = idIn(here, 'partner')
const childHere = idIn(here, 'student')
const stranger = idIn(here, 'somebody else')

describe('Between the walls', () => {
  test('the rows are there: whoever passes the walls counts two in every table', async () => {
    for (const table of tables) {
      const { rows } = await database.admin.query(`select from ${table}`)
      expect(rows.length, table).toBe(2)
    }
  })

  test('the school side sees its own district in every table but what an agency writes for itself and the counts of the public page', async () => {
    const seen = await seenBy({ districtId: here, side: 'school' })
    expect(seen.districts).toEqual([here])
    expect(seen.tables).toEqual(
      tables.filter((name) => ![...closedToTheApp, ...ofClinicians, 'ask_count'].includes(name)),
    )
  })

  test('an agency sees what was sent to it, and settings', async () => {
    const seen = await seenBy({ districtId: here, side: 'partner', partnerId: agencyHere })
    expect(seen).toEqual({ tables: [...openToEverybody, ...ofTheAgency].sort(), districts: [here] })
  })

  test('another agency, or one that forgot to say who it is, sees no student', async () => {
    for (const partnerId of [stranger, undefined]) {
      const seen = await seenBy({ districtId: here, side: 'partner', partnerId })
      expect(seen.tables).toEqual(openToEverybody)
    }
  })

  test('somebody outside the schools sees themselves, their news, and the replies to their own requests', async () => {
    const own = { personId: idIn(here, 'person'), assignmentId: idIn(here, 'idempotent_reply.asker') }
    for (const scope of [
      { districtId: here, side: 'partner', partnerId: stranger, ...own } as const,
      { districtId: here, side: 'family', studentId: stranger, ...own } as const,
    ]) {
      const { tables: seen } = await seenBy(scope)
      const agreed = scope.side === 'family' ? ofEveryFamily : []
      expect(seen).toEqual([...openToEverybody, ...ofOneself, ...agreed, 'idempotent_reply'].sort())
    }
    const another = { personId: stranger, assignmentId: stranger }
    const scope = { districtId: here, side: 'partner', partnerId: stranger, ...another } as const
    expect((await seenBy(scope)).tables).toEqual(openToEverybody)
  })

  test('the public page sees settings and who can help, and nobody', async () => {
    const seen = await seenBy({ districtId: here, side: 'public' })
    expect(seen).toEqual({ tables: [...openToEverybody, ...ofThePublicPage].sort(), districts: [here] })
  })

  test('an agency does not see a referral before it was sent', async () => {
    await database.admin.query(
      'begin; set local session_replication_role = replica; update referral set sent_at = null; commit',
    )
    const seen = await seenBy({ districtId: here, side: 'partner', partnerId: agencyHere })
    expect(seen.tables).toEqual(
      [...openToEverybody, ...ofTheAgency].filter((name) => name !== 'referral').sort(),
    )
  })

  /** Every record that can say who in the family reads it says so; the trail says that school read it. */
  const saying = async (who: string) => {
    const opened = `partner_id = null, kind = 'read', name = 'coordination/student'`
    const said = asItSays.map((table) =>
      table === 'audit_event'
        ? `update audit_event set ${opened}`
        : `update ${table} set family_sees = '${who}'`,
    )
    await database.admin.query(
      `begin; set local session_replication_role = replica; ${said.join('; ')}; commit`,
    )
  }

  test('a family sees its own child, and another family does not', async () => {
    const scope = { districtId: here, side: 'family', studentId: childHere } as const
    expect(await seenBy(scope)).toEqual({
      tables: [...openToEverybody, ...ofEveryFamily, ...ofTheFamily].sort(),
      districts: [here],
    })
    await saying('family')
    const whole = [...openToEverybody, ...ofEveryFamily, ...ofTheFamily, ...asItSays].sort()
    expect((await seenBy(scope)).tables).toEqual(whole)
    await saying('student')
    const trail = [...openToEverybody, ...ofEveryFamily, ...ofTheFamily, 'audit_event'].sort()
    expect((await seenBy(scope)).tables).toEqual(trail)
    expect((await seenBy({ ...scope, isStudent: true })).tables).toEqual(whole)
    for (const studentId of [stranger, undefined]) {
      const seen = await seenBy({ districtId: here, side: 'family', studentId })
      expect(seen.tables).toEqual([...openToEverybody, ...ofEveryFamily].sort())
    }
  })
})

describe('Without a scope', () => {
  const count = async (table: string) => {
    const { rows } = await db.pool.query<{ count: number }>(`select count(*) from ${table}`)
    return rows[0]?.count
  }
  const countAll = async () => {
    for (const table of tables.filter((name) => !closedToTheApp.includes(name))) {
      expect(await count(table), table).toBe(0)
    }
  }

  test('no connection sees a row', async () => {
    await expect(countAll()).resolves.toBeUndefined()
  })

  test('what one transaction saw, the next on the same connection does not see without a scope of its own', async () => {
    const connection = (tx: Transaction) =>
      tx.one(sql<{ pid: number }>`select pg_backend_pid() as pid from student`)
    const { pid } = await db.transaction({ districtId: here, side: 'school' }, connection)
    const { rows } = await db.pool.query<{ pid: number }>('select pg_backend_pid() as pid')
    expect(rows).toEqual([{ pid }])
    await countAll()
    const after = await db.transaction({ districtId: there, side: 'school' }, (tx) =>
      tx.all(sql`select district_id from student`),
    )
    expect(after).toEqual([{ district_id: there }])
  })

  test('a scope is made of ids and five fixed words, so nothing else can be slipped into it', () => {
    const forged = `${here}'; set local app.side = 'system`
    expect(() => opening({ districtId: forged, side: 'family' })).toThrow('is not an id')
    expect(() => opening({ districtId: here, side: "system'; --" as 'system' })).toThrow('no such side')
    expect(() => opening({ districtId: here, side: 'partner', partnerId: '' })).toThrow('is not an id')
  })

  test('a row cannot be written for another district, nor moved to one', async () => {
    const school = (tx: Transaction) => tx.run(sql`update school set district_id = ${there}`)
    await expect(db.transaction({ districtId: here, side: 'school' }, school)).rejects.toMatchObject({
      code: '42501',
    })
    const contact = (tx: Transaction) =>
      tx.run(
        sql`insert into school_closure (district_id, on_day, id, label) values (${there}, '2026-12-24', ${stranger}, 'x')`,
      )
    await expect(db.transaction({ districtId: here, side: 'school' }, contact)).rejects.toMatchObject({
      code: '42501',
    })
  })
})
