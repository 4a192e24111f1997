import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type RosterOptions, writeRoster } from '#tests/riverside/oneroster.ts'
import { changed, sampleRoster } from '#tests/riverside/oneroster-sample.ts'
import { rosterDistrict, type RosterDistrict } from '#tests/support/roster-district.ts'

let district: RosterDistrict
beforeEach(async () => {
  district = await rosterDistrict()
})
afterEach(() => district.close())

const size: RosterOptions = { students: 120, schools: 6, version: '1.2', seed: 3 }
const delta = { changedAt: '2026-10-12T06:00:00Z', moved: 7, left: 5, joined: 4 }

/** What the district knows of its people, without the ids and addresses made here. */
const known = () =>
  district.rows(`
    select t.source_id, t.given_name, t.family_name, t.local_id, t.born_on, t.grade, c.source_id as school, t.left_on,
      (select array_agg(k.source_id || ' ' || k.name || ' ' || coalesce(k.phone, '') || ' ' || g.relationship order by k.source_id)
        from guardianship g join caregiver k on k.id = g.caregiver_id where g.student_id = t.id and g.ended_on is null) as family
    from student t left join school c on c.id = t.school_id order by 1`)
const nothing = expect.objectContaining({ added: 0, changed: 0 })

describe('Each kind of roster', () => {
  test('of version 1.1 brings the same people as one of 1.2 that says the same [R368]', async () => {
    await district.load(writeRoster({ ...size, version: '1.1' }))
    const from11 = await known()
    expect(from11).toHaveLength(120)
    const { counts } = await district.load(writeRoster(size))
    expect(counts).toMatchObject({ schools: nothing, students: nothing, caregivers: nothing, staff: nothing })
    expect(await known()).toEqual(from11)
  })

  test.each(['1.1', '1.2'] as const)(
    'a delta of version %s moves, ends and adds, and again does nothing [R368]',
    async (version) => {
      await district.load(writeRoster({ ...size, version }))
      const first = await district.load(writeRoster({ ...size, version, delta }))
      expect(first.counts.students).toMatchObject({ added: 4, left: 5, changed: 7 })
      expect(await district.rows('select count(*)::int as students from student')).toEqual([
        { students: 124 },
      ])
      const before = await district.everything()
      const second = await district.load(writeRoster({ ...size, version, delta }))
      expect(second.counts).toMatchObject({
        students: { added: 0, changed: 0, left: 0 },
        enrolments: { added: 0, changed: 0, ended: 0 },
        links: { added: 0, ended: 0 },
      })
      expect(await district.everything()).toEqual(before)
    },
  )

  test('with names and numbers as long as they may be fits the district', async () => {
    const long = (chars: number, from: number) =>
      String.fromCodePoint(...Array.from({ length: chars }, (_, at) => from + ((at * 7919) % 20_000)))
    const { counts, refused } = await district.load(
      sampleRoster(
        changed(
          'users.csv',
          'Amara,Okafor,N.,40002',
          `${long(200, 0x4e00)},${long(200, 0x4e01)},,${long(200, 0x4e02)}`,
        ),
      ),
    )
    expect({ added: counts.students.added, refused: refused.total }).toEqual({ added: 2, refused: 0 })
    const tooLong = changed('users.csv', 'Amara,Okafor', `${long(1000, 0x4e00)},Okafor`)
    expect((await district.load(sampleRoster(tooLong))).refused.listed[0]).toMatchObject({
      line: 3,
      reason: 'too_long',
      column: 'givenName',
    })
  })
})
