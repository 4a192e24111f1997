import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { scopeOf, systemActor } from '#access/actor.ts'
import { changed, sampleFiles, sampleRoster } from '#tests/riverside/oneroster-sample.ts'
import { riversideId } from '#tests/riverside/places.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { importRosterFile } from './import-roster.ts'
import { searchStudents } from './search-store.ts'

let world: World
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roster-'))
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(async () => {
  world = await riverside()
})
afterEach(() => world.close())

type Extra = Partial<Parameters<typeof importRosterFile>[0]>
async function load(zip: Buffer, extra: Extra = {}) {
  const file = join(folder, 'roster.zip')
  await writeFile(file, zip)
  return importRosterFile({ file, db: world.db, districtId: riversideId, clock: world.clock, ...extra })
}

const rows = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await world.admin.query<Row>(text, values)).rows
type Kid = { given_name: string; grade: string; local_id: string; school: string | null; left_on: string | null }
const student = async (sourceId: string) => {
  const found = await rows<Kid>(
    `select t.*, c.name as school from student t left join school c on c.id = t.school_id where t.source_id = $1`,
    [sourceId],
  )
  return found[0]
}
const enrolments = (sourceId: string) =>
  rows<{ school: string; ends_on: string | null; ended_by_roster: boolean }>(
    `select c.source_id as school, e.ends_on, e.ended_by_roster from enrolment e
     join student t on t.id = e.student_id join school c on c.id = e.school_id where t.source_id = $1 order by 1`,
    [sourceId],
  )
const everything = () =>
  rows(`select 'student' as kind, to_jsonb(t) as row from student t union all select 'school', to_jsonb(t) from school t
    union all select 'enrolment', to_jsonb(t) from enrolment t union all select 'caregiver', to_jsonb(t) from caregiver t
    union all select 'link', to_jsonb(t) from guardianship t union all select 'person', to_jsonb(t) from person t
    union all select 'name', to_jsonb(t) from student_name t order by 1, 2`)

describe('Importing a roster', () => {
  test('students, schools, families and staff come in, each with a trace', async () => {
    const { counts, staffRoles } = await load(sampleRoster())
    expect(counts).toMatchObject({ schools: { added: 2 }, students: { added: 2 }, caregivers: { added: 3 }, links: { added: 3 }, staff: { added: 1 } })
    expect(staffRoles).toEqual({ teacher: 1 })
    expect(await student('leo')).toMatchObject({ given_name: 'Leonardo', preferred_name: 'Leo', grade: '9', local_id: '40001', school: 'Alder Creek High', born_on: '2011-10-09', home_language: 'unknown' })
    expect(await rows(`select level, live_on from school where source_id in ('alder', 'lark') order by source_id`)).toEqual([{ level: 'high', live_on: null }, { level: 'middle', live_on: null }])
    const families = await rows(`select c.name, g.relationship, g.authority from guardianship g join caregiver c on c.id = g.caregiver_id join student t on t.id = g.student_id where t.source_id in ('leo', 'amara') order by 1`)
    expect(families).toEqual([
      { name: 'Carmen Reyes', relationship: 'parent', authority: 'unknown' },
      { name: 'Luis Reyes', relationship: 'relative', authority: 'unknown' },
      { name: 'Ngozi Okafor', relationship: 'guardian', authority: 'unknown' },
    ])
    const names = (await world.trail()).filter((line) => line.includes('roster'))
    expect(names.sort()).toEqual([
      ...Array<string>(3).fill('system: caregiver.added_by_roster'),
      'system: person.added_by_roster',
      'system: roster.applied',
      ...Array<string>(2).fill('system: school.added_by_roster'),
      ...Array<string>(2).fill('system: student.added_by_roster'),
      ...Array<string>(Number(24)).fill('system: student.left_by_roster'),
    ].sort())
  })

  test('the same file again changes nothing and adds nobody twice [R368]', async () => {
    await load(sampleRoster())
    const before = await everything()
    const { counts } = await load(sampleRoster())
    expect(counts).toEqual({
      schools: { added: 0, changed: 0, closed: 0, notInFile: 3 },
      students: { added: 0, changed: 0, left: 0, same: 2 },
      enrolments: { added: 0, changed: 0, ended: 0 },
      caregivers: { added: 0, changed: 0 },
      links: { added: 0, ended: 0 },
      staff: { added: 0, changed: 0, gone: 0 },
    })
    expect(await everything()).toEqual(before)
  })

  test('each import is on record with its counts, by file and never by name [R368]', async () => {
    await load(sampleRoster(changed('users.csv', 'amara,,,true,amara,,Amara', 'amara,,,perhaps,amara,,Amara')))
    const [kept] = await rows<{ state: string; file_name: string; summary: object; format: string }>('select * from roster_import')
    expect(kept).toMatchObject({ state: 'applied', file_name: 'roster.zip', format: 'OneRoster 1.2 bulk' })
    expect(JSON.stringify(kept?.summary)).not.toMatch(/Reyes|Okafor|Amara|Leonardo/)
    const [event] = await world.trailOf(`name = 'roster.applied'`, [])
    expect(event).toMatchObject({ role: 'system', detail: { students_added: 1, rows_refused: expect.any(Number) } })
  })

  test('search finds a student by every name the roster gives', async () => {
    await load(sampleRoster())
    const actor = systemActor(riversideId)
    for (const typed of ['leo', 'leonardo rey', '40001']) {
      const found = await world.db.transaction(scopeOf(actor), (tx) => searchStudents(tx, actor, { typed }))
      expect(found.map(({ name }) => name)).toContain('Leo Reyes')
    }
  })

  test('a preview says what would change and changes nothing', async () => {
    const before = await everything()
    const { counts } = await load(sampleRoster(), { preview: true })
    expect(counts.students).toMatchObject({ added: 2 })
    expect(await everything()).toEqual(before)
    expect(await rows('select 1 from roster_import')).toEqual([])
  })
})

