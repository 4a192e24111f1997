import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { recordConsent } from '#consent/record-consent.ts'
import { cast } from '#tests/riverside/cast.ts'
import { partners } from '#tests/riverside/places.ts'
import { byPhone } from '#tests/support/referral-story.ts'
import { handoffStory, type HandoffStory, decidedAt, everyPoint } from '#tests/support/handoff-story.ts'
import { answerQuestion } from './answer-question.ts'
import { choosePartner } from './choose-partner.ts'
import { confirmPoints } from './confirm-points.ts'
import { finishHandoff } from './finish-handoff.ts'
import { offerSupport } from './offer-support.ts'

let story: HandoffStory
beforeAll(async () => {
  story = await handoffStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set(decidedAt))

describe('Parts of the call', () => {
  test('an agency that is full says so and cannot be chosen [R037]', async () => {
    const id = await story.decide('jonas')
    const outcome = await choosePartner.perform(story.maya(), {
      referralId: id,
      partnerId: partners.openDoor.id,
    })
    expect(outcome).toEqual({ done: false, because: ['full'] })
  })

  test('an answer is kept question by question, and one for later counts as asked', async () => {
    const id = await story.call('guadalupe', ['ask', 'send', 'receipt', 'visit', 'plan'])
    const ask = (scope: string, answer: string) =>
      answerQuestion.perform(story.maya(), { referralId: id, scope, answer, ...byPhone('guadalupe') })
    story.must(await ask('referral_disclosure', 'yes'))
    story.must(await ask('status_feedback', 'no'))
    story.must(await ask('participation', 'later'))
    expect((await story.row(id)).questions_later).toEqual(['participation'])
    const outcome = await finishHandoff.perform(story.maya(), { referralId: id })
    expect(outcome).toMatchObject({ because: expect.arrayContaining(['questions_open']) })
    story.must(await ask('safety_signals', 'later'))
    expect(await finishHandoff.perform(story.maya(), { referralId: id })).toEqual({
      done: false,
      because: ['not_sent', 'receipt_unconfirmed', 'no_visit', 'plan_not_given'],
    })
    story.must(await ask('participation', 'yes'))
    expect((await story.row(id)).questions_later).toEqual(['safety_signals'])
  })

  const declined = async (family: 'diego' | 'nadia') => {
    const id = await story.call(family, ['ask', 'send', 'receipt', 'visit', 'logistics', 'plan'])
    const given = { referralId: id, ...byPhone(family), answers: { referral_disclosure: 'no' } }
    story.must(await recordConsent.perform(story.maya(), given))
    return id
  }

  test('a family that says no counts as offered, ends the handoff without blame, and no data leaves [R150] [R041]', async () => {
    const id = await declined('diego')
    expect(await story.row(id)).toMatchObject({ state: 'ended', ended_at: story.clock.now() })
    expect(await story.referral(id)).toMatchObject({
      next_step: 'offer_school_support',
      offered_at: story.clock.now(),
      sent_at: null,
    })
    const finished = await finishHandoff.perform(story.maya(), { referralId: id })
    expect(finished).toEqual({ done: false, because: ['family_choice'] })
    const { rows } = await story.admin.query('select 1 from disclosure where referral_id = $1', [id])
    expect(rows).toEqual([])
  })

  test('support at school is offered instead, and a family that changes its mind goes on [R150]', async () => {
    const id = await declined('nadia')
    const offer = { referralId: id, supportAnswer: 'accepted' }
    expect(await offerSupport.perform(story.maya(), offer)).toEqual({
      done: false,
      because: ['focus_missing', 'owner_missing', 'entry_criterion_missing', 'review_missing'],
    })
    story.must(await offerSupport.perform(story.maya(), { ...offer, supportAnswer: 'later' }))
    expect((await story.referral(id)).next_step).toBe('offer_school_support')
    const plan = { ...offer, focus: 'Sleep and mornings', ownerId: cast.helen.id, reviewOn: '2026-11-10' }
    for (const entryCriterion of [undefined, 'family_choice', 'after_a_crisis']) {
      expect(await offerSupport.perform(story.maya(), { ...plan, entryCriterion })).toEqual({
        done: false,
        because: ['entry_criterion_missing'],
      })
    }
    const cited = { ...plan, entryCriterion: 'screening' }
    const { supportId } = story.must(await offerSupport.perform(story.maya(), cited))
    expect((await story.referral(id)).next_step).toBe('close_loop')
    const query = 'select owner_id, focus, decision_id, entry_criterion from brief_support where id = $1'
    const { rows } = await story.admin.query(query, [supportId])
    const kept = { focus: 'Sleep and mornings', decision_id: null, entry_criterion: 'screening' }
    expect(rows).toEqual([{ owner_id: cast.helen.id, ...kept }])

    story.clock.set('2026-10-13T17:06:00Z')
    await story.answer(id, 'nadia', { referral_disclosure: 'yes' })
    expect(await story.row(id)).toMatchObject({ state: 'open', ended_at: null })
    expect((await story.referral(id)).next_step).toBe('make_handoff')
  })

  test('a teacher may not, and a stranger’s referral is not found', async () => {
    const id = await story.decide('kayla')
    await expect(
      confirmPoints.perform(story.being('joan'), { referralId: id, points: everyPoint }),
    ).rejects.toThrow(new Problem('not_allowed'))
    await expect(
      confirmPoints.perform(story.being('jonah'), { referralId: id, points: everyPoint }),
    ).rejects.toThrow(new Problem('not_found'))
  })
})
