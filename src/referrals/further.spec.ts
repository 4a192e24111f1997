import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { partners } from '#tests/riverside/places.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { answerFurtherRequest } from './answer-further-request.ts'
import { furtherServices } from './further.ts'
import { lookAsked } from './look-asked.ts'
import { lookPacket } from './look-packet.ts'
import { receiveReferral } from './receive-referral.ts'
import { requestFurtherReferral } from './request-further-referral.ts'
import { sendReferral } from './send-referral.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

const ask = async (referralId: string) =>
  story.must(await requestFurtherReferral.perform(story.being('tomas'), { referralId })).requestId
const answer = (given: object) => answerFurtherRequest.perform(story.being('maya'), given)
/** An agency asked beside a referral, and the school opened a further one for what the family chose. */
async function opened(referralId: string, serviceSought = 'psychiatry') {
  const requestId = await ask(referralId)
  const { openedReferralId } = story.must(
    await answer({ referralId, requestId, answer: 'opened', serviceSought }),
  )
  return { requestId, id: openedReferralId as string }
}
const send = (referralId: string) =>
  sendReferral.perform(story.being('maya'), { referralId, caregiverPresent: 'yes' })

/** Everything the school reads of a request. */
const readAtSchool =
  'answer answeredAt dueAt id openedReferralId partnerId referralId requestedAt requestedBy studentId'.split(
    ' ',
  )

describe('what an agency asks', () => {
  test('says that it asks, and neither for what nor to whom: a post that says either is turned away [R069]', async () => {
    const { referralId } = await story.accepted('owen')
    for (const said of [
      ...furtherServices.map((serviceSought) => ({ serviceSought })),
      { suggestedPartnerId: partners.northbank.id },
      { note: 'A second opinion on medication' },
    ])
      await expect(
        requestFurtherReferral.perform(story.being('tomas'), { referralId, ...said }),
      ).rejects.toMatchObject({ code: 'not_valid' })
    expect(await story.rows('select 1 from further_request where referral_id = $1', referralId)).toEqual([])
    await ask(referralId)
    expect(await story.rows('select 1 from further_request where referral_id = $1', referralId)).toHaveLength(
      1,
    )
  })

  test('is read at school without a service or an agency: on the page, as data, in the trail [R069] [R127]', async () => {
    const { referralId } = await story.accepted('ivy')
    const requestId = await ask(referralId)
    const { requests } = await lookAsked.see(story.being('maya'), { referralId })
    expect(requests.map((request) => Object.keys(request).toSorted())).toEqual([readAtSchool])
    expect(requests[0]).toMatchObject({ id: requestId, partnerId: partners.cedarStreet.id })

    const pages = await pagesOf(story)
    const { html } = await pages.get('maya', `/referrals/${referralId}/asked`)
    const told = html.slice(html.indexOf('id="further"'), html.indexOf('<form', html.indexOf('id="further"')))
    expect(told).toContain('Answer by')
    const { html: json } = await pages.get('maya', `/referrals/${referralId}/asked`, 'application/json')
    expect(json).toContain(requestId)
    const asData = JSON.stringify(JSON.parse(json).requests)
    for (const read of [told, asData])
      expect(read).not.toMatch(
        new RegExp(`psychiatry|individual|service|suggest|Northbank|${partners.northbank.id}`, 'i'),
      )
    expect(html).not.toContain('selected')
    expect(pages.broken).toEqual([])
    await pages.close()

    const traced = await story.trailOf('subject_id = $1 and name = $2', [
      referralId,
      'referral.further_requested',
    ])
    expect(traced.map(({ detail }) => detail)).toEqual([{ requestId }])
  })

  test('crosses on the yes to status alone, and without it not at all', async () => {
    const { referralId } = await story.accepted('tessa', {
      referral_disclosure: 'yes',
      status_feedback: 'yes',
    })
    await ask(referralId)
    const crossed = await story.rows(
      `select items from disclosure where referral_id = $1 and direction = 'to_school' order by at desc, id desc limit 1`,
      referralId,
    )
    expect(crossed).toEqual([{ items: ['status'] }])

    await story.answer(referralId, 'tessa', { referral_disclosure: 'yes', status_feedback: 'no' })
    expect(await requestFurtherReferral.perform(story.being('tomas'), { referralId })).toEqual({
      done: false,
      because: ['not_shared'],
    })
  })

  test('cannot be asked before it accepted', async () => {
    const { referralId } = await story.sent('nadia')
    story.must(await receiveReferral.perform(story.being('noor'), { referralId }))
    expect(await requestFurtherReferral.perform(story.being('noor'), { referralId })).toEqual({
      done: false,
      because: ['not_at_this_step'],
    })
  })
})

