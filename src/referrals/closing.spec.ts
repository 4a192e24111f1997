import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { revokeConsent } from '#consent/revoke-consent.ts'
import { Problem } from '#platform/problem.ts'
import { cast } from '#tests/riverside/cast.ts'
import type { FamilyKey } from '#tests/riverside/families.ts'
import { type Story, referralStory } from '#tests/support/referral-story.ts'
import { house } from '../compose.ts'
import { acceptReferral } from './accept-referral.ts'
import { acknowledgeStop } from './acknowledge-stop.ts'
import { answerFurtherRequest } from './answer-further-request.ts'
import { closeReferral } from './close-referral.ts'
import { confirmFeedback } from './confirm-feedback.ts'
import { lookClosing } from './look-closing.ts'
import { lookInbox } from './look-inbox.ts'
import { lookPacket } from './look-packet.ts'
import { postParticipation } from './post-participation.ts'
import { postSignal } from './post-signal.ts'
import { postStatus } from './post-status.ts'
import { receiveReferral } from './receive-referral.ts'
import { reportFromFamily } from './report-from-family.ts'
import { requestFurtherReferral } from './request-further-referral.ts'
import { signOffClosing } from './sign-off-closing.ts'
import { takeUpSignal } from './take-up-signal.ts'
import { withdrawReferral } from './withdraw-referral.ts'

let story: Story
beforeAll(async () => {
  story = await referralStory()
})
afterAll(() => story.close())

/** Everybody acts in the whole house here: what follows a withdrawn consent belongs to these stories. */
const being = (key: Parameters<Story['being']>[0], position = 0) => ({
  ...story.being(key, position),
  reactions: house.reactions,
})
const yes = {
  referral_disclosure: 'yes',
  status_feedback: 'yes',
  participation: 'yes',
  safety_signals: 'yes',
} as const

async function sent(family: FamilyKey, answers: Record<string, 'yes' | 'no'> = yes) {
  const referralId = await story.decide(family)
  await story.choose(referralId)
  const consentIds = await story.answer(referralId, family, answers)
  await story.send(referralId)
  return { referralId, consentIds: consentIds as string[] }
}
async function accepted(family: FamilyKey, answers: Record<string, 'yes' | 'no'> = yes) {
  const known = await sent(family, answers)
  story.must(
    await acceptReferral.perform(being('noor'), {
      referralId: known.referralId,
      clinicianId: cast.tomas.id,
      credential: 'LCSW',
    }),
  )
  return known
}
async function seen(family: FamilyKey) {
  const known = await accepted(family)
  story.must(
    await postStatus
      .perform(being('noor'), { referralId: known.referralId, status: 'first_appointment_completed' })
      .then(async (outcome) => outcome),
  )
  return known
}
const rowOf = async (id: string) =>
  (await story.admin.query('select * from referral where id = $1', [id])).rows[0] as Record<string, unknown>
const rows = async (text: string, id: string) =>
  (await story.admin.query(text, [id])).rows as Record<string, unknown>[]
const connected = { ending: 'connected', exitCriterion: '', stepDown: 'The counselor checks in each month' }
const anExit = async (referralId: string) =>
  (await lookClosing.see(being('maya'), { referralId })).choices.exit[0]?.code as string

