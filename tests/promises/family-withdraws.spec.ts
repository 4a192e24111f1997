import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { lookToday } from '#coordination/look-today.ts'
import { cast } from '#tests/riverside/cast.ts'
import { type LinkStory, linkStory } from '#tests/support/link-story.ts'
import { insidePlan } from '#tests/support/plan-story.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let story: LinkStory
beforeAll(async () => {
  story = await linkStory()
})
afterAll(() => story.close())

const page = '/family/plan'
const visitOf = async (id: string) =>
  (await story.rows('select * from appointment where id = $1', [id]))[0] ?? {}
const notices = (referralId: string) =>
  story.rows(`select person_id from notice where kind = 'family_answered' and subject_id = $1`, [referralId])

describe('A family that does not want it any more', () => {
  test('withdraws the referral itself, in two steps, as its choice; sharing stops and its navigator hears [R038]', async () => {
    const { phone, referralId, appointmentId } = await insidePlan(story, 'ruben')
    const shown = (await phone.get(`${page}?lang=en`)).html
    expect(shown).toContain('It is your choice, and you need no reason.')
    const slip = await phone.send(page, '/family/withdrawals?lang=en', { referralId, language: 'en' })
    expect(slip.html).toContain('Check the box if you are sure.')
    const [open] = await story.rows('select ended_at from referral where id = $1', [referralId])
    expect(open).toEqual({ ended_at: null })
    const sure = { referralId, sure: 'yes', language: 'es' }
    expect((await phone.send(page, '/family/withdrawals', sure)).location).toBe(`${page}?lang=es`)
    const ending =
      'select ending, attributed_to, asked_by, channel from referral_ending where referral_id = $1'
    expect(await story.rows(ending, [referralId])).toEqual([
      { ending: 'withdrawn', attributed_to: 'family_choice', asked_by: 'caregiver', channel: 'family_page' },
    ])
    const stops = 'select because from stop_notice where referral_id = $1'
    expect(await story.rows(stops, [referralId])).toEqual([{ because: 'withdrawn' }])
    expect(await visitOf(appointmentId)).toMatchObject({ result: 'cancelled_by_family' })
    expect(await notices(referralId)).toEqual([{ person_id: cast.maya.id }])
    expect((await phone.get(`${page}?lang=en`)).html).toContain('There is no plan right now.')
    const again = await phone.send(page, '/family/withdrawals', sure)
    expect(again.status).toBe(404)
    const closing = (await story.pages.get('maya', `/referrals/${referralId}/closing`)).html
    expect(closing).toContain('Said on their own page')
  })

  test('gives no reason, and from then on nobody is asked to call it: what was owed to it is gone from Today [R354]', async () => {
    const { phone, referralId, appointmentId } = await insidePlan(story, 'kayla')
    const [reminder] = await story.rows('select id from appointment_reminder where appointment_id = $1', [
      appointmentId,
    ])
    const today = async () => JSON.stringify(await lookToday.see(story.being('maya'), {}))
    expect(await today()).toContain(String(reminder?.['id']))
    const sure = { referralId, sure: 'yes', language: 'en' }
    expect((await phone.send(page, '/family/withdrawals', sure)).location).toBe(`${page}?lang=en`)
    const after = await today()
    expect([after.includes(String(reminder?.['id'])), after.includes(`"id":"${referralId}"`)]).toEqual([
      false,
      false,
    ])
    const [ending] = await story.rows(
      'select attributed_to, plan from referral_ending where referral_id = $1',
      [referralId],
    )
    expect(ending).toEqual({ attributed_to: 'family_choice', plan: null })
  })
})
