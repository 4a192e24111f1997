import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { type AgencyStory, agencyStory, everything } from '#tests/support/agency-story.ts'
import { lookPacket } from './look-packet.ts'
import { postParticipation } from './post-participation.ts'
import { postSignal } from './post-signal.ts'
import { publishSignals } from '#standards/publish-signals.ts'
import { pagesOf } from '#tests/support/pages.ts'
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
