import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { scopeOf, systemActor } from '#access/actor.ts'
import { changed, sampleFiles, sampleRoster } from '#tests/riverside/oneroster-sample.ts'
import { riversideId } from '#tests/riverside/places.ts'
import { rosterDistrict, type RosterDistrict } from '#tests/support/roster-district.ts'
import { searchStudents } from './search-store.ts'

let district: RosterDistrict
beforeEach(async () => {
  district = await rosterDistrict()
})
afterEach(() => district.close())

describe('Importing a roster', () => {
  test('students, schools, families and staff come in, each with a trace', async () => {
    const { counts, staffRoles } = await district.load(sampleRoster())
    expect(counts).toMatchObject({
      schools: { added: 2 },
      students: { added: 2 },
      caregivers: { added: 3 },
      links: { added: 3 },
      staff: { added: 1 },
    })
    expect(staffRoles).toEqual({ teacher: 1 })
    expect(await district.student('leo')).toMatchObject({
      given_name: 'Leonardo',
      preferred_name: 'Leo',
      grade: '9',
      local_id: '40001',
      school: 'Alder Creek High',
      born_on: '2011-10-09',
      home_language: 'unknown',
    })
    expect(
      await district.rows(
        `select level, live_on from school where source_id in ('alder', 'lark') order by source_id`,
      ),
    ).toEqual([
      { level: 'high', live_on: null },
      { level: 'middle', live_on: null },
    ])
    expect(await district.trail()).toEqual({
      'caregiver.added_by_roster': 3,
      'person.added_by_roster': 1,
      'roster.applied': 1,
      'roster.applying': 1,
      'roster.received': 1,
      'school.added_by_roster': 2,
      'student.added_by_roster': 2,
    })
  })

  test('families come in with what they are to the student, and nobody may consent before the school has checked', async () => {
    await district.load(sampleRoster())
    const families = await district.rows(
      `select c.name, g.relationship, g.authority
       from guardianship g join caregiver c on c.id = g.caregiver_id order by 1`,
    )
    expect(families).toEqual([
      { name: 'Carmen Reyes', relationship: 'parent', authority: 'unknown' },
      { name: 'Luis Reyes', relationship: 'relative', authority: 'unknown' },
      { name: 'Ngozi Okafor', relationship: 'guardian', authority: 'unknown' },
    ])
  })

  test('the same file again changes nothing and adds nobody twice [R368]', async () => {
    await district.load(sampleRoster())
    const before = await district.everything()
    const { counts } = await district.load(sampleRoster())
    expect(counts).toEqual({
      schools: { added: 0, changed: 0, closed: 0, notInFile: 0 },
      students: { added: 0, changed: 0, left: 0, same: 2 },
      enrolments: { added: 0, changed: 0, ended: 0 },
      caregivers: { added: 0, changed: 0 },
      links: { added: 0, ended: 0 },
      staff: { added: 0, changed: 0, gone: 0 },
    })
    expect(await district.everything()).toEqual(before)
  })

  test('each import is on record with its counts, by file and never by name [R368]', async () => {
    await district.load(
      sampleRoster(changed('users.csv', 'amara,,,true,amara,,Amara', 'amara,,,perhaps,amara,,Amara')),
    )
    const [kept] = await district.rows<{ state: string; file_name: string; summary: object; format: string }>(
      'select * from roster_import',
    )
    expect(kept).toMatchObject({ state: 'applied', file_name: 'roster.zip', format: 'OneRoster 1.2 bulk' })
    expect(JSON.stringify(kept?.summary)).not.toMatch(/Reyes|Okafor|Amara|Leonardo/)
    const [event] = await district.rows(`select role, detail from audit_event where name = 'roster.applied'`)
    expect(event).toMatchObject({
      role: 'system',
      detail: { students_added: 1, rows_refused: expect.any(Number) },
    })
  })

  test('search finds a student by every name the roster gives', async () => {
    await district.load(sampleRoster())
    const actor = systemActor(riversideId)
    for (const typed of ['leo', 'leonardo rey', '40001']) {
      const found = await district.db.transaction(scopeOf(actor), (tx) =>
        searchStudents(tx, actor, { typed }),
      )
      expect(found.map(({ name }) => name)).toContain('Leo Reyes')
    }
  })

  test('a preview says what would change, changes nothing, and forgets the file [R368]', async () => {
    const before = await district.everything()
    const { counts } = await district.load(sampleRoster(), { apply: false })
    expect(counts.students).toMatchObject({ added: 2 })
    expect(await district.everything()).toEqual(before)
    expect(await district.rows('select state, applied_at from roster_import')).toEqual([
      { state: 'discarded', applied_at: null },
    ])
    expect(await district.rows('select 1 from roster_part')).toEqual([])
  })
})

describe('All or nothing', () => {
  test('an import that breaks at the last step leaves nothing behind [R368]', async () => {
    const before = await district.everything()
    const breaks = district.load(sampleRoster(), {
      onProgress: ({ step }) => {
        if (step === 'tracing') throw new Error('The machine stopped')
      },
    })
    await expect(breaks).rejects.toThrow('The machine stopped')
    expect(await district.everything()).toEqual(before)
    expect(await district.trail()).toEqual({
      'roster.applying': 1,
      'roster.received': 1,
      'roster.refused': 1,
    })
    expect(await district.rows('select state, summary from roster_import')).toEqual([
      { state: 'refused', summary: { refusal: expect.objectContaining({ code: 'stopped' }) } },
    ])
    expect(await district.rows('select 1 from roster_part')).toEqual([])
  })

  test('a file that is no roster is refused with what to do, and nothing changes [R368]', async () => {
    const before = await district.everything()
    await expect(district.load(Buffer.from('not a zip at all'))).rejects.toThrow('Export the roster again')
    const latin = { 'users.csv': Buffer.from(sampleFiles['users.csv'].replace('Amara', 'Amará'), 'latin1') }
    await expect(district.load(sampleRoster(latin))).rejects.toThrow('is not UTF-8 text')
    expect(await district.everything()).toEqual(before)
  })
})
