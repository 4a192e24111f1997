import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepProfile } from '#households/keep-profile.ts'
import { lookProfile } from '#households/look-profile.ts'
import { noteNeed } from '#households/note-need.ts'
import { lookHelps } from '#navigation/look-helps.ts'
import { takeSuggested } from '#navigation/take-suggested.ts'
import { Problem } from '#platform/problem.ts'
import type { CastKey } from '#tests/riverside/cast.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

const idOf = (family: FamilyKey) => families[family].id
const told = { version: '0', workLimits: ['evenings', 'shifts_change'], transport: 'none' }
const keep = (family: FamilyKey, given: object = {}) =>
  keepProfile.perform(story.being('maya'), { studentId: idOf(family), ...told, ...given })
const seen = (family: FamilyKey, as: CastKey = 'maya') =>
  lookProfile.see(story.being(as), { studentId: idOf(family) })
const note = (family: FamilyKey, kind: string, as: CastKey = 'maya') =>
  noteNeed.perform(story.being(as), { studentId: idOf(family), kind, dueOn: '2026-10-20' })

/** The caregiver of one family cares for a student of another too. */
const alsoCares = async (of: FamilyKey, student: FamilyKey) => {
  await story.admin.query('begin; set local session_replication_role = replica')
  await story.admin.query(
    `insert into guardianship (district_id, student_id, caregiver_id, relationship)
     select district_id, $1, caregiver_id, relationship from guardianship where student_id = $2`,
    [idOf(student), idOf(of)],
  )
  await story.admin.query('commit')
}

describe('What a school knows of a family', () => {
  test('shows caregivers, authority, languages and safe contact from their own place, and what was told beside them [R352]', async () => {
    expect(await seen('sofia')).toMatchObject({ profile: undefined, siblings: null, needs: [] })
    story.must(await keep('sofia', { capacity: 'carries_too_much' }))
    expect(await seen('sofia')).toMatchObject({
      caregivers: [
        {
          name: 'Carmen Delgado',
          authority: 'may_consent',
          language: 'es',
          interpreter: true,
          contactRule: 'no_voicemail',
          contactHours: 'after 15:00',
        },
      ],
      profile: {
        workLimits: ['evenings', 'shifts_change'],
        transport: 'none',
        capacity: 'carries_too_much',
        keptByName: 'Maya Okafor',
      },
    })
    await expect(keep('sofia')).rejects.toThrow(new Problem('changed_meanwhile'))
    const both = { version: '1', workLimits: ['no_limits', 'nights'] }
    expect(await keep('sofia', both)).toMatchObject({ because: ['no_limits_and_some'] })
    await expect(keep('sofia', { version: '1', transport: 'helicopter' })).rejects.toMatchObject({
      code: 'not_valid',
    })
  })

  test('shows brothers and sisters only on the family’s word, and only to who reaches them [R352]', async () => {
    await alsoCares('theo', 'hana')
    await alsoCares('theo', 'jonas')
    story.must(await keep('theo'))
    expect((await seen('theo')).siblings).toBeNull()
    story.must(await keep('theo', { version: '1', siblingsShown: 'yes' }))
    const names = async (as: CastKey) => (await seen('theo', as)).siblings?.map(({ id }) => id).sort()
    // Daniel is at Alder Creek alone, the psychologist at every school.
    expect(await names('helen')).toEqual([idOf('hana'), idOf('jonas')].sort())
    const { rows } = await story.admin.query<{ id: string }>(
      'select id from student where id = any($1) and school_id = (select school_id from student where id = $2)',
      [[idOf('hana'), idOf('jonas')], idOf('theo')],
    )
    expect(await names('daniel')).toEqual(rows.map(({ id }) => id).sort())
    story.must(await keep('theo', { version: '2' }))
    expect((await seen('theo', 'helen')).siblings).toBeNull()
  })

  test('suggests barriers on a referral by reason, and somebody says which of them stand [R352]', async () => {
    const referralId = await story.decide('mateo')
    const helps = () => lookHelps.see(story.being('maya'), { referralId })
    expect((await helps()).suggested).toEqual([{ category: 'language', because: ['interpreter'] }])
    story.must(await keep('mateo'))
    story.must(await note('mateo', 'coverage'))
    expect((await helps()).suggested.map(({ category }) => category)).toEqual([
      'transportation',
      'work_schedule',
      'language',
      'insurance_eligibility',
    ])
    const take = (...barriers: string[]) =>
      takeSuggested.perform(story.being('maya'), { referralId, barriers })
    expect(await take()).toMatchObject({ because: ['nothing_chosen'] })
    expect(await take('distrust')).toMatchObject({ because: ['nothing_chosen'] })
    story.must(await take('transportation', 'work_schedule'))
    const after = await helps()
    expect(after.openBarriers.map(({ category }) => category).sort()).toEqual([
      'transportation',
      'work_schedule',
    ])
    expect(after.suggested.map(({ category }) => category)).toEqual(['language', 'insurance_eligibility'])
  })
})
