import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { freshDatabase, type FreshDatabase } from '#tests/support/database.ts'
import { fillEveryTable, tablesOf } from './rows.ts'

const district = '00000000-0000-7000-8000-00000000000a'

/** Tables that may change without an audit event, and why. */
const untraced: Readonly<Record<string, string>> = {
  ask_count: 'counts of the public page, gone within the hour; a request that is taken left its trace',
  audit_event: 'it is the trail',
  audit_seal: 'the seals over the trail, written by the sealer',
  idempotent_reply: 'what a request was answered, kept 72 hours; the act itself left its trace',
  referral_counter: 'the last number given out; the referral that took it left its trace',
  roster_part: 'bytes of a file on their way; the import left its trace',
  roster_progress: 'how far a job has come; the import left its trace',
  student_name: 'derived from the student, whose change left its trace',
}

const guards = `
  select c.relname, t.tgargs, t.tgtype, t.tgdeferrable and t.tginitdeferred as at_commit, t.tgenabled = 'O' as enabled
  from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'leaves_a_trace'`
type Guard = { relname: string; tgargs: Buffer; tgtype: number; at_commit: boolean; enabled: boolean }

/** After each row, on insert, update and delete (the bits of pg_trigger.tgtype). */
const everyChange = 1 | 4 | 8 | 16

let database: FreshDatabase
let found: Guard[]
beforeAll(async () => {
  database = await freshDatabase(1)
  await fillEveryTable(database.admin, [district])
  found = (await database.admin.query<Guard>(`${guards} order by 1`)).rows
})
afterAll(() => database.close())

const subjectOf = ({ tgargs }: Guard) => tgargs.toString('utf8').replace(/\0$/, '')

async function change(guard: Guard, trace: boolean): Promise<void> {
  const { admin } = database
  await admin.query('begin')
  try {
    if (trace) {
      await admin.query(
        `insert into audit_event (district_id, id, at, kind, name, role, subject_type, subject_id)
         select district_id, $1, now(), 'change', 'record.changed', 'system', $2, ${subjectOf(guard)} from ${guard.relname}`,
        [newId(), guard.relname],
      )
    }
    await admin.query(`update ${guard.relname} set district_id = district_id`)
    await admin.query('commit')
  } catch (error) {
    await admin.query('rollback')
    throw error
  }
}

describe('No change without a trace', () => {
  test('every table is guarded, or stands on the list of those that are not', async () => {
    const guarded = found.map(({ relname }) => relname)
    expect([...guarded, ...Object.keys(untraced)].sort()).toEqual(await tablesOf(database.admin))
  })

  test('every guard watches inserts, updates and deletes, at the commit', () => {
    for (const { relname, tgtype, at_commit, enabled } of found) {
      expect({ relname, tgtype, at_commit, enabled }).toEqual({
        relname,
        tgtype: everyChange,
        at_commit: true,
        enabled: true,
      })
    }
  })

  test('a change that left no trace cannot be committed, in any guarded table', async () => {
    for (const guard of found) {
      await expect(change(guard, false), guard.relname).rejects.toMatchObject({ code: 'TL001' })
    }
    expect(found.length).toBeGreaterThan(40)
  })

  test('the same change with a trace about its subject is committed, in any guarded table', async () => {
    for (const guard of found) {
      await expect(change(guard, true), guard.relname).resolves.toBeUndefined()
    }
  })
})
