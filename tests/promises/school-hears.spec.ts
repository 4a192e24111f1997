import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { sendToSchool } from '#alerts/send-to-school.ts'
import type { Outcome } from '#access/outcome.ts'
import { lookSchoolHears, lookSchoolHearsPaper } from '#family/look-school-hears.ts'
import { type PartnerItem, partnerItems, schoolItems } from '#partnership/agreement.ts'
import { recordAgreement } from '#partnership/record-agreement.ts'
import { offerTimes } from '#referrals/offer-times.ts'
import { postParticipation } from '#referrals/post-participation.ts'
import { postSignal } from '#referrals/post-signal.ts'
import { disengageReferral } from '#referrals/disengage-referral.ts'
import { scheduleVisit } from '#referrals/schedule-visit.ts'
import { partners } from '#tests/riverside/places.ts'
import { type AgencyStory, agencyStory, thursday } from '#tests/support/agency-story.ts'
import { comeInside, type LinkStory, linkStory } from '#tests/support/link-story.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let story: AgencyStory
let links: LinkStory
beforeAll(async () => {
  story = await agencyStory()
  links = await linkStory()
})
afterAll(async () => {
  await links.close()
  await story.close()
})

/** The district agrees anew with Cedar Street; the latest agreement counts. */
let day = 12
async function agree(world: Pick<AgencyStory, 'being'>, partnerToSchool: readonly PartnerItem[]) {
  day += 1
  const agreed = await recordAgreement.perform(world.being('yolanda'), {
    partnerId: partners.cedarStreet.id,
    title: 'Agreed anew',
    startsOn: `2026-09-${day}`,
    endsOn: '2027-06-30',
    schoolToPartner: [...schoolItems],
    partnerToSchool: [...partnerToSchool],
  })
  expect(agreed).toMatchObject({ done: true })
}

type Post = () => Promise<Outcome<unknown, string>>
/** One post of an agency for each item, that would tell it. */
const postsOf = (referralId: string): Record<PartnerItem, Post> => {
  const noor = story.noor()
  const { kind, modality, place } = thursday
  const time = { onDay: '2026-10-19', atTime: '15:00' }
  return {
    status: () => disengageReferral.perform(noor, { referralId, reason: 'no_such_reason' }),
    appointment: () => offerTimes.perform(noor, { referralId, kind, modality, place, first: time }),
    participation: () =>
      postParticipation.perform(noor, { referralId, signal: 'no_such_word', visitOn: '2026-10-12' }),
    agency_alert: () => sendToSchool.perform(noor, { referralId, about: 'loss' }),
    safety_signal: () => postSignal.perform(noor, { referralId, signal: 'no_such_word' }),
  }
}

describe('What the school will hear', () => {
  test('is what the agreement lets cross: for each item left out, page and post say the same [R152]', async () => {
    const { referralId } = await story.accepted('mateo')
    const posts = postsOf(referralId)
    const notAgreed = async () => {
      const refused = []
      for (const item of partnerItems) {
        const outcome = await posts[item]()
        if (!outcome.done && outcome.because.includes('not_agreed')) refused.push(item)
      }
      return refused
    }
    for (const left of partnerItems) {
      await agree(
        story,
        partnerItems.filter((item) => item !== left),
      )
      expect(await notAgreed(), left).toEqual([left])
      const own = await lookSchoolHears.see(story.being('elena'), {})
      const paper = await lookSchoolHearsPaper.see(story.being('maya'), { referralId })
      expect(
        own.agencies.map(({ notAgreed: items }) => items),
        left,
      ).toEqual([[left]])
      expect(paper.agencies).toEqual(own.agencies)
    }
    // Booking a visit tells a status and a day: without either it is not told.
    await agree(story, ['status', 'participation', 'safety_signal'])
    expect(await scheduleVisit.perform(story.noor(), { referralId, ...thursday })).toMatchObject({
      because: ['not_agreed'],
    })
    await agree(story, partnerItems)
    expect(await notAgreed()).toEqual([])
  })

  test('is linked from the form on which staff record an answer', async () => {
    const walk = await links.begun('lena')
    const page = await links.pages.get('maya', `/referrals/${walk.referralId}/consents`)
    expect(page.html).toContain(`/referrals/${walk.referralId}/school-hears`)
  })

  test('is read by a caregiver by link, in their language, before anything is answered [R152]', async () => {
    const { phone, referralId } = await comeInside(links, 'sofia')
    const form = await phone.get('/family/consent?lang=es')
    expect(form.html).toContain('href="/family/school-hears?lang=es"')
    for (const [lang, words] of [
      [
        'en',
        [
          'Cedar Street Family Clinic may tell the school',
          'They have a place',
          'Call us today',
          'Not answered',
        ],
      ],
      ['es', ['Tienen lugar', 'Llámenos hoy', 'Sin respuesta: no se dice.']],
      ['ar', ['لديهم مكان', 'اتصلوا بنا اليوم', 'لا جواب بعد']],
    ] as const) {
      const { html, status } = await phone.get(`/family/school-hears?lang=${lang}`)
      expect(status).toBe(200)
      for (const said of words) expect(html, lang).toContain(said)
    }
    await agree(links, ['status'])
    const { html } = await phone.get('/family/school-hears?lang=en')
    expect(html).not.toContain('Call us today')
    expect(html).toContain('does not tell the school')
    const paper = await links.pages.get('maya', `/referrals/${referralId}/school-hears?lang=es`)
    expect(paper.html).toContain('Tienen lugar')
    expect(paper.html).not.toContain('Llámenos hoy')
  })
})
