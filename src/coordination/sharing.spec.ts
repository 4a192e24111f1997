import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { revokeConsent } from '#consent/revoke-consent.ts'
import { postParticipation } from '#referrals/post-participation.ts'
import { postSignal } from '#referrals/post-signal.ts'
import { reportFromFamily } from '#referrals/report-from-family.ts'
import { recordAgreement } from '#partnership/record-agreement.ts'
import { logContact } from '#handoffs/log-contact.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { partners } from '#tests/riverside/places.ts'
import { type AgencyStory, agencyStory, everything } from '#tests/support/agency-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { agreeMeasures } from './agree-measures.ts'
import { lookStudent } from './look-student.ts'

let story: AgencyStory
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  story = await agencyStory()
  pages = await pagesOf(story)
})
afterAll(async () => {
  await pages.close()
  await story.close()
})

const see = async (family: FamilyKey) => {
  const seen = await lookStudent.see(story.being('maya'), { studentId: families[family].id })
  if (seen.full === undefined) throw new Error('A navigator reads the whole page')
  return seen.full
}
const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
/** The page as it reads. */
const read = async (family: FamilyKey) => {
  const { html } = await pages.get('maya', `/students/${families[family].id}`)
  return wordsOf(html)
}
const takeBack = async (consentId: string | undefined) =>
  story.must(
    await revokeConsent.perform(story.being('maya'), { consentId, askedBy: 'A caregiver', channel: 'phone' }),
  )
const told = { told: true }

describe('What the page of a student says is shared', () => {
  test('a family that agrees to care and to no feedback: care goes on, and the school reads "not shared" [R128]', async () => {
    const answers = { referral_disclosure: 'yes', services: 'yes', status_feedback: 'no' } as const
    const { referralId } = await story.sent('sofia', answers)
    const { sharing, care } = await see('sofia')
    expect(care.map(({ scope, standing }) => [scope, standing.is])).toEqual([['services', 'in_force']])
    expect(sharing.back).toEqual({
      status_feedback: { told: false, since: null },
      safety_signals: { told: false, since: null },
      agency_alerts: { told: false, since: null },
      participation: { told: false, since: null },
    })
    const page = await read('sofia')
    expect(page).toContain('Care at Cedar Street Yes')
    expect(page).toMatch(/Status and visit dates Yes Not shared Safety signals/)
    expect(page).toContain('Status does not come back.')
    // Nobody owes an answer that may not be told: the family is asked.
    expect(page).toMatch(/Who holds clinical responsibility\? Not shared: ask the family/)

    const maya = story.being('maya')
    const said = { referralId, status: 'first_appointment_completed', happenedOn: '2026-10-13' }
    story.must(await reportFromFamily.perform(maya, said))
    const measured = { studentId: families.sofia.id, attendance: '4 of 20 days missed' }
    story.must(await agreeMeasures.perform(story.being('daniel'), measured))
    expect(await read('sofia')).toContain('Attendance: 4 of 20 days missed')
  })

  test('each question apart: what was allowed crosses, and what was not is refused and says so', async () => {
    const answers = { ...everything, participation: 'no', safety_signals: 'no' } as const
    const { referralId } = await story.accepted('mateo', answers)
    expect((await see('mateo')).sharing.back).toMatchObject({
      status_feedback: told,
      participation: { told: false },
    })
    const visit = { referralId, signal: 'attended', visitOn: '2026-10-13' }
    expect(await postParticipation.perform(story.noor(), visit)).toEqual({
      done: false,
      because: ['participation_not_shared'],
    })
    expect(await postSignal.perform(story.noor(), { referralId, signal: 'risk_changed' })).toEqual({
      done: false,
      because: ['safety_not_shared'],
    })
    const page = await read('mateo')
    expect(page).toMatch(/Status and visit dates Yes Yes Safety signals Yes Not shared Alerts/)
    expect(page).toMatch(/support is needed No Not shared Attendance at visits Yes Not shared/)
  })

  test('after a family takes it back: what was sent stays there, nothing new comes, and work at school goes on', async () => {
    const { referralId, consentIds } = await story.accepted('hana')
    await story.book(referralId)
    story.clock.set('2026-10-14T16:00:00Z')
    await takeBack(consentIds[0])
    const { sharing, shares } = await see('hana')
    expect(shares.every(({ standing }) => standing.is === 'withdrawn')).toBe(true)
    expect(sharing).toMatchObject({
      sent: { at: new Date('2026-10-13T20:30:00Z') },
      mayGo: false,
      back: { status_feedback: { told: false, since: story.clock.now() } },
    })
    const page = await read('hana')
    expect(page).toContain('Nothing is shared any more What was sent Tue Oct 13 stays at the agency.')
    expect(page).toContain('Name, birth date, contacts Sent Tue Oct 13 Yes')
    expect(page).toMatch(/Status and visit dates Yes Not shared since Wed Oct 14/)
    // The visit was told before: it is still known, and may have changed since.
    expect(page).toContain('The agency may not tell us if it changes. Ask the family.')
    const { caregivers } = families.hana
    const call = {
      referralId,
      caregiverId: caregivers[0]?.id,
      mode: 'phone',
      language: 'en',
      result: 'reached',
    }
    story.must(await logContact.perform(story.being('maya'), call))
    const measured = { studentId: families.hana.id, engagement: 'Comes each week' }
    story.must(await agreeMeasures.perform(story.being('daniel'), measured))
    story.clock.set('2026-10-13T20:30:00Z')
  })

  test('only the release taken back: nothing more goes to the agency, and what it may tell still comes', async () => {
    const referralId = await story.decide('lena')
    await story.choose(referralId)
    const [release] = await story.answer(referralId, 'lena', { referral_disclosure: 'yes' })
    story.clock.set('2026-10-13T20:31:00Z')
    await story.answer(referralId, 'lena', { status_feedback: 'yes' })
    await story.send(referralId)
    await takeBack(release)
    expect((await see('lena')).sharing).toMatchObject({ mayGo: false, back: { status_feedback: told } })
    expect(await read('lena')).toContain('Nothing more goes to the agency. Status comes back.')
    story.clock.set('2026-10-13T20:30:00Z')
  })

  test('nothing was sent yet: the agency has nothing, whatever was answered', async () => {
    const referralId = await story.decide('theo')
    await story.choose(referralId)
    await story.answer(referralId, 'theo', everything)
    const page = await read('theo')
    expect(page).toContain('Nothing has been sent yet')
    expect(page).toMatch(/Status and visit dates No Not shared Safety signals No Not shared/)
  })

  test('the agreement with the agency counts as well: an item it leaves out is not shared', async () => {
    await story.accepted('owen')
    const agreement = { title: 'A narrower agreement', startsOn: '2026-10-13', endsOn: '2027-06-30' }
    const items = { schoolToPartner: ['identity'], partnerToSchool: ['status'] }
    const given = { partnerId: partners.cedarStreet.id, ...agreement, ...items }
    story.must(await recordAgreement.perform(story.being('yolanda'), given))
    expect((await see('owen')).sharing.back).toMatchObject({
      status_feedback: told,
      participation: { told: false },
    })
    // Without a sign-off of its own the new agreement is not in force: no date is promised.
    expect(await read('owen')).not.toContain('Agreement in force')
  })
})
