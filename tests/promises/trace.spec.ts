import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { freshDatabase, type FreshDatabase } from '#tests/support/database.ts'
import { fillEveryTable, tablesOf } from './rows.ts'

const district = '00000000-0000-7000-8000-00000000000a'

/** Tables that may change without an audit event, and why. */
const untraced: Readonly<Record<string, string>> = {
  act_try:
    'counts of tries within minutes; each that was refused left its trace, and so did each that was not',
  ask_count: 'counts of the public page, gone within the hour; a request that is taken left its trace',
  audit_event: 'it is the trail',
  audit_seal: 'the seals over the trail, written by the sealer',
  district_revision: 'counts the changes of calendar, hours and standards, each of which left its trace',
  idempotent_reply: 'what a request was answered, kept 72 hours; the act itself left its trace',
  data_key: 'made for a text, whose change left its trace',
  district_key: 'made for a text, whose change left its trace',
  packet_name: 'derived from the packet, whose sending left its trace',
  referral_counter: 'the last number given out; the referral that took it left its trace',
  standing_revision: 'counts the changes of what says who somebody is, each of which left its trace',
  stall_watch: 'when the next clock of a referral runs out; whatever is found left its trace',
  roster_part: 'bytes of a file on their way; the import left its trace',
  roster_progress: 'how far a job has come; the import left its trace',
  student_name: 'derived from the student, whose change left its trace',
  student_name_pair: 'derived from the student, whose change left its trace',
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
  found = await guardsNow()
})
afterAll(() => database.close())

const guardsNow = async () => (await database.admin.query<Guard>(`${guards} order by 1`)).rows
const isBlind = ({ tgtype, at_commit, enabled }: Guard) => tgtype !== everyChange || !at_commit || !enabled

/** Tables that can change without a trace, in the order of their names. */
async function unguarded(): Promise<string[]> {
  const guarded = new Set((await guardsNow()).map(({ relname }) => relname))
  return (await tablesOf(database.admin)).filter((name) => !guarded.has(name))
}

/** The column that names its subject; of a row that names one of two, whichever it has. */
const subjectOf = ({ tgargs }: Guard) =>
  `coalesce(${tgargs.toString('utf8').split('\0').filter(Boolean).join(', ')})`

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
    expect(await unguarded()).toEqual(Object.keys(untraced).sort())
  })

  test('every guard watches inserts, updates and deletes, at the commit', () => {
    expect(found.filter(isBlind).map(({ relname }) => relname)).toEqual([])
  })

  test('a table without its guard is found, and a guard that is off, or does not see every change', async () => {
    const { admin } = database
    const seen = async (defect: string) => {
      await admin.query('begin')
      await admin.query(defect)
      const blind = (await guardsNow()).filter(isBlind).map(({ relname }) => relname)
      const open = await unguarded()
      await admin.query('rollback')
      return { blind, open: open.filter((name) => !(name in untraced)) }
    }
    expect(await seen('drop trigger leaves_a_trace on student')).toEqual({ blind: [], open: ['student'] })
    expect(await seen('create table planted (district_id uuid)')).toEqual({ blind: [], open: ['planted'] })
    expect(await seen('alter table student disable trigger leaves_a_trace')).toEqual({
      blind: ['student'],
      open: [],
    })
    const half = `drop trigger leaves_a_trace on student; create constraint trigger leaves_a_trace after insert on student
      deferrable initially deferred for each row execute function house.leaves_a_trace('id')`
    expect(await seen(half)).toEqual({ blind: ['student'], open: [] })
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
