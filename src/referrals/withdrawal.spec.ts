import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { revokeConsent } from '#consent/revoke-consent.ts'
import { Problem } from '#platform/problem.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { acknowledgeStop } from './acknowledge-stop.ts'
import { lookInbox } from './look-inbox.ts'
import { lookPacket } from './look-packet.ts'
import { postSignal } from './post-signal.ts'
import { postStatus } from './post-status.ts'
import { reportFromFamily } from './report-from-family.ts'
import { withdrawReferral } from './withdraw-referral.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

describe('the family withdraws', () => {
  test('it is kept as a choice; sharing stops at once and the agency can only say that it has read so [R038]', async () => {
    const { referralId } = await story.accepted('owen')
    story.must(
      await withdrawReferral.perform(story.being('maya'), {
        referralId,
        askedBy: 'caregiver',
        channel: 'phone',
      }),
    )
    expect(await story.rowOf(referralId)).toMatchObject({ state: 'withdrawn', next_step: null })
    const [ending] = await story.rows('select * from referral_ending where referral_id = $1', referralId)
    expect(ending).toMatchObject({
      ending: 'withdrawn',
      attributed_to: 'family_choice',
      reason: 'family_declined',
    })

    const inbox = await lookInbox.see(story.being('noor'), {})
    expect(inbox.stops.filter((stop) => stop.referralId === referralId)).toMatchObject([
      { because: 'withdrawn', initials: 'O. M.' },
    ])
    expect(JSON.stringify(inbox)).not.toContain('Owen')
    const packet = await lookPacket.see(story.being('noor'), { referralId })
    expect(packet.packet.content).toBeUndefined()
    expect(JSON.stringify(packet)).not.toContain('Owen')
  })

  test('afterwards the agency says that it has read so, once, and nothing else [R038]', async () => {
    const { referralId } = await story.accepted('liam')
    const given = { referralId, askedBy: 'caregiver', channel: 'phone' }
    story.must(await withdrawReferral.perform(story.being('maya'), given))
    for (const post of [
      postStatus.perform(story.being('noor'), { referralId, status: 'received' }),
      postSignal.perform(story.being('noor'), { referralId, signal: 'call_today' }),
    ]) {
      expect(await post).toEqual({ done: false, because: ['referral_ended'] })
    }
    story.must(await acknowledgeStop.perform(story.being('noor'), { referralId }))
    expect(await acknowledgeStop.perform(story.being('noor'), { referralId })).toEqual({
      done: false,
      because: ['already_answered'],
    })
    expect((await lookInbox.see(story.being('noor'), {})).stops.map((stop) => stop.referralId)).not.toContain(
      referralId,
    )
  })

  test('a visit still to come is cancelled with it, and on the record of the referral [R038]', async () => {
    const { referralId } = await story.accepted('hana')
    const visitId = await story.book(referralId)
    const given = { referralId, askedBy: 'student', channel: 'in_person' }
    story.must(await withdrawReferral.perform(story.being('maya'), given))
    const [visit] = await story.rows('select result from appointment where id = $1', visitId)
    expect(visit).toEqual({ result: 'cancelled_by_family' })
    const [ending] = await story.rows('select * from referral_ending where referral_id = $1', referralId)
    expect(ending).toMatchObject({ asked_by: 'student', channel: 'in_person' })
    const traces = await story.rows(
      `select detail ->> 'appointmentId' as id from audit_event where subject_id = $1 and name = 'appointment.cancelled'`,
      referralId,
    )
    expect(traces).toEqual([{ id: visitId }])
  })

  test('a teacher or another school cannot withdraw it', async () => {
    const { referralId } = await story.sent('lena')
    const given = { referralId, askedBy: 'caregiver', channel: 'phone' }
    await expect(withdrawReferral.perform(story.being('joan'), given)).rejects.toThrow(
      new Problem('not_allowed'),
    )
    await expect(withdrawReferral.perform(story.being('jonah'), given)).rejects.toThrow(
      new Problem('not_found'),
    )
  })
})

describe('consent is taken back', () => {
  test('the next post is refused, the family is asked, and the agency is told with the time [R071]', async () => {
    const { referralId, consentIds } = await story.accepted('ruben')
    story.must(
      await revokeConsent.perform(story.being('maya'), {
        consentId: consentIds[0],
        askedBy: 'Luis Castillo',
        channel: 'phone',
      }),
    )
    expect(
      await postStatus.perform(story.being('noor'), { referralId, status: 'first_appointment_completed' }),
    ).toEqual({ done: false, because: ['not_shared'] })
    expect(await story.rowOf(referralId)).toMatchObject({
      next_step: 'contact_family',
      next_owner: 'navigator',
    })
    const stops = await story.rows('select * from stop_notice where referral_id = $1', referralId)
    expect(stops).toMatchObject([{ because: 'consent_revoked', acknowledged_at: null }])
  })

  test('what was sent is not read at the agency any more, nor when the yes ends by itself [R130] [R131]', async () => {
    const { referralId, consentIds } = await story.accepted('zoe')
    const read = async () => {
      const { packet } = await lookPacket.see(story.noor(), { referralId })
      const { parts } = await lookInbox.see(story.noor(), {})
      const row = Object.values(parts)
        .flat()
        .find(({ id }) => id === referralId)
      return { content: packet.content, names: [packet.name, row?.name], reason: row?.reason }
    }
    const before = story.clock.now()
    expect(await read()).toMatchObject({
      names: ['Zoé Laurent', 'Zoé Laurent'],
      reason: expect.stringMatching(/./),
    })
    const gone = { content: undefined, names: ['Z. L.', 'Z. L.'], reason: '' }
    story.clock.set(new Date('2027-07-02T16:00:00Z'))
    expect(await read()).toEqual(gone)
    story.clock.set(before)
    for (const consentId of consentIds)
      await revokeConsent.perform(story.being('maya'), { consentId, askedBy: 'Her mother', channel: 'phone' })
    expect(await read()).toEqual(gone)
  })

  test('what the family itself tells is kept as its word, apart from what an agency confirms', async () => {
    const { referralId } = await story.sent('diego', { referral_disclosure: 'yes', status_feedback: 'no' })
    story.must(
      await reportFromFamily.perform(story.being('maya'), {
        referralId,
        status: 'first_appointment_completed',
        happenedOn: '2026-10-12',
      }),
    )
    const kept = await story.rows(
      'select status, source from referral_status where referral_id = $1',
      referralId,
    )
    expect(kept).toEqual([{ status: 'first_appointment_completed', source: 'family_reported' }])
    expect(await story.rowOf(referralId)).toMatchObject({ state: 'sent', first_seen_at: null })
  })
})
