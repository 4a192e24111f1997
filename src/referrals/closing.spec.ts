import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { closeReferral } from './close-referral.ts'
import { confirmFeedback } from './confirm-feedback.ts'
import { lookClosing } from './look-closing.ts'
import { reassignNavigator } from './reassign-navigator.ts'
import { signOffClosing } from './sign-off-closing.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

const connected = {
  ending: 'connected',
  exitCriterion: '',
  stepDown: 'The counselor checks in each month',
}
const anExit = async (referralId: string) =>
  (await lookClosing.see(story.being('maya'), { referralId })).choices.exit[0]?.code as string

describe('closing a case', () => {
  test('two of three confirmations: the loop is open, feedback missing, and it cannot be closed [R073]', async () => {
    const { referralId } = await story.seen('sofia')
    const page = await lookClosing.see(story.being('maya'), { referralId })
    expect(page.loop.owed).toEqual(['school_knows_enough'])
    const outcome = await closeReferral.perform(story.being('maya'), {
      referralId,
      ...connected,
      exitCriterion: await anExit(referralId),
    })
    expect(outcome).toEqual({ done: false, because: ['feedback_missing'] })
  })

  test('with all three, the named person closes it with the criterion that is met; everything stays on record [R158]', async () => {
    const { referralId } = await story.seen('mateo')
    story.must(await confirmFeedback.perform(story.being('daniel'), { referralId, sufficient: 'yes' }))
    expect(await closeReferral.perform(story.being('maya'), { referralId, ...connected })).toEqual({
      done: false,
      because: ['exit_criterion_missing'],
    })
    const exitCriterion = await anExit(referralId)
    story.must(await closeReferral.perform(story.being('maya'), { referralId, ...connected, exitCriterion }))
    expect(await story.rowOf(referralId)).toMatchObject({ state: 'closed', next_step: null })
    const [ending] = await story.rows('select * from referral_ending where referral_id = $1', referralId)
    expect(ending).toMatchObject({
      ending: 'connected',
      exit_criterion: exitCriterion,
      step_down: 'The counselor checks in each month',
      ended_by: cast.maya.id,
      attributed_to: null,
    })
    expect(
      await closeReferral.perform(story.being('maya'), { referralId, ...connected, exitCriterion }),
    ).toEqual({
      done: false,
      because: ['already_ended'],
    })
  })

  test('somebody who is not named may not close, whatever their role [R154]', async () => {
    const { referralId } = await story.seen('ada')
    story.must(await confirmFeedback.perform(story.being('maya'), { referralId, sufficient: 'yes' }))
    const closure = { referralId, ...connected, exitCriterion: await anExit(referralId) }
    for (const key of ['daniel', 'joan', 'noor', 'ruth'] as const) {
      const closing = closeReferral.perform(story.being(key), closure)
      await expect(closing).rejects.toThrow(new Problem('not_allowed'))
    }
    await expect(closeReferral.perform(story.being('jonah'), closure)).rejects.toThrow(
      new Problem('not_found'),
    )
    expect(await story.rowOf(referralId)).toMatchObject({ ended_at: null })
    story.must(await closeReferral.perform(story.being('maya'), closure))
  })

  test('the right to close passes with the referral, to a person who is named, and leaves whoever held it [R154]', async () => {
    const { referralId } = await story.seen('zoe')
    story.must(await confirmFeedback.perform(story.being('maya'), { referralId, sufficient: 'yes' }))
    const closure = { referralId, ...connected, exitCriterion: await anExit(referralId) }
    const given = { referralId, navigatorId: cast.grace.id }
    story.must(await reassignNavigator.perform(story.being('ruth'), given))
    const seen = await lookClosing.see(story.being('maya'), { referralId })
    expect(seen).toMatchObject({ may: { close: false }, closerName: 'Grace Whitfield' })
    await expect(closeReferral.perform(story.being('maya'), closure)).rejects.toThrow(
      new Problem('not_allowed'),
    )
    story.must(await closeReferral.perform(story.being('grace'), closure))
  })

  test('the family’s choice keeps who said so and how, and the visit still to come is cancelled [R158]', async () => {
    const { referralId } = await story.accepted('emma')
    const visitId = await story.book(referralId)
    const choice = { referralId, ending: 'family_choice' }
    expect(await closeReferral.perform(story.being('maya'), choice)).toEqual({
      done: false,
      because: ['voice_missing', 'channel_missing'],
    })
    const said = { askedBy: 'caregiver', channel: 'in_person' }
    story.must(await closeReferral.perform(story.being('maya'), { ...choice, ...said }))
    const [ending] = await story.rows('select * from referral_ending where referral_id = $1', referralId)
    expect(ending).toMatchObject({ asked_by: 'caregiver', channel: 'in_person', ended_by: cast.maya.id })
    const [visit] = await story.rows('select result from appointment where id = $1', visitId)
    expect(visit).toEqual({ result: 'cancelled_by_family' })
  })

  test('a move keeps where to, or the day the roster gives [R158]', async () => {
    const stated = await story.sent('lena')
    const moved = { ending: 'moved' }
    expect(await closeReferral.perform(story.being('maya'), { ...stated, ...moved })).toEqual({
      done: false,
      because: ['destination_missing'],
    })
    const to = { ...stated, ...moved, destination: 'Fairhaven' }
    story.must(await closeReferral.perform(story.being('maya'), to))
    const { referralId } = await story.sent('ruben')
    await story.admin.query('begin')
    await story.admin.query('set local session_replication_role = replica')
    await story.admin.query("update student set left_on = '2026-10-09' where id = $1", [families.ruben.id])
    await story.admin.query('commit')
    story.must(await closeReferral.perform(story.being('maya'), { referralId, ...moved }))
    const proof = 'select destination, left_on::text from referral_ending where referral_id = $1'
    expect(await story.rows(proof, stated.referralId)).toEqual([{ destination: 'Fairhaven', left_on: null }])
    expect(await story.rows(proof, referralId)).toEqual([{ destination: null, left_on: '2026-10-09' }])
  })

  test('a later no takes the confirmation back', async () => {
    const { referralId } = await story.seen('hana')
    story.must(await confirmFeedback.perform(story.being('maya'), { referralId, sufficient: 'yes' }))
    story.clock.set('2026-10-13T20:31:00Z')
    story.must(await confirmFeedback.perform(story.being('maya'), { referralId, sufficient: 'no' }))
    expect((await lookClosing.see(story.being('maya'), { referralId })).loop.owed).toEqual([
      'school_knows_enough',
    ])
    expect(await story.rowOf(referralId)).toMatchObject({ next_step: 'confirm_feedback' })
  })

  test('another plan is put down to one of three things and never to the family’s fault [R061]', async () => {
    const { referralId } = await story.accepted('theo')
    const vague = await closeReferral.perform(story.being('maya'), {
      referralId,
      ending: 'alternative_plan',
      plan: 'Group at school',
    })
    expect(vague).toEqual({ done: false, because: ['attribution_missing'] })
    const blamed = closeReferral.perform(story.being('maya'), {
      referralId,
      ending: 'alternative_plan',
      plan: 'Group',
      attributedTo: 'non_compliant',
    })
    await expect(blamed).rejects.toMatchObject({ code: 'not_valid' })
    story.must(
      await closeReferral.perform(story.being('maya'), {
        referralId,
        ending: 'alternative_plan',
        plan: 'Group at school',
        attributedTo: 'intake_barrier',
        reason: 'transportation',
      }),
    )
    const [ending] = await story.rows('select * from referral_ending where referral_id = $1', referralId)
    expect(ending).toMatchObject({
      attributed_to: 'intake_barrier',
      reason: 'transportation',
      plan: 'Group at school',
    })
    const [held] = await story.rows(
      'select ended_at from clinical_responsibility where referral_id = $1',
      referralId,
    )
    expect(held?.['ended_at']).toBeInstanceOf(Date)
  })

  test('high need ends without a connection only after the designated lead agreed', async () => {
    const { referralId } = await story.accepted('kayla')
    await story.admin.query('begin')
    await story.admin.query('set local session_replication_role = replica')
    await story.admin.query('update referral set high_need = true where id = $1', [referralId])
    await story.admin.query('commit')
    const choice = { referralId, ending: 'family_choice', askedBy: 'caregiver', channel: 'phone' }
    expect(await closeReferral.perform(story.being('maya'), choice)).toEqual({
      done: false,
      because: ['sign_off_missing'],
    })
    await expect(signOffClosing.perform(story.being('maya'), choice)).rejects.toThrow(
      new Problem('not_allowed'),
    )
    story.must(await signOffClosing.perform(story.being('ruth'), choice))
    story.must(await closeReferral.perform(story.being('maya'), choice))
    const [ending] = await story.rows('select * from referral_ending where referral_id = $1', referralId)
    expect(ending).toMatchObject({ signed_off_by: cast.ruth.id, attributed_to: 'family_choice' })
  })
})
