import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importRosterFile } from '#people/import-roster.ts'
import { standingClock } from '#platform/clock.ts'
import { riversideId } from '../riverside/places.ts'
import { insertRows, traceSetting } from '../riverside/rows.ts'
import { freshDatabase } from './database.ts'
import { tuesday } from './world.ts'

type Kid = Record<'id' | 'given_name' | 'preferred_name' | 'grade' | 'local_id' | 'born_on', string> & {
  school: string | null
  left_on: string | null
}

const everyRow = ['student', 'school', 'enrolment', 'caregiver', 'guardianship', 'person', 'student_name']
  .map((table) => `select '${table}' as kind, to_jsonb(t) as row from ${table} t`)
  .join(' union all ')

/** A district with a name and working hours and nobody in it yet, ready to take rosters in. */
export async function rosterDistrict() {
  const { db, admin, close } = await freshDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'roster-'))
  const at = new Date('2026-08-03T16:00:00Z')
  const district_id = riversideId
  const clock = standingClock(tuesday)
  await db.transaction({ districtId: riversideId, side: 'system' }, async (tx) => {
    const about = {
      name: 'Riverside Schools',
      state: 'CA',
      time_zone: 'America/Los_Angeles',
      demo: true,
      created_at: at,
    }
    await insertRows(tx, 'district', [{ district_id, ...about }])
    await insertRows(tx, 'working_hours', [
      { district_id, weekday: 1, id: riversideId, opens: '07:30', closes: '17:00' },
    ])
    await traceSetting(tx, { at, type: 'district', ids: [riversideId] })
  })
  const rows = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await admin.query<Row>(text, values)).rows
  return {
    db,
    clock,
    rows,
    /** Imports a zip, as the command line does. */
    async load(zip: Buffer, extra: Partial<Parameters<typeof importRosterFile>[0]> = {}) {
      const file = join(folder, 'roster.zip')
      await writeFile(file, zip)
      return importRosterFile({ file, db, districtId: riversideId, clock, ...extra })
    },
    /** A student by the id of the student system, with the name of their school. */
    async student(sourceId: string): Promise<Kid | undefined> {
      const [found] = await rows<Kid>(
        `select t.*, c.name as school from student t left join school c on c.id = t.school_id where t.source_id = $1`,
        [sourceId],
      )
      return found
    },
    enrolments: (sourceId: string) =>
      rows<{ school: string; ends_on: string | null; ended_by_roster: boolean }>(
        `select c.source_id as school, e.ends_on, e.ended_by_roster from enrolment e
         join student t on t.id = e.student_id join school c on c.id = e.school_id where t.source_id = $1 order by 1`,
        [sourceId],
      ),
    /** Every row a roster may touch. */
    everything: () => rows(`${everyRow} order by 1, 2`),
    /** What the trail says rosters did, as "name" and how often. */
    trail: async () =>
      Object.fromEntries(
        (
          await rows<{ name: string; count: number }>(
            `select name, count(*)::int from audit_event where name like '%roster%' group by 1 order by 1`,
          )
        ).map(({ name, count }) => [name, count]),
      ),
    async close() {
      await close()
      await rm(folder, { recursive: true })
    },
  }
}
export type RosterDistrict = Awaited<ReturnType<typeof rosterDistrict>>
