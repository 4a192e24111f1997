import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookAlertsAtAgency } from '#alerts/look-alerts.ts'
import { sendToAgency } from '#alerts/send-to-agency.ts'
import { endNeed } from '#households/end-need.ts'
import { keepProfile } from '#households/keep-profile.ts'
import { lookProfile } from '#households/look-profile.ts'
import { noteNeed } from '#households/note-need.ts'
import { takeNeed } from '#households/take-need.ts'
import { lookHelps } from '#navigation/look-helps.ts'
import { takeSuggested } from '#navigation/take-suggested.ts'
import { Problem } from '#platform/problem.ts'
import { lookInbox } from '#referrals/look-inbox.ts'
import { lookPacket } from '#referrals/look-packet.ts'
import type { CastKey } from '#tests/riverside/cast.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { type AgencyStory, agencyStory, everything } from '#tests/support/agency-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { agreeOnEveryItem } from '#tests/support/whole-agreement.ts'
import { checkLost } from './check-lost.ts'
import { lookToday } from './look-today.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
  await agreeOnEveryItem(story)
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
const today = async (as: CastKey) => JSON.stringify(await lookToday.see(story.being(as), {}))

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

describe('What a family needs at home', () => {
  test('is seen to by its navigator by a day, or by whoever was told, and ends without a reason [R353]', async () => {
    await story.decide('ruben')
    const { needId } = story.must(await note('ruben', 'food', 'daniel'))
    expect((await seen('ruben')).needs).toMatchObject([{ kind: 'food', ownerName: 'Maya Okafor' }])
    expect(await today('maya')).toContain(needId)
    expect(await today('daniel')).not.toContain(needId)
    expect(await note('ruben', 'food')).toMatchObject({ because: ['is_open'] })

    const given = { studentId: idOf('ruben'), needId }
    story.must(await takeNeed.perform(story.being('daniel'), given))
    expect(await takeNeed.perform(story.being('daniel'), given)).toMatchObject({ because: ['yours_already'] })
    expect(await today('daniel')).toContain(needId)
    story.must(await endNeed.perform(story.being('daniel'), { ...given, outcome: 'family_declined' }))
    expect(await today('daniel')).not.toContain(needId)
    expect(await endNeed.perform(story.being('maya'), { ...given, outcome: 'met' })).toMatchObject({
      because: ['ended_already'],
    })
    const { rows } = await story.admin.query(
      `select name, detail from audit_event where subject_id = $1 and kind = 'change' order by id`,
      [needId],
    )
    expect(rows).toEqual([
      { name: 'family_need.noted', detail: { kind: 'food' } },
      { name: 'family_need.taken', detail: { kind: 'food' } },
      { name: 'family_need.ended', detail: { kind: 'food', outcome: 'family_declined' } },
    ])
  })

  test('is there for whoever coordinates; the agency hears that basics are short on the family’s yes alone [R353]', async () => {
    const asked = { ...everything, school_alerts: 'no' } as const
    const { referralId } = await story.accepted('kayla', asked)
    const { referralId: agreed } = await story.accepted('sofia', { ...everything, school_alerts: 'yes' })
    const food = [
      story.must(await note('kayla', 'food')).needId,
      story.must(await note('sofia', 'food')).needId,
    ]
    expect((await seen('kayla', 'grace')).needs).toMatchObject([{ kind: 'food' }])

    await expect(seen('kayla', 'noor')).rejects.toThrow(new Problem('not_allowed'))
    const reads = async (id: string) =>
      JSON.stringify([
        await lookInbox.see(story.noor(), {}),
        await lookPacket.see(story.noor(), { referralId: id }),
        await lookAlertsAtAgency.see(story.noor(), { referralId: id }),
      ])
    for (const id of [referralId, agreed]) {
      const all = await reads(id)
      expect(food.some((need) => all.includes(need))).toBe(false)
      expect(all).not.toMatch(/food|basic_needs/i)
    }
    const tell = (family: FamilyKey, id: string) =>
      sendToAgency.perform(story.being('maya'), {
        studentId: idOf(family),
        referralId: id,
        about: 'basic_needs',
      })
    expect(await tell('kayla', referralId)).toEqual({ done: false, because: ['not_shared'] })
    expect(await reads(referralId)).not.toContain('basic_needs')
    story.must(await tell('sofia', agreed))
    expect(await reads(agreed)).toContain('basic_needs')
  })

  test('that nobody sees to is found by whoever looks for what is lost', async () => {
    const { needId } = story.must(await note('owen', 'housing'))
    const lacking = async () => {
      await checkLost(story.asSystem(story.districtId))
      return (await story.rows('select lacks from lost_finding where record_id = $1', needId)).length
    }
    expect(await lacking()).toBe(0)
    await story.admin.query('begin; set local session_replication_role = replica')
    await story.admin.query(`update family_need set due_on = '2026-08-01' where id = $1`, [needId])
    await story.admin.query('commit')
    expect(await lacking()).toBeGreaterThan(0)
  })

  test('stands on a page the student’s leads to, beyond the reach of other schools', async () => {
    const pages = await pagesOf(story)
    const way = `/students/${idOf('owen')}/family`
    expect((await pages.get('maya', `/students/${idOf('owen')}`)).html).toContain(way)
    const { html } = await pages.get('maya', way)
    expect(html).toContain('A place to live')
    expect(html).toContain('A family that says no is asked for no reason.')
    const away = seen('owen', 'jonah')
    await expect(away).rejects.toThrow(new Problem('not_found'))
    expect(pages.broken).toEqual([])
    await pages.close()
  })
})