describe('All or nothing', () => {
  test('an import that breaks at the last step leaves nothing behind [R368]', async () => {
    const before = await everything()
    const breaks = load(sampleRoster(), {
      onProgress: ({ step }) => {
        if (step === 'tracing') throw new Error('The machine stopped')
      },
    })
    await expect(breaks).rejects.toThrow('The machine stopped')
    expect(await everything()).toEqual(before)
    expect((await world.trail()).filter((line) => line.includes('roster'))).toEqual([])
  })

  test('a file that is no roster is refused with what to do, and nothing changes [R368]', async () => {
    const before = await everything()
    await expect(load(Buffer.from('not a zip at all'))).rejects.toThrow('Export the roster again')
    const latin = { 'users.csv': Buffer.from(sampleFiles['users.csv'].replace('Amara', 'Amará'), 'latin1') }
    await expect(load(sampleRoster(latin))).rejects.toThrow('is not UTF-8 text')
    expect(await everything()).toEqual(before)
  })
})

describe('A roster that changes', () => {
  test('a student who is not in a full file any more has left: the enrolment ends and the record stays', async () => {
    await load(sampleRoster())
    const without = (file: keyof typeof sampleFiles, who: string) =>
      sampleFiles[file].split('\r\n').filter((line) => !line.includes(who)).join('\r\n')
    const later = sampleRoster({
      'users.csv': without('users.csv', 'amara'),
      'roles.csv': without('roles.csv', 'amara').split('\r\n').filter((line) => !line.includes('okafor')).join('\r\n'),
      'demographics.csv': without('demographics.csv', 'amara'),
      'enrollments.csv': without('enrollments.csv', 'amara').split('\r\n').filter((line) => !line.includes('okafor')).join('\r\n'),
    })
    const { counts } = await load(later)
    expect(counts.students).toMatchObject({ left: 1, added: 0 })
    expect(await student('amara')).toMatchObject({ school: null, left_on: '2026-10-13', given_name: 'Amara' })
    expect(await enrolments('amara')).toEqual([{ school: 'lark', ends_on: '2026-10-13', ended_by_roster: true }])
    await load(sampleRoster())
    expect(await student('amara')).toMatchObject({ school: 'Larkspur Middle', left_on: null })
  })

  test('while rows of a full file are refused, nobody is taken to have left', async () => {
    await load(sampleRoster())
    const broken = sampleRoster(changed('users.csv', 'amara,,,true,amara,,Amara', 'amara,,,perhaps,amara,,Amara'))
    const { counts, endedAbsent, refused } = await load(broken)
    expect(refused.listed[0]).toMatchObject({ file: 'users.csv', line: 3 })
    expect({ left: counts.students.left, endedAbsent }).toEqual({ left: 0, endedAbsent: false })
    expect(await student('amara')).toMatchObject({ school: 'Larkspur Middle' })
  })

  test('a student moves to another school, and search follows', async () => {
    await load(sampleRoster())
    await load(sampleRoster({ ...changed('roles.csv', 'student,,,lark', 'student,,,alder'), ...changed('enrollments.csv', 'c-lark,lark,amara', 'c-alder,alder,amara') }))
    expect(await student('amara')).toMatchObject({ school: 'Alder Creek High' })
    expect((await enrolments('amara')).map(({ school, ended_by_roster }) => [school, ended_by_roster])).toEqual([['alder', false], ['lark', true]])
    const [word] = await rows<{ name: string }>(`select c.name from student_name n join school c on c.id = n.school_id where n.word = 'amara'`)
    expect(word?.name).toBe('Alder Creek High')
  })

  test('a delta that withdraws a student ends the enrolment and deletes nobody', async () => {
    await load(sampleRoster())
    const header = sampleFiles['users.csv'].split('\r\n')[0] as string
    const gone = 'leo,tobedeleted,2026-10-12T10:00:00Z,true,leo,,Leonardo,Reyes,,40001,,,,,09,,,,,,,,'
    const { counts, format } = await load(sampleRoster({ 'users.csv': `${header}\r\n${gone}\r\n` }, 'delta'))
    expect(format).toBe('OneRoster 1.2 delta')
    expect(counts.students).toMatchObject({ left: 1, added: 0 })
    expect(await student('leo')).toMatchObject({ school: null, left_on: '2026-10-13' })
    expect(await student('amara')).toMatchObject({ school: 'Larkspur Middle' })
  })
})

