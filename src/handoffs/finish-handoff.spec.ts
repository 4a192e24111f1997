import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { partners } from '#tests/riverside/places.ts'
import {
  conversationWith,
  handoffStory,
  type HandoffStory,
  decidedAt,
  everyPoint,
} from '#tests/support/handoff-story.ts'
import { confirmPoints } from './confirm-points.ts'
import { finishHandoff } from './finish-handoff.ts'
import { logContact } from './log-contact.ts'
import { recordConversation } from './record-conversation.ts'

let story: HandoffStory
beforeAll(async () => {
  story = await handoffStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set(decidedAt))

describe('The warm handoff', () => {
  test('a whole call on the day of the decision keeps the same-day standard, and the system says so [R042]', async () => {
    const id = await story.call('mateo')
    story.clock.set('2026-10-13T21:12:00Z')
    const finished = await finishHandoff.perform(story.maya(), { referralId: id })
    expect(finished).toEqual({
      done: true,
      result: { id, completion: 'kept', firstAttempt: 'kept', minutes: 247 },
    })
    expect(await story.row(id)).toMatchObject({
      state: 'complete',
      receipt_by: 'Noor Aziz',
      plan_language: 'es',
      miss_reason: null,
    })
    const { rows } = await story.admin.query(
      'select partner_id, starts_at, result from appointment where referral_id = $1',
      [id],
    )
    expect(rows).toEqual([
      { partner_id: partners.cedarStreet.id, starts_at: new Date('2026-10-15T23:30:00Z'), result: null },
    ])
  })

  test('with only a phone number given, completion is refused with every part that is missing [R052] [R044]', async () => {
    const id = await story.decide('kayla')
    story.must(
      await logContact.perform(story.maya(), {
        referralId: id,
        mode: 'phone',
        language: 'en',
        result: 'reached',
      }),
    )
    const outcome = await finishHandoff.perform(story.maya(), { referralId: id })
    expect(outcome).toEqual({
      done: false,
      because: [
        'no_partner',
        'point_service',
        'point_intake',
        'point_information',
        'point_choices',
        'no_conversation',
        'student_part_unsaid',
        'questions_open',
        'not_sent',
        'receipt_unconfirmed',
        'no_visit',
        'logistics_unsettled',
        'plan_not_given',
      ],
    })
    expect(await story.trail('refusal')).toContain('navigator: handoffs/finish-handoff')
  })

  test.each([
    ['receipt', ['receipt_unconfirmed'], 'lena'],
    ['logistics', ['logistics_unsettled'], 'owen'],
    ['plan', ['plan_not_given'], 'ada'],
  ] as const)('without %s it is refused, and stays open', async (part, because, family) => {
    const id = await story.call(family, [part])
    expect(await finishHandoff.perform(story.maya(), { referralId: id })).toEqual({ done: false, because })
    expect((await story.row(id)).state).toBe('open')
  })

  test('each of the four points is confirmed by itself, and the last one makes the offer [R044] [R041]', async () => {
    const id = await story.decide('theo')
    story.must(await confirmPoints.perform(story.maya(), { referralId: id, points: 'service' }))
    expect((await story.row(id)).conversation_at).toBeNull()
    expect((await story.referral(id)).offered_at).toBeNull()
    story.clock.set('2026-10-13T17:20:00Z')
    story.must(await confirmPoints.perform(story.maya(), { referralId: id, points: everyPoint }))
    const handoff = await story.row(id)
    expect(handoff.point_service_at).toEqual(new Date(decidedAt))
    expect(handoff.conversation_at).toEqual(new Date('2026-10-13T17:20:00Z'))
    expect((await story.referral(id)).offered_at).toEqual(new Date('2026-10-13T17:20:00Z'))
    expect(await confirmPoints.perform(story.maya(), { referralId: id, points: everyPoint })).toEqual({
      done: false,
      because: ['nothing_new'],
    })
  })

  test('that the student took part is recorded, or why not [R045]', async () => {
    const id = await story.decide('hana')
    const alone = { ...conversationWith('hana', id), studentTookPart: 'no' }
    expect(await recordConversation.perform(story.maya(), alone)).toEqual({
      done: false,
      because: ['absence_unexplained'],
    })
    story.must(
      await recordConversation.perform(story.maya(), { ...alone, studentAbsenceReason: 'not_at_school' }),
    )
    expect(await story.row(id)).toMatchObject({
      student_took_part: false,
      student_absence_reason: 'not_at_school',
    })
  })
})
