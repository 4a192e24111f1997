import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookAlertsAtAgency } from '#alerts/look-alerts.ts'
import { sendToAgency } from '#alerts/send-to-agency.ts'
import { endNeed } from '#households/end-need.ts'
import { lookProfile } from '#households/look-profile.ts'
import { noteNeed } from '#households/note-need.ts'
import { takeNeed } from '#households/take-need.ts'
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
const seen = (family: FamilyKey, as: CastKey = 'maya') =>
  lookProfile.see(story.being(as), { studentId: idOf(family) })
const note = (family: FamilyKey, kind: string, as: CastKey = 'maya') =>
  noteNeed.perform(story.being(as), { studentId: idOf(family), kind, dueOn: '2026-10-20' })
const today = async (as: CastKey) => JSON.stringify(await lookToday.see(story.being(as), {}))

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
