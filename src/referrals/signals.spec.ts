import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { partners } from '#tests/riverside/places.ts'
import { type AgencyStory, agencyStory, everything } from '#tests/support/agency-story.ts'
import { answerFurtherRequest } from './answer-further-request.ts'
import { lookPacket } from './look-packet.ts'
import { postParticipation } from './post-participation.ts'
import { postSignal } from './post-signal.ts'
import { publishSignals } from '#standards/publish-signals.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { receiveReferral } from './receive-referral.ts'
import { requestFurtherReferral } from './request-further-referral.ts'
import { takeUpSignal } from './take-up-signal.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

describe('safety and participation', () => {
  test('each goes through only where the family agreed to exactly it [R072] [R084]', async () => {
    const { referralId } = await story.accepted('tessa', { ...everything, safety_signals: 'no' })
    expect(await postSignal.perform(story.being('noor'), { referralId, signal: 'risk_changed' })).toEqual({
      done: false,
      because: ['safety_not_shared'],
    })
    story.must(
      await postParticipation.perform(story.being('noor'), {
        referralId,
        signal: 'attended',
        visitOn: '2026-10-12',
      }),
    )
    const packet = await lookPacket.see(story.being('noor'), { referralId })
    expect(packet.tellings.map(({ items, standing }) => [...items, standing])).toEqual([
      ['status', 'in_force'],
      ['appointment', 'in_force'],
      ['participation', 'in_force'],
      ['safety_signal', 'declined'],
    ])
  })

  test('a signal is a word of the list, and a lead takes it up [R084]', async () => {
    const { referralId } = await story.accepted('zoe')
    await expect(
      postSignal.perform(story.being('noor'), { referralId, signal: 'he said he feels worse' }),
    ).rejects.toMatchObject({ code: 'not_valid' })
    const { signalId } = story.must(
      await postSignal.perform(story.being('tomas'), { referralId, signal: 'call_today' }),
    )
    await expect(takeUpSignal.perform(story.being('maya'), { signalId })).rejects.toThrow(
      new Problem('not_allowed'),
    )
    story.must(await takeUpSignal.perform(story.being('ruth'), { signalId }))
    expect(await takeUpSignal.perform(story.being('ruth'), { signalId })).toEqual({
      done: false,
      because: ['already_answered'],
    })
  })
})

describe('a new version of the list of signals', () => {
  test('is what an agency sees and can send from its first moment, and each word keeps the version it was sent by [R084]', async () => {
    const { referralId } = await story.accepted('kayla')
    const send = (signal: string) => postSignal.perform(story.being('noor'), { referralId, signal })
    const lists = {
      safety: 'call_today: Ring the lead today\nSomebody new answers for the plan',
      participation: 'attended: Came\nnot_attended: Did not come',
    }
    const cleared = { clearedBy: 'Amal Reyes', clearedOn: '2026-10-12', reference: 'Legal file 2026-118' }
    const publishing = { version: 1, inForceOn: '2026-10-14', decision: 'Board of October 12' }
    const given = { ...lists, ...cleared, ...publishing }
    const { id: listId } = story.must(await publishSignals.perform(story.being('yolanda'), given))
    const { signalId: before } = story.must(await send('risk_changed'))
    expect(await send('safety_1')).toEqual({ done: false, because: ['signal_not_listed'] })

    story.clock.set('2026-10-14T16:00:00Z')
    expect(await send('risk_changed')).toEqual({ done: false, because: ['signal_not_listed'] })
    const { signalId: after } = story.must(await send('safety_1'))
    const kept = await story.rows(
      'select id, signal, list_id from safety_signal where referral_id = $1',
      referralId,
    )
    expect(kept).toHaveLength(2)
    expect(kept).toContainEqual({ id: after, signal: 'safety_1', list_id: listId })
    expect(kept.find(({ id }) => id === before)?.['list_id']).not.toBe(listId)

    const pages = await pagesOf(story)
    const { html } = await pages.get('noor', `/inbox/${referralId}`)
    expect(html).toContain('Somebody new answers for the plan')
    expect(html).toContain('Ring the lead today')
    expect(html).not.toContain('Risk has changed')
    // What was sent in words that are out of use is still read in them.
    expect((await pages.get('ruth', '/today')).html).toContain('Risk has changed')
    expect(pages.broken).toEqual([])
    await pages.close()
    story.clock.set('2026-10-13T20:30:00Z')
  })
})

