import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { cast } from '#tests/riverside/cast.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { closeReferral } from './close-referral.ts'
import { confirmFeedback } from './confirm-feedback.ts'
import { lookClosing } from './look-closing.ts'
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
    await expect(closeReferral.perform(story.being('daniel'), closure)).rejects.toThrow(
      new Problem('not_allowed'),
    )
    await expect(closeReferral.perform(story.being('joan'), closure)).rejects.toThrow(
      new Problem('not_allowed'),
    )
    await expect(closeReferral.perform(story.being('jonah'), closure)).rejects.toThrow(
      new Problem('not_found'),
    )
    await expect(closeReferral.perform(story.being('noor'), closure)).rejects.toThrow(
      new Problem('not_allowed'),
    )
    story.must(await closeReferral.perform(story.being('ruth'), closure))
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
    const choice = { referralId, ending: 'family_choice' }
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