describe('closing a case', () => {
  test('two of three confirmations: the loop is open, feedback missing, and it cannot be closed [R073]', async () => {
    const { referralId } = await seen('sofia')
    const page = await lookClosing.see(being('maya'), { referralId })
    expect(page.loop.owed).toEqual(['school_knows_enough'])
    const outcome = await closeReferral.perform(being('maya'), {
      referralId,
      ...connected,
      exitCriterion: await anExit(referralId),
    })
    expect(outcome).toEqual({ done: false, because: ['feedback_missing'] })
  })

  test('with all three, the named person closes it with the criterion that is met; everything stays on record [R158]', async () => {
    const { referralId } = await seen('mateo')
    story.must(await confirmFeedback.perform(being('daniel'), { referralId, sufficient: 'yes' }))
    expect(await closeReferral.perform(being('maya'), { referralId, ...connected })).toEqual({
      done: false,
      because: ['exit_criterion_missing'],
    })
    const exitCriterion = await anExit(referralId)
    story.must(await closeReferral.perform(being('maya'), { referralId, ...connected, exitCriterion }))
    expect(await rowOf(referralId)).toMatchObject({ state: 'closed', next_step: null })
    const [ending] = await rows('select * from referral_ending where referral_id = $1', referralId)
    expect(ending).toMatchObject({
      ending: 'connected',
      exit_criterion: exitCriterion,
      step_down: 'The counselor checks in each month',
      ended_by: cast.maya.id,
      attributed_to: null,
    })
    expect(await closeReferral.perform(being('maya'), { referralId, ...connected, exitCriterion })).toEqual({
      done: false,
      because: ['already_ended'],
    })
  })

  test('somebody who is not named may not close, whatever their role [R154]', async () => {
    const { referralId } = await seen('ada')
    story.must(await confirmFeedback.perform(being('maya'), { referralId, sufficient: 'yes' }))
    const closure = { referralId, ...connected, exitCriterion: await anExit(referralId) }
    await expect(closeReferral.perform(being('daniel'), closure)).rejects.toThrow(new Problem('not_allowed'))
    await expect(closeReferral.perform(being('joan'), closure)).rejects.toThrow(new Problem('not_allowed'))
    await expect(closeReferral.perform(being('jonah'), closure)).rejects.toThrow(new Problem('not_found'))
    await expect(closeReferral.perform(being('noor'), closure)).rejects.toThrow(new Problem('not_allowed'))
    story.must(await closeReferral.perform(being('ruth'), closure))
  })

  test('a later no takes the confirmation back', async () => {
    const { referralId } = await seen('hana')
    story.must(await confirmFeedback.perform(being('maya'), { referralId, sufficient: 'yes' }))
    story.clock.set('2026-10-13T20:31:00Z')
    story.must(await confirmFeedback.perform(being('maya'), { referralId, sufficient: 'no' }))
    expect((await lookClosing.see(being('maya'), { referralId })).loop.owed).toEqual(['school_knows_enough'])
    expect(await rowOf(referralId)).toMatchObject({ next_step: 'confirm_feedback' })
  })

  test('another plan is put down to one of three things and never to the family’s fault [R061]', async () => {
    const { referralId } = await accepted('theo')
    const vague = await closeReferral.perform(being('maya'), {
      referralId,
      ending: 'alternative_plan',
      plan: 'Group at school',
    })
    expect(vague).toEqual({ done: false, because: ['attribution_missing'] })
    const blamed = closeReferral.perform(being('maya'), {
      referralId,
      ending: 'alternative_plan',
      plan: 'Group',
      attributedTo: 'non_compliant',
    })
    await expect(blamed).rejects.toMatchObject({ code: 'not_valid' })
    story.must(
      await closeReferral.perform(being('maya'), {
        referralId,
        ending: 'alternative_plan',
        plan: 'Group at school',
        attributedTo: 'intake_barrier',
        reason: 'transportation',
      }),
    )
    const [ending] = await rows('select * from referral_ending where referral_id = $1', referralId)
    expect(ending).toMatchObject({
      attributed_to: 'intake_barrier',
      reason: 'transportation',
      plan: 'Group at school',
    })
    const [held] = await rows(
      'select ended_at from clinical_responsibility where referral_id = $1',
      referralId,
    )
    expect(held?.['ended_at']).toBeInstanceOf(Date)
  })

  test('high need ends without a connection only after the designated lead agreed', async () => {
    const { referralId } = await accepted('kayla')
    await story.admin.query('begin')
    await story.admin.query('set local session_replication_role = replica')
    await story.admin.query('update referral set high_need = true where id = $1', [referralId])
    await story.admin.query('commit')
    const choice = { referralId, ending: 'family_choice' }
    expect(await closeReferral.perform(being('maya'), choice)).toEqual({
      done: false,
      because: ['sign_off_missing'],
    })
    await expect(signOffClosing.perform(being('maya'), choice)).rejects.toThrow(new Problem('not_allowed'))
    story.must(await signOffClosing.perform(being('ruth'), choice))
    story.must(await closeReferral.perform(being('maya'), choice))
    const [ending] = await rows('select * from referral_ending where referral_id = $1', referralId)
    expect(ending).toMatchObject({ signed_off_by: cast.ruth.id, attributed_to: 'family_choice' })
  })
})

describe('the family withdraws', () => {
  test('it is kept as a choice; sharing stops at once and the agency can only say that it has read so [R038]', async () => {
    const { referralId } = await accepted('owen')
    story.must(
      await withdrawReferral.perform(being('maya'), { referralId, askedBy: 'caregiver', channel: 'phone' }),
    )
    expect(await rowOf(referralId)).toMatchObject({ state: 'withdrawn', next_step: null })
    const [ending] = await rows('select * from referral_ending where referral_id = $1', referralId)
    expect(ending).toMatchObject({
      ending: 'withdrawn',
      attributed_to: 'family_choice',
      reason: 'family_declined',
    })

    const inbox = await lookInbox.see(being('noor'), {})
    expect(inbox.stops.filter((stop) => stop.referralId === referralId)).toMatchObject([
      { because: 'withdrawn', initials: 'O. M.' },
    ])
    expect(JSON.stringify(inbox)).not.toContain('Owen')
    const packet = await lookPacket.see(being('noor'), { referralId })
    expect(packet.packet.content).toBeUndefined()
    expect(JSON.stringify(packet)).not.toContain('Owen')

    for (const post of [
      postStatus.perform(being('noor'), { referralId, status: 'received' }),
      postSignal.perform(being('noor'), { referralId, signal: 'call_today' }),
    ]) {
      expect(await post).toEqual({ done: false, because: ['referral_ended'] })
    }
    story.must(await acknowledgeStop.perform(being('noor'), { referralId }))
    expect(await acknowledgeStop.perform(being('noor'), { referralId })).toEqual({
      done: false,
      because: ['already_answered'],
    })
    expect((await lookInbox.see(being('noor'), {})).stops.map((stop) => stop.referralId)).not.toContain(
      referralId,
    )
  })

  test('a teacher or another school cannot withdraw it', async () => {
    const { referralId } = await sent('lena')
    const given = { referralId, askedBy: 'caregiver', channel: 'phone' }
    await expect(withdrawReferral.perform(being('joan'), given)).rejects.toThrow(new Problem('not_allowed'))
    await expect(withdrawReferral.perform(being('jonah'), given)).rejects.toThrow(new Problem('not_found'))
  })
})

