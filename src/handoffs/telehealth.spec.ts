import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordConsent } from '#consent/record-consent.ts'
import { putVideoFirst } from '#referrals/put-video-first.ts'
import { scheduleVisit } from '#referrals/schedule-visit.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { type LinkStory, linkStory } from '#tests/support/link-story.ts'
import { insidePlan } from '#tests/support/plan-story.ts'
import { bookAppointment } from './book-appointment.ts'

let story: LinkStory
beforeAll(async () => {
  story = await linkStory()
}, 120_000)
afterAll(() => story.close())

async function must(outcome: Promise<{ done: boolean }>): Promise<void> {
  expect(await outcome).toMatchObject({ done: true })
}

const link = 'https://video.example/room/7'
const byVideo = {
  kind: 'assessment',
  on: '2026-10-15',
  at: '16:30',
  minutes: 50,
  place: link,
  modality: 'telepsychiatry',
  lateReason: 'work_schedule',
}

describe('A visit by video', () => {
  test('is refused without the family’s yes to it; its link stands on the plan, on screen and on paper [R349]', async () => {
    const { referralId, phone, caregiverId } = await insidePlan(story, 'ruben', { visit: false })
    const book = (given: object) =>
      bookAppointment.perform(story.being('maya'), { referralId, ...byVideo, ...given })
    expect(await book({ privateSpace: 'yes' })).toMatchObject({ because: ['video_not_agreed'] })
    const agency = { kind: 'assessment', onDay: '2026-10-15', atTime: '16:30', modality: 'telehealth' }
    const atAgency = () =>
      scheduleVisit.perform(story.being('noor'), { referralId, ...agency, place: link, privateSpace: 'yes' })
    expect(await atAgency()).toMatchObject({ because: expect.arrayContaining(['video_not_agreed']) })

    const language = families.ruben.caregivers[0]?.language
    const yes = {
      referralId,
      caregiverId,
      method: 'phone_witnessed',
      witness: cast.grace.name,
      language,
      endsOn: '2027-06-30',
      answers: { telehealth: 'yes' },
    }
    await must(recordConsent.perform(story.being('maya'), yes))
    expect(await book({})).toMatchObject({ because: ['private_space_missing'] })
    expect(await book({ privateSpace: 'yes', place: '214 Cedar Street' })).toMatchObject({
      because: ['video_link_missing'],
    })
    await must(book({ privateSpace: 'yes' }))
    const [visit] = await story.rows(
      'select modality, private_space from appointment where referral_id = $1',
      [referralId],
    )
    expect(visit).toEqual({ modality: 'telepsychiatry', private_space: true })

    for (const lang of ['en', 'es', 'ar'])
      expect((await phone.get(`/family/plan?lang=${lang}`)).html).toContain(`href="${link}"`)
    const paper = (await story.pages.get('maya', `/referrals/${referralId}/family-plan?lang=es`)).html
    expect(paper).toContain('Busque un cuarto tranquilo donde nadie oiga.')
    expect(paper).toContain(`>${link}</a>`)
  })

  test('comes first for a student at risk without a service nearby: reason and gap stand on the referral [R351]', async () => {
    const { referralId } = await insidePlan(story, 'kayla', { visit: false })
    const page = `/referrals/${referralId}`
    const given = { videoReason: 'missed_school', localGap: 'no_way_there' }
    await must(putVideoFirst.perform(story.being('maya'), { referralId, ...given }))
    const { html } = await story.pages.get('maya', page)
    expect(html).toContain('Visits by video come first.')
    expect(html).toContain('Misses school. Nearby: no way to get there.')
    await expect(
      putVideoFirst.perform(story.being('maya'), { referralId, videoReason: 'missed_school' }),
    ).rejects.toThrow('not_valid')
    const [event] = await story.rows(`select detail from audit_event where name = 'referral.video_first'`, [])
    expect(event).toEqual({ detail: { reason: 'missed_school', gap: 'no_way_there' } })
  })
})
