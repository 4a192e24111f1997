import { idOf } from '../../riverside/ids.ts'
import { insertRows, traceSetting } from '../../riverside/rows.ts'
import { seedStandards } from '../../riverside/standards.ts'
import type { Stage } from '../support/stage.ts'

/** A second district on the same server: a school, and a psychologist for all of it. */
export const lakeside = {
  districtId: idOf('lakeside/district'),
  schoolId: idOf('lakeside/school'),
  personId: idOf('lakeside/person'),
  name: 'Vera Lindholm',
}

const summer = '2026-08-03T16:00:00Z'

export async function openLakeside({ db }: Pick<Stage, 'db'>): Promise<void> {
  const { districtId: district_id, schoolId, personId, name } = lakeside
  const assignment = { id: idOf('lakeside/assignment'), person_id: personId, role: 'psychologist' }
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, id: idOf(`lakeside/hours/${weekday}`) }))
  const term = idOf('lakeside/term')
  await db.transaction({ districtId: district_id, side: 'system' }, async (tx) => {
    const zone = { time_zone: 'America/Los_Angeles', demo: true, created_at: summer }
    await insertRows(tx, 'district', [{ district_id, name: 'Lakeside Schools', state: 'CA', ...zone }])
    const school = {
      name: 'Lakeside Middle School',
      level: 'middle',
      neighborhood: 'Lakeside',
      public_code: 'lakeside',
    }
    await insertRows(tx, 'school', [
      { district_id, id: schoolId, source_id: 'LAKE-1', live_on: '2026-08-17', ...school },
    ])
    const year = { name: 'School year 2026-27', starts_on: '2026-08-17', ends_on: '2027-06-11' }
    await insertRows(tx, 'school_term', [{ district_id, id: term, ...year }])
    await insertRows(
      tx,
      'working_hours',
      hours.map((row) => ({ district_id, ...row, opens: '07:30', closes: '17:00' })),
    )
    const person = { name, email: 'vera@lakeside.example', language: 'en', created_at: summer }
    await insertRows(tx, 'person', [{ district_id, id: personId, ...person }])
    const held = { whole_district: true, starts_on: '2026-08-03', ends_on: '2027-06-30' }
    await insertRows(tx, 'assignment', [{ district_id, ...assignment, ...held }])
    const at = new Date(summer)
    await traceSetting(tx, { at, type: 'district', ids: [district_id, term, ...hours.map(({ id }) => id)] })
    await traceSetting(tx, { at, type: 'school', ids: [schoolId] })
    await traceSetting(tx, { at, type: 'person', ids: [personId] })
    await seedStandards(tx)
  })
}
