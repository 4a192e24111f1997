import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { families } from '#tests/riverside/families.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { conversationWith, handoffStory, type HandoffStory, decidedAt } from '#tests/support/handoff-story.ts'
import { obstaclesToCorrecting } from './correction-rules.ts'
import { correctHandoff } from './correct-handoff.ts'
import { finishHandoff } from './finish-handoff.ts'
import type { Handoff } from './handoff.ts'
import { logContact } from './log-contact.ts'
import { recordConversation } from './record-conversation.ts'

let story: HandoffStory
beforeAll(async () => {
  story = await handoffStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set(decidedAt))

describe('Whom a try was made to reach', () => {
  test('is somebody who cares for this student: another family’s caregiver and nobody at all answer alike', async () => {
    const id = await story.decide('theo')
    const tried = { referralId: id, mode: 'phone', language: 'en', result: 'reached' }
    const refusal = { done: false, because: ['not_a_caregiver'] }
    for (const caregiverId of [families.sofia.caregivers[0]?.id, newId()])
      expect(await logContact.perform(story.maya(), { ...tried, caregiverId })).toEqual(refusal)
    const caregiverId = families.theo.caregivers[0]?.id
    story.must(await logContact.perform(story.maya(), { ...tried, caregiverId }))
  })
})

describe('The same-day standard', () => {
  test('finished the next day it is missed, a reason is needed, and first attempt and completion are told apart [R053] [R042]', async () => {
    const id = await story.decide('sofia')
    const tried = { referralId: id, mode: 'phone', language: 'es', result: 'no_answer' }
    expect(await logContact.perform(story.maya(), tried)).toEqual({
      done: false,
      because: ['next_attempt_missing'],
    })
    story.must(
      await logContact.perform(story.maya(), {
        ...tried,
        at: '10:05',
        nextOn: '2026-10-13',
        nextAt: '15:00',
      }),
    )
    story.clock.set('2026-10-13T22:10:00Z')
    story.must(await logContact.perform(story.maya(), { ...tried, nextOn: '2026-10-14', nextAt: '08:30' }))
    story.clock.set('2026-10-14T16:00:00Z')
    for (const part of Object.values(story.parts)) await part(id, 'sofia')
    expect(await finishHandoff.perform(story.maya(), { referralId: id })).toEqual({
      done: false,
      because: ['late_without_reason'],
    })
    const finished = await finishHandoff.perform(story.maya(), { referralId: id, missReason: 'no_answer' })
    expect(finished).toMatchObject({
      done: true,
      result: { firstAttempt: 'kept', completion: 'missed', minutes: 1375 },
    })
    expect(await story.row(id)).toMatchObject({
      state: 'complete',
      miss_reason: 'no_answer',
      first_attempt_at: new Date('2026-10-13T17:05:00Z'),
    })
    const { rows } = await story.admin.query(
      'select result, next_attempt_at, entered_by from contact_attempt where referral_id = $1 order by happened_at',
      [id],
    )
    expect(rows.map(({ result }) => result)).toEqual(['no_answer', 'no_answer', 'reached'])
    expect(rows[1]).toMatchObject({ next_attempt_at: new Date('2026-10-14T15:30:00Z') })
  })

  test('a time put right keeps both values, the reason and the person [R054]', async () => {
    const id = await story.call('nadia')
    story.clock.set('2026-10-13T19:00:00Z')
    const change = {
      referralId: id,
      field: 'receiptAt',
      on: '2026-10-13',
      at: '11:40',
      reason: 'Wrote down the wrong hour',
    }
    story.must(await correctHandoff.perform(story.maya(), change))
    expect((await story.row(id)).receipt_at).toEqual(new Date('2026-10-13T18:40:00Z'))
    const { rows } = await story.admin.query(
      'select field, was, became, reason, corrected_at from correction where referral_id = $1',
      [id],
    )
    expect(rows).toEqual([
      {
        field: 'receiptAt',
        was: '2026-10-13T17:05:00.000Z',
        became: '2026-10-13T18:40:00.000Z',
        reason: 'Wrote down the wrong hour',
        corrected_at: story.clock.now(),
      },
    ])
    const { rows: trail } = await story.admin.query(
      `select detail from audit_event where name = 'handoff.corrected' and subject_id = $1`,
      [id],
    )
    expect(trail).toHaveLength(1)
    const pages = await pagesOf(story)
    const { html } = await pages.get('maya', `/referrals/${id}/handoff/corrections`)
    for (const shown of ['10:05', '11:40', 'Wrote down the wrong hour', 'Maya Okafor'])
      expect(html).toContain(shown)
    await pages.close()
  })

  test('a time cannot be moved before the decision, ahead of now, or where there is none', async () => {
    const id = await story.call('jonas')
    const change = { referralId: id, field: 'receiptAt', at: '11:40', reason: 'Wrong hour' }
    const correct = (given: object) => correctHandoff.perform(story.maya(), { ...change, ...given })
    const before = await correct({ on: '2026-10-12' })
    expect(before).toEqual({ done: false, because: ['before_decision', 'before_sending'] })
    const ahead = await correct({ on: '2026-10-13', field: 'completedAt', at: '23:00' })
    expect(ahead).toEqual({ done: false, because: ['nothing_to_correct', 'not_happened_yet'] })
  })

  test('a handoff that was missed is not put right into one that was kept: nothing ends before its parts', () => {
    const at = (time: string) => new Date(`2026-10-13T${time}:00Z`)
    const parts = { conversationAt: at('17:00'), receiptAt: at('17:30'), planGivenAt: at('17:20') }
    const handoff = { ...parts, openedAt: at('16:00'), completedAt: at('17:40') } as Handoff
    const judged = { handoff, sentAt: new Date('2026-10-13T17:10:20Z'), now: at('20:00') }
    const put = (field: 'completedAt' | 'receiptAt' | 'conversationAt', became: string) =>
      obstaclesToCorrecting({ ...judged, field, became: at(became) })
    expect(put('completedAt', '17:05')).toEqual(['before_its_parts', 'before_sending'])
    expect(put('completedAt', '17:25')).toEqual(['before_its_parts'])
    expect(put('completedAt', '17:30')).toEqual([])
    expect(put('receiptAt', '17:09')).toEqual(['before_sending'])
    expect(put('receiptAt', '17:10')).toEqual([])
    expect(put('conversationAt', '16:30')).toEqual([])
  })
})

describe('The contact log', () => {
  const logged = async (id: string) => {
    const { rows } = await story.admin.query(
      'select result from contact_attempt where referral_id = $1 order by happened_at',
      [id],
    )
    return rows.map(({ result }) => result)
  }

  test('one call is one entry, whether it is logged first or told with the conversation', async () => {
    const id = await story.decide('owen')
    const { caregiverId, language } = conversationWith('owen', id)
    story.must(
      await logContact.perform(story.maya(), {
        referralId: id,
        caregiverId,
        mode: 'phone',
        language,
        result: 'reached',
      }),
    )
    story.clock.set('2026-10-13T17:20:00Z')
    story.must(await recordConversation.perform(story.maya(), conversationWith('owen', id)))
    expect(await logged(id)).toEqual(['reached'])
  })

  test('a talk held another way is a contact of its own', async () => {
    const id = await story.decide('hana')
    const { caregiverId, language } = conversationWith('hana', id)
    story.must(
      await logContact.perform(story.maya(), {
        referralId: id,
        caregiverId,
        mode: 'text',
        language,
        result: 'reached',
      }),
    )
    story.must(await recordConversation.perform(story.maya(), conversationWith('hana', id)))
    expect(await logged(id)).toEqual(['reached', 'reached'])
  })

  test('who begins with the family is not told any more that the handoff is owed', async () => {
    const id = await story.decide('mateo')
    const unread = async () => {
      const { rows } = await story.admin.query(
        `select id from notice where kind = 'handoff_owed' and subject_id = $1 and read_at is null`,
        [id],
      )
      return rows.length
    }
    expect(await unread()).toBe(1)
    story.must(await recordConversation.perform(story.maya(), conversationWith('mateo', id)))
    expect(await unread()).toBe(0)
  })
})