describe('What the school wrote itself', () => {
  test('a number staff changed stands over the roster: it may be the only safe one', async () => {
    await load(sampleRoster())
    await world.admin.query(`begin; set local session_replication_role = replica; update caregiver set phone = '555-0199', version = 2 where source_id = 'carmen'; commit`)
    await load(sampleRoster(changed('users.csv', '555-0102', '555-0103')))
    expect(await rows(`select phone from caregiver where source_id = 'carmen'`)).toEqual([{ phone: '555-0199' }])
  })

  test('a number nobody changed follows the roster', async () => {
    await load(sampleRoster())
    await load(sampleRoster(changed('users.csv', '555-0102', '555-0103')))
    expect(await rows(`select phone from caregiver where source_id = 'carmen'`)).toEqual([{ phone: '555-0103' }])
  })

  test('staff who were invited before are known by their address, and keep their assignments', async () => {
    const { counts } = await load(sampleRoster(changed('users.csv', 'okafor@riverside.example', 'maya.okafor@riverside.example')))
    expect(counts.staff).toEqual({ added: 0, changed: 1, gone: 0 })
    expect(await rows(`select name, source_id from person where lower(email) = 'maya.okafor@riverside.example'`)).toEqual([{ name: 'Maya Okafor', source_id: 'okafor' }])
  })

  test('a student with the name and birth date of another is added apart and listed for review [R372]', async () => {
    await load(sampleRoster())
    const twin = sampleRoster({
      ...changed('users.csv', 'amara,,,true,amara', 'amara2,,,true,amara'),
      ...changed('roles.csv', 'r2,,,amara', 'r2,,,amara2'),
      ...changed('demographics.csv', 'amara,', 'amara2,'),
      ...changed('enrollments.csv', 'c-lark,lark,amara', 'c-lark,lark,amara2'),
    })
    const { nearDuplicates } = await load(twin, { preview: true })
    const [known] = await rows<{ id: string }>(`select id from student where source_id = 'amara'`)
    expect(nearDuplicates).toEqual({ total: 1, listed: [{ sourceId: 'amara2', studentId: known?.id }] })
  })
})
