import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { changed, sampleFiles, sampleRoster } from '#tests/riverside/oneroster-sample.ts'
import { rosterDistrict, type RosterDistrict } from '#tests/support/roster-district.ts'

let district: RosterDistrict
beforeEach(async () => {
  district = await rosterDistrict()
})
afterEach(() => district.close())

describe('A roster that changes', () => {
  test('a student who is not in a full file any more has left: the enrolment ends and the record stays', async () => {
    await district.load(sampleRoster())
    const without = (file: keyof typeof sampleFiles, who: string) =>
      sampleFiles[file]
        .split('\r\n')
        .filter((line) => !line.includes(who))
        .join('\r\n')
    const later = sampleRoster({
      'users.csv': without('users.csv', 'amara'),
      'roles.csv': without('roles.csv', 'amara')
        .split('\r\n')
        .filter((line) => !line.includes('okafor'))
        .join('\r\n'),
      'demographics.csv': without('demographics.csv', 'amara'),
      'enrollments.csv': without('enrollments.csv', 'amara')
        .split('\r\n')
        .filter((line) => !line.includes('okafor'))
        .join('\r\n'),
    })
    const { counts } = await district.load(later)
    expect(counts.students).toMatchObject({ left: 1, added: 0 })
    expect(await district.student('amara')).toMatchObject({
      school: null,
      left_on: '2026-10-13',
      given_name: 'Amara',
    })
    expect(await district.enrolments('amara')).toEqual([
      { school: 'lark', ends_on: '2026-10-13', ended_by_roster: true },
    ])
    await district.load(sampleRoster())
    expect(await district.student('amara')).toMatchObject({ school: 'Larkspur Middle', left_on: null })
  })

  test('while rows of a full file are refused, nobody is taken to have left', async () => {
    await district.load(sampleRoster())
    const broken = sampleRoster(
      changed('users.csv', 'amara,,,true,amara,,Amara', 'amara,,,perhaps,amara,,Amara'),
    )
    const { counts, endedAbsent, refused } = await district.load(broken)
    expect(refused.listed[0]).toMatchObject({ file: 'users.csv', line: 3 })
    expect({ left: counts.students.left, endedAbsent }).toEqual({ left: 0, endedAbsent: false })
    expect(await district.student('amara')).toMatchObject({ school: 'Larkspur Middle' })
  })

  test('a student moves to another school, and search follows', async () => {
    await district.load(sampleRoster())
    await district.load(
      sampleRoster({
        ...changed('roles.csv', 'student,,,lark', 'student,,,alder'),
        ...changed('enrollments.csv', 'c-lark,lark,amara', 'c-alder,alder,amara'),
      }),
    )
    expect(await district.student('amara')).toMatchObject({ school: 'Alder Creek High' })
    expect(
      (await district.enrolments('amara')).map(({ school, ended_by_roster }) => [school, ended_by_roster]),
    ).toEqual([
      ['alder', false],
      ['lark', true],
    ])
    const [word] = await district.rows<{ name: string }>(
      `select c.name from student_name n join school c on c.id = n.school_id where n.word = 'amara'`,
    )
    expect(word?.name).toBe('Alder Creek High')
  })

  test('a student gets another name, and search knows the new one and no longer the old', async () => {
    const named = () =>
      district.rows<{ pair: string }>(
        `select word || ' ' || later_word as pair from student_name_pair p join student t on t.id = p.student_id
          where t.source_id = 'leo' order by 1`,
      )
    await district.load(sampleRoster())
    const before = await named()
    await district.load(sampleRoster(changed('users.csv', ',Leonardo,Reyes,', ',Leonardo,Soto,')))
    expect(before.map(({ pair }) => pair)).toEqual(['leo leonardo', 'leo reyes', 'leonardo reyes'])
    expect((await named()).map(({ pair }) => pair)).toEqual(['leo leonardo', 'leo soto', 'leonardo soto'])
  })

  test('a delta that withdraws a student ends the enrolment and deletes nobody', async () => {
    await district.load(sampleRoster())
    const header = sampleFiles['users.csv'].split('\r\n')[0] as string
    const gone = 'leo,tobedeleted,2026-10-12T10:00:00Z,true,leo,,Leonardo,Reyes,,40001,,,,,09,,,,,,,,'
    const { counts, format } = await district.load(
      sampleRoster({ 'users.csv': `${header}\r\n${gone}\r\n` }, 'delta'),
    )
    expect(format).toBe('OneRoster 1.2 delta')
    expect(counts.students).toMatchObject({ left: 1, added: 0 })
    expect(await district.student('leo')).toMatchObject({ school: null, left_on: '2026-10-13' })
    expect(await district.student('amara')).toMatchObject({ school: 'Larkspur Middle' })
  })
})

describe('What the school wrote itself', () => {
  test('a number staff changed stands over the roster: it may be the only safe one', async () => {
    await district.load(sampleRoster())
    await district.rows(
      `begin; set local session_replication_role = replica;
       update caregiver set phone = '555-0199', version = 2 where source_id = 'carmen'; commit`,
    )
    await district.load(sampleRoster(changed('users.csv', '555-0102', '555-0103')))
    expect(await district.rows(`select phone from caregiver where source_id = 'carmen'`)).toEqual([
      { phone: '555-0199' },
    ])
  })

  test('a number nobody changed follows the roster', async () => {
    await district.load(sampleRoster())
    await district.load(sampleRoster(changed('users.csv', '555-0102', '555-0103')))
    expect(await district.rows(`select phone from caregiver where source_id = 'carmen'`)).toEqual([
      { phone: '555-0103' },
    ])
  })

  test('staff who were invited before are known by their address, and keep their assignments', async () => {
    await district.rows(
      `begin; set local session_replication_role = replica;
       insert into person (district_id, id, name, email, created_at)
       select district_id, district_id, 'Dr. Okafor', 'Okafor@Riverside.example', now() from district; commit`,
    )
    const { counts } = await district.load(sampleRoster())
    expect(counts.staff).toEqual({ added: 0, changed: 1, gone: 0 })
    expect(await district.rows(`select name, source_id from person where name <> 'Ben Osei'`)).toEqual([
      { name: 'Dr. Okafor', source_id: 'okafor' },
    ])
  })

  test('a student with the name and birth date of another is added apart and listed for review', async () => {
    await district.load(sampleRoster())
    const twin = sampleRoster({
      ...changed('users.csv', 'amara,,,true,amara', 'amara2,,,true,amara'),
      ...changed('roles.csv', 'r2,,,amara', 'r2,,,amara2'),
      ...changed('demographics.csv', 'amara,', 'amara2,'),
      ...changed('enrollments.csv', 'c-lark,lark,amara', 'c-lark,lark,amara2'),
    })
    const { nearDuplicates } = await district.load(twin, { apply: false })
    const [known] = await district.rows<{ id: string }>(`select id from student where source_id = 'amara'`)
    expect(nearDuplicates).toEqual({ total: 1, listed: [{ sourceId: 'amara2', studentId: known?.id }] })
  })
})
