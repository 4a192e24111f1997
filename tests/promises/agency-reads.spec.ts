import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookToday } from '#coordination/look-today.ts'
import { revokeConsent } from '#consent/revoke-consent.ts'
import { schoolItems } from '#partnership/agreement.ts'
import { recordAgreement } from '#partnership/record-agreement.ts'
import { recordSignOff } from '#partnership/record-sign-off.ts'
import { partners } from '../riverside/places.ts'
import { type AgencyStory, agencyStory, everything } from '../support/agency-story.ts'
import { pagesOf } from '../support/pages.ts'
import { lookInbox } from '#referrals/look-inbox.ts'
import { lookPacket } from '#referrals/look-packet.ts'

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

/** From today on Cedar Street is sent these items and no other. */
async function agreeTo(schoolToPartner: readonly string[]) {
  const { agreementId } = story.must(
    await recordAgreement.perform(story.being('yolanda'), {
      partnerId: partners.cedarStreet.id,
      title: 'Another agreement',
      startsOn: '2026-10-13',
      endsOn: '2027-06-30',
      schoolToPartner: [...schoolToPartner],
      partnerToSchool: ['status', 'appointment'],
    }),
  )
  const signed = { signedBy: 'Legal office', signedOn: '2026-10-13', endsOn: '2027-06-30' }
  story.must(
    await recordSignOff.perform(story.being('leila'), { agreementId, scope: 'Referrals', ...signed }),
  )
}
const isOfHighNeed = (referralId: string) =>
  story.admin.query(
    `begin; set local session_replication_role = replica;
     update referral set high_need = true, paused_through = '2026-12-01' where id = '${referralId}'; commit`,
  )
const takeBack = async (consentIds: readonly string[]) => {
  for (const consentId of consentIds)
    story.must(
      await revokeConsent.perform(story.being('maya'), {
        consentId,
        askedBy: 'A caregiver',
        channel: 'phone',
      }),
    )
}
/** Everything an agency's people read of their referrals as data, and the row of one of them. */
async function reads(referralId: string) {
  const packet = await lookPacket.see(story.noor(), { referralId })
  const inbox = await lookInbox.see(story.noor(), {})
  const today = await lookToday.see(story.noor(), {})
  const row = Object.values(inbox.parts)
    .flat()
    .find(({ id }) => id === referralId)
  const promised = Object.values(today.groups)
    .flat()
    .find((promise) => 'aboutId' in promise && promise.aboutId === referralId)
  return { packet, row, promised, said: JSON.stringify({ packet, row, promised }) }
}

/** What of the school's row no agency is given by itself. */
const fields = [
  'reasonCategory',
  'serviceSought',
  'predecessorId',
  'repeatOfId',
  'pausedThrough',
  'decisionId',
]
const ofTheSchool = new RegExp([...fields, 'navigatorId', 'nextStep', '2026-12-01'].join('|'))

describe('What an agency reads of a referral', () => {
  test('is where it stands and its own dates, and of the school’s row nothing by accident [R127]', async () => {
    const { referralId } = await story.sent('sofia')
    await isOfHighNeed(referralId)
    const { packet, row, promised, said } = await reads(referralId)
    expect(Object.keys(packet.referral).sort()).toEqual([
      'acceptedAt',
      'dueAt',
      'endedAt',
      'firstSeenAt',
      'highNeed',
      'id',
      'number',
      'receivedAt',
      'state',
    ])
    expect(said).not.toMatch(ofTheSchool)
    // The urgency was sent, and with it whether the need is high.
    expect([packet.referral.highNeed, row?.highNeed, promised?.highNeed]).toEqual([true, true, true])
  })

  test('is no reason, service, link or high need once the family took its yes back [R130]', async () => {
    const { referralId, consentIds } = await story.sent('mateo')
    await isOfHighNeed(referralId)
    const before = await reads(referralId)
    expect(before.said).toMatch(/worry_and_sleep/)
    expect(before.row).toMatchObject({ school: 'Alder Creek Middle School', highNeed: true })
    await takeBack(consentIds)
    const { packet, row, said } = await reads(referralId)
    expect(said).not.toMatch(ofTheSchool)
    expect(said).not.toMatch(/worry_and_sleep|Mateo|Rivas|Alder Creek/)
    expect(packet).toMatchObject({ schoolName: '', sameWeekBy: null, referral: { highNeed: false } })
    expect(row).toMatchObject({ name: 'M. R.', school: '', reason: '', highNeed: false, dueAt: null })
    const page = await pages.get('noor', `/inbox/${referralId}`)
    expect(page.status).toBe(200)
    expect(page.html).not.toMatch(/Mateo|High need|Alder Creek/)
  })

  test('is no item the family answered no to since, though its yes to sending holds [R130]', async () => {
    await agreeTo(schoolItems)
    const { referralId } = await story.sent('nadia', { ...everything, academic_observations: 'yes' })
    const observed = { observed: 'Eight pieces missing' }
    expect((await reads(referralId)).packet.packet.content?.academic_observations).toEqual(observed)
    story.clock.set(new Date(story.clock.now().getTime() + 1000))
    await story.answer(referralId, 'nadia', { academic_observations: 'no' })
    const { content } = (await reads(referralId)).packet.packet
    expect(content?.academic_observations).toBeUndefined()
    expect(content?.identity?.name).toBe('Nadia Haddad')
  })

  test('is the items that were agreed on, and what goes with an item that was not stays away [R031]', async () => {
    await agreeTo(['identity', 'caregiver_contact', 'language'])
    const { referralId } = await story.sent('tessa')
    await isOfHighNeed(referralId)
    const crossed = await story.rows(
      `select items from disclosure where referral_id = $1 and direction = 'to_partner'`,
      referralId,
    )
    expect(crossed).toEqual([{ items: ['identity', 'caregiver_contact', 'language'] }])
    const { packet, row, promised, said } = await reads(referralId)
    expect(Object.keys(packet.packet.content ?? {})).toEqual(['identity', 'caregiver_contact', 'language'])
    expect(said).not.toMatch(ofTheSchool)
    expect(said).not.toMatch(/worry_and_sleep|Worry and sleep|assessment|in_person/)
    expect([packet.referral.highNeed, row?.highNeed, promised?.highNeed]).toEqual([false, false, false])
    expect(row?.reason).toBe('')
  })
})
