import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { reactions } from '#access/happening.ts'
import { type ImportRoster, importRoster } from '#people/import-roster.ts'
import { isRead } from '#people/roster-import.ts'
import type { Db } from '#platform/database/database.ts'
import { standingClock } from '#platform/clock.ts'
import { actorOf } from '../riverside/cast.ts'
import { riversideId } from '../riverside/places.ts'
import { insertRows, traceSetting } from '../riverside/rows.ts'
import { freshDatabase } from './database.ts'
import { tuesday } from './world.ts'

type Kid = Record<'id' | 'given_name' | 'preferred_name' | 'grade' | 'local_id' | 'born_on', string> & {
  school: string | null
  left_on: string | null
}

const tables = ['student', 'school', 'enrolment', 'caregiver', 'guardianship', 'person']
const everyRow = [...tables, 'student_name', 'student_name_pair']
  .map((table) => `select '${table}' as kind, to_jsonb(t) as row from ${table} t`)
  .join(' union all ')

/** The district itself: a name and working hours, and nobody in it but who keeps the roster. */
async function setDistrict(db: Db) {
  const at = new Date('2026-08-03T16:00:00Z')
  const district_id = riversideId
  const about = { name: 'Riverside Schools', state: 'CA', time_zone: 'America/Los_Angeles', demo: true }
  const hours = { weekday: 1, id: riversideId, opens: '07:30', closes: '17:00' }
  await db.transaction({ districtId: riversideId, side: 'system' }, async (tx) => {
    await insertRows(tx, 'district', [{ district_id, ...about, created_at: at }])
    await insertRows(tx, 'working_hours', [{ district_id, ...hours }])
    const { personId: person_id, assignmentId, name, role } = actorOf('ben')
    const held = { person_id, role, whole_district: true, starts_on: '2026-08-03' }
    await insertRows(tx, 'person', [{ district_id, id: person_id, name, language: 'en', created_at: at }])
    await insertRows(tx, 'assignment', [{ district_id, id: assignmentId, ...held }])
    const made = [riversideId, String(person_id), String(assignmentId)]
    await traceSetting(tx, { at, type: 'district', ids: made })
  })
}

/** What stands in the database after an import. */
function looking(admin: pg.Client) {
  const rows = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await admin.query<Row>(text, values)).rows
  const one = `select t.*, c.name as school from student t left join school c on c.id = t.school_id where t.source_id = $1`
  const places = `select c.source_id as school, e.ends_on, e.ended_by_roster from enrolment e
    join student t on t.id = e.student_id join school c on c.id = e.school_id where t.source_id = $1 order by 1`
  const counted = `select name, count(*)::int from audit_event where name like '%roster%' group by 1 order by 1`
  return {
    rows,
    /** A student by the id of the student system, with the name of their school. */
    student: async (sourceId: string): Promise<Kid | undefined> => (await rows<Kid>(one, [sourceId]))[0],
    enrolments: (sourceId: string) =>
      rows<{ school: string; ends_on: string | null; ended_by_roster: boolean }>(places, [sourceId]),
    /** Every row a roster may touch. */
    everything: () => rows(`${everyRow} order by 1, 2`),
    /** What the trail says rosters did, and how often. */
    trail: async (): Promise<Record<string, number>> => {
      const events = await rows<{ name: string; count: number }>(counted)
      return Object.fromEntries(events.map(({ name, count }) => [name, count]))
    },
  }
}

/** A district with a name and working hours and nobody in it yet, ready to take rosters in. */
export async function rosterDistrict() {
  const { db, admin, close } = await freshDatabase()
  await setDistrict(db)
  const folder = await mkdtemp(join(tmpdir(), 'roster-'))
  const manager = { db, actor: actorOf('ben'), clock: standingClock(tuesday), reactions: reactions([]) }
  return {
    db,
    admin,
    ...looking(admin),
    /** Imports a zip and applies it, as the command line does. @returns what it changed */
    async load(zip: Buffer, extra: Partial<ImportRoster> = {}) {
      const path = join(folder, 'roster.zip')
      await writeFile(path, zip)
      const { summary } = await importRoster(manager, { path, apply: true, ...extra })
      if (!isRead(summary)) throw new Error('An import that was read says what it changed')
      return summary
    },
    async close() {
      await close()
      await rm(folder, { recursive: true })
    },
  }
}
export type RosterDistrict = Awaited<ReturnType<typeof rosterDistrict>>