describe('consent is taken back', () => {
  test('the next post is refused, the family is asked, and the agency is told with the time [R071]', async () => {
    const { referralId, consentIds } = await accepted('ruben')
    story.must(
      await revokeConsent.perform(being('maya'), {
        consentId: consentIds[0],
        askedBy: 'Luis Castillo',
        channel: 'phone',
      }),
    )
    expect(
      await postStatus.perform(being('noor'), { referralId, status: 'first_appointment_completed' }),
    ).toEqual({ done: false, because: ['not_shared'] })
    expect(await rowOf(referralId)).toMatchObject({ next_step: 'contact_family', next_owner: 'navigator' })
    const stops = await rows('select * from stop_notice where referral_id = $1', referralId)
    expect(stops).toMatchObject([{ because: 'consent_revoked', acknowledged_at: null }])
  })

  test('what the family itself tells is kept as its word, apart from what an agency confirms [R085]', async () => {
    const { referralId } = await sent('diego', { referral_disclosure: 'yes', status_feedback: 'no' })
    story.must(
      await reportFromFamily.perform(being('maya'), {
        referralId,
        status: 'first_appointment_completed',
        happenedOn: '2026-10-12',
      }),
    )
    const kept = await rows('select status, source from referral_status where referral_id = $1', referralId)
    expect(kept).toEqual([{ status: 'first_appointment_completed', source: 'family_reported' }])
    expect(await rowOf(referralId)).toMatchObject({ state: 'sent', first_seen_at: null })
  })
})

describe('safety and participation', () => {
  test('each goes through only where the family agreed to exactly it [R072] [R084]', async () => {
    const { referralId } = await accepted('tessa', { ...yes, safety_signals: 'no' })
    expect(await postSignal.perform(being('noor'), { referralId, signal: 'risk_changed' })).toEqual({
      done: false,
      because: ['safety_not_shared'],
    })
    story.must(
      await postParticipation.perform(being('noor'), {
        referralId,
        signal: 'attended',
        visitOn: '2026-10-12',
      }),
    )
    const packet = await lookPacket.see(being('noor'), { referralId })
    expect(packet.tellings.map(({ scope, standing }) => [scope, standing])).toEqual([
      ['status_feedback', 'in_force'],
      ['participation', 'in_force'],
      ['safety_signals', 'declined'],
    ])
  })

  test('a signal is one of three words, and a lead takes it up [R084]', async () => {
    const { referralId } = await accepted('zoe')
    await expect(
      postSignal.perform(being('noor'), { referralId, signal: 'he said he feels worse' }),
    ).rejects.toMatchObject({ code: 'not_valid' })
    const { signalId } = story.must(
      await postSignal.perform(being('tomas'), { referralId, signal: 'call_today' }),
    )
    await expect(takeUpSignal.perform(being('maya'), { signalId })).rejects.toThrow(
      new Problem('not_allowed'),
    )
    story.must(await takeUpSignal.perform(being('ruth'), { signalId }))
    expect(await takeUpSignal.perform(being('ruth'), { signalId })).toEqual({
      done: false,
      because: ['already_answered'],
    })
  })
})

describe('a further referral', () => {
  test('the agency asks, the school opens it, and it is linked with no consent of the first one [R035]', async () => {
    const { referralId } = await accepted('emma')
    const { requestId } = story.must(
      await requestFurtherReferral.perform(being('tomas'), { referralId, serviceSought: 'psychiatry' }),
    )
    const { openedReferralId } = story.must(
      await answerFurtherRequest.perform(being('maya'), { referralId, requestId, answer: 'opened' }),
    )
    const opened = await rowOf(openedReferralId as string)
    expect(opened).toMatchObject({
      state: 'handoff_open',
      further_of_id: referralId,
      repeat_of_id: null,
      service_sought: 'psychiatry',
      sent_at: null,
    })
    expect(await rows('select 1 from consent where referral_id = $1', openedReferralId as string)).toEqual([])
    expect(
      await answerFurtherRequest.perform(being('maya'), { referralId, requestId, answer: 'not_needed' }),
    ).toEqual({ done: false, because: ['already_answered'] })
    expect(await rowOf(referralId)).toMatchObject({ state: 'accepted' })
  })

  test('an agency that has not accepted cannot ask', async () => {
    const { referralId } = await sent('nadia')
    story.must(await receiveReferral.perform(being('noor'), { referralId }))
    expect(
      await requestFurtherReferral.perform(being('noor'), { referralId, serviceSought: 'group' }),
    ).toEqual({ done: false, because: ['not_at_this_step'] })
  })
})