describe('a further referral', () => {
  test('the agency asks, the school opens it, and it is linked with no consent of the first one', async () => {
    const { referralId } = await story.accepted('emma')
    const { requestId } = story.must(
      await requestFurtherReferral.perform(story.being('tomas'), { referralId, serviceSought: 'psychiatry' }),
    )
    const { openedReferralId } = story.must(
      await answerFurtherRequest.perform(story.being('maya'), { referralId, requestId, answer: 'opened' }),
    )
    const opened = await story.rowOf(openedReferralId as string)
    expect(opened).toMatchObject({
      state: 'handoff_open',
      further_of_id: referralId,
      repeat_of_id: null,
      service_sought: 'psychiatry',
      sent_at: null,
    })
    expect(
      await story.rows('select 1 from consent where referral_id = $1', openedReferralId as string),
    ).toEqual([])
    expect(
      await answerFurtherRequest.perform(story.being('maya'), {
        referralId,
        requestId,
        answer: 'not_needed',
      }),
    ).toEqual({ done: false, because: ['already_answered'] })
    expect(await story.rowOf(referralId)).toMatchObject({ state: 'accepted' })
  })

  test('is linked on both pages and in the tracker, and the agency reads what it was answered and no more [R035]', async () => {
    const { referralId } = await story.accepted('hana')
    const pages = await pagesOf(story)
    const read = async (key: 'maya' | 'tomas', path: string) => (await pages.get(key, path)).html
    expect(await read('maya', `/referrals/${referralId}`)).not.toContain(`/referrals/${referralId}/asked`)
    const asked = { referralId, serviceSought: 'psychiatry', suggestedPartnerId: partners.northbank.id }
    const { requestId } = story.must(await requestFurtherReferral.perform(story.being('tomas'), asked))
    expect(await read('maya', `/referrals/${referralId}`)).toContain(`/referrals/${referralId}/asked`)
    expect(await read('tomas', `/inbox/${referralId}`)).toContain('The school answers by')

    const answer = { referralId, requestId, answer: 'opened' }
    const { openedReferralId } = story.must(await answerFurtherRequest.perform(story.being('maya'), answer))
    const opened = openedReferralId as string
    const { number } = (await story.rowOf(referralId)) as { number: number }
    const further = await read('maya', `/referrals/${opened}`)
    expect(further).toContain('the agency of another one asked for it')
    expect(further).toContain(`href="/referrals/${referralId}"`)
    expect(await read('maya', `/referrals/${referralId}`)).toContain(`href="/referrals/${opened}"`)
    expect(await read('maya', '/referrals?sort=newest')).toContain(`asked for beside no. ${number}`)
    expect(await story.rows('select 1 from consent where referral_id = $1', opened)).toEqual([])

    const seen = await lookPacket.see(story.being('tomas'), { referralId })
    expect(seen.furthers).toEqual([expect.objectContaining({ requestId, answer: 'opened' })])
    expect(JSON.stringify(seen.furthers)).not.toContain(opened)
    const inbox = await read('tomas', `/inbox/${referralId}`)
    expect(inbox).toContain('The school opened the further referral')
    expect(inbox).not.toContain(opened)
    expect(pages.broken).toEqual([])
    await pages.close()
  })

  test('an agency that has not accepted cannot ask', async () => {
    const { referralId } = await story.sent('nadia')
    story.must(await receiveReferral.perform(story.being('noor'), { referralId }))
    expect(
      await requestFurtherReferral.perform(story.being('noor'), { referralId, serviceSought: 'group' }),
    ).toEqual({ done: false, because: ['not_at_this_step'] })
  })
})