describe('a further referral', () => {
  test('is opened for what was chosen with the family, at no agency yet, and linked [R035]', async () => {
    const { referralId } = await story.accepted('emma')
    const requestId = await ask(referralId)
    expect(await answer({ referralId, requestId, answer: 'opened' })).toEqual({
      done: false,
      because: ['service_missing'],
    })
    await expect(
      answer({ referralId, requestId, answer: 'opened', serviceSought: 'depression' }),
    ).rejects.toThrow(Problem)
    const given = { referralId, requestId, answer: 'opened', serviceSought: 'psychiatry' }
    const { openedReferralId } = story.must(await answer(given))
    expect(await story.rowOf(openedReferralId as string)).toMatchObject({
      state: 'handoff_open',
      further_of_id: referralId,
      repeat_of_id: null,
      partner_id: null,
      service_sought: 'psychiatry',
      sent_at: null,
    })
    expect(await answer({ referralId, requestId, answer: 'not_needed' })).toEqual({
      done: false,
      because: ['already_answered'],
    })
    expect(await story.rowOf(referralId)).toMatchObject({ state: 'accepted' })
  })

  test('needs a consent of its own: without one nothing is sent, though the first one holds [R035] [R127]', async () => {
    const { referralId } = await story.accepted('zoe')
    const { id } = await opened(referralId)
    await story.choose(id, 'northbank')
    expect(await send(id)).toEqual({ done: false, because: ['consent_not_asked'] })
    expect(await story.rows('select 1 from packet where referral_id = $1', id)).toEqual([])

    await story.answer(id, 'zoe', { referral_disclosure: 'yes' })
    await story.send(id)
    expect(await story.rowOf(id)).toMatchObject({ state: 'sent', partner_id: partners.northbank.id })
  })

  test('at the very agency that asked, the consent of the first one is none for it either', async () => {
    const { referralId } = await story.accepted('mateo')
    const { id } = await opened(referralId, 'group')
    await story.choose(id, 'cedarStreet')
    expect(await send(id)).toEqual({ done: false, because: ['consent_not_asked'] })
  })

  test('is linked on both pages and in the tracker, and the agency reads what it was answered and no more [R035]', async () => {
    const { referralId } = await story.accepted('hana')
    const pages = await pagesOf(story)
    const read = async (key: 'maya' | 'tomas', path: string) => (await pages.get(key, path)).html
    expect(await read('maya', `/referrals/${referralId}`)).not.toContain(`/referrals/${referralId}/asked`)
    const requestId = await ask(referralId)
    expect(await read('maya', `/referrals/${referralId}`)).toContain(`/referrals/${referralId}/asked`)
    expect(await read('tomas', `/inbox/${referralId}`)).toContain('The school answers by')

    const answered = `/referrals/${referralId}/further-requests/${requestId}/answer`
    const fields = { _form: requestId, answer: 'opened' }
    const refused = await pages.post('maya', answered, fields)
    expect(refused.html).toContain('Choose with the family what the further referral is for.')
    const sent = await pages.post('maya', answered, { ...fields, serviceSought: 'psychiatry' })
    expect(sent.status).toBe(303)
    const rows = await story.rows('select id from referral where further_of_id = $1', referralId)
    const id = rows[0]?.['id'] as string
    const { number } = (await story.rowOf(referralId)) as { number: number }
    const further = await read('maya', `/referrals/${id}`)
    expect(further).toContain('the agency of another one asked for it')
    expect(further).toContain(`href="/referrals/${referralId}"`)
    expect(await read('maya', `/referrals/${referralId}`)).toContain(`href="/referrals/${id}"`)
    expect(await read('maya', '/referrals?sort=newest')).toContain(`asked for beside no. ${number}`)

    const seen = await lookPacket.see(story.being('tomas'), { referralId })
    expect(seen.furthers).toEqual([expect.objectContaining({ requestId, answer: 'opened' })])
    expect(JSON.stringify(seen.furthers)).not.toMatch(new RegExp(`${id}|psychiatry`))
    const inbox = await read('tomas', `/inbox/${referralId}`)
    expect(inbox).toContain('The school opened the further referral')
    expect(inbox).not.toContain(id)
    expect(pages.broken).toEqual([])
    await pages.close()
  })
})
