import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { newId } from '#platform/ids.ts'
import { cast } from '#tests/riverside/cast.ts'
import type { FamilyKey } from '#tests/riverside/families.ts'
import { type Story, referralStory } from '#tests/support/referral-story.ts'
import { acceptReferral } from './accept-referral.ts'
import { declineReferral } from './decline-referral.ts'
import { receiveReferral } from './receive-referral.ts'
import { returnReferral } from './return-referral.ts'

let story: Story
beforeAll(async () => {
  story = await referralStory()
})
afterAll(() => story.close())

const yes = {
  referral_disclosure: 'yes',
  status_feedback: 'yes',
  safety_signals: 'yes',
  participation: 'no',
} as const

/** A referral that reached Cedar Street, with what the family answered. */
async function sent(family: FamilyKey, answers: Record<string, 'yes' | 'no'> = yes) {
  const referralId = await story.decide(family)
  await story.choose(referralId)
  await story.answer(referralId, family, answers)
  await story.send(referralId)
  return referralId
}
const rowOf = async (id: string) => {
  const { rows } = await story.admin.query('select * from referral where id = $1', [id])
  return rows[0] as Record<string, unknown>
}
const statusesIn = async (id: string) => {
  const { rows } = await story.admin.query(
    'select status, reason, source, entered_by, happened_at, entered_at from referral_status where referral_id = $1 order by entered_at, id',
    [id],
  )
  return rows as { status: string; reason: string | null; source: string; entered_by: string }[]
}

describe('answering a referral', () => {
  test('intake confirms receipt, then accepts with a named clinician; the school sees both with name and time [R032] [R070]', async () => {
    const referralId = await sent('sofia')
    story.must(await receiveReferral.perform(story.being('noor'), { referralId }))
    expect(await rowOf(referralId)).toMatchObject({
      state: 'received',
      next_step: 'answer_referral',
      next_owner: 'partner',
    })
    story.must(
      await acceptReferral.perform(story.being('noor'), {
        referralId,
        clinicianId: cast.tomas.id,
        credential: 'LCSW',
      }),
    )

    expect(await rowOf(referralId)).toMatchObject({
      state: 'accepted',
      next_step: 'book_first_visit',
      next_owner: 'navigator',
    })
    const rows = await statusesIn(referralId)
    expect(rows.map(({ status, source, entered_by }) => [status, source, entered_by])).toEqual([
      ['received', 'partner', cast.noor.id],
      ['accepted', 'partner', cast.noor.id],
    ])
  })

  test('accepting names who answers, who may change the plan and who may close; it crosses on the family’s yes [R154]', async () => {
    const referralId = await sent('ada')
    story.must(
      await acceptReferral.perform(story.being('noor'), {
        referralId,
        clinicianId: cast.tomas.id,
        credential: 'LCSW',
      }),
    )
    const { rows: held } = await story.admin.query(
      'select * from clinical_responsibility where referral_id = $1',
      [referralId],
    )
    expect(held).toHaveLength(1)
    expect(held[0]).toMatchObject({
      holder_name: 'Tomas Lindqvist',
      holder_credential: 'LCSW',
      plan_changer_name: 'Tomas Lindqvist',
      closer_id: cast.maya.id,
      ended_at: null,
    })
    const { rows: crossed } = await story.admin.query(
      "select items, consent_id from disclosure where referral_id = $1 and direction = 'to_school'",
      [referralId],
    )
    expect(crossed).toEqual([{ items: ['status'], consent_id: expect.any(String) }])
  })

  test('an agency that cannot take it says why, and the referral returns to the navigator with a day [R040]', async () => {
    const referralId = await sent('mateo')
    story.must(await declineReferral.perform(story.being('noor'), { referralId, reason: 'capacity' }))
    const row = await rowOf(referralId)
    expect(row).toMatchObject({
      state: 'not_accepted',
      next_step: 'choose_partner',
      next_owner: 'navigator',
      ended_at: null,
    })
    expect(row['next_due_at']).toBeInstanceOf(Date)
    expect((await statusesIn(referralId)).map(({ status, reason }) => [status, reason])).toEqual([
      ['not_accepted', 'capacity'],
    ])
  })

  test('a decline without a reason, or with one that is not on the list, is refused', async () => {
    const referralId = await sent('theo')
    expect(await declineReferral.perform(story.being('noor'), { referralId })).toEqual({
      done: false,
      because: ['reason_missing'],
    })
    expect(await declineReferral.perform(story.being('noor'), { referralId, reason: 'busy' })).toEqual({
      done: false,
      because: ['reason_not_listed'],
    })
    expect(await rowOf(referralId)).toMatchObject({ state: 'sent' })
  })

  test('nobody is named: accepting is refused', async () => {
    const referralId = await sent('kayla')
    expect(await acceptReferral.perform(story.being('noor'), { referralId })).toEqual({
      done: false,
      because: ['clinician_missing'],
    })
    const stranger = await acceptReferral.perform(story.being('noor'), {
      referralId,
      clinicianId: cast.maya.id,
    })
    expect(stranger).toEqual({ done: false, because: ['clinician_unknown'] })
  })

  test('another agency cannot tell that it exists', async () => {
    const referralId = await sent('owen')
    await expect(receiveReferral.perform(story.being('farah'), { referralId })).rejects.toThrow(
      new Problem('not_found'),
    )
    await expect(receiveReferral.perform(story.being('noor'), { referralId: newId() })).rejects.toThrow(
      new Problem('not_found'),
    )
    await expect(receiveReferral.perform(story.being('maya'), { referralId })).rejects.toThrow(
      new Problem('not_allowed'),
    )
  })

  test('without consent to feedback nothing is told; the refusal stays on record and the family is asked [R071]', async () => {
    const referralId = await sent('guadalupe', { referral_disclosure: 'yes', status_feedback: 'no' })
    const outcome = await receiveReferral.perform(story.being('noor'), { referralId })
    expect(outcome).toEqual({ done: false, because: ['not_shared'] })
    expect(await statusesIn(referralId)).toEqual([])
    expect(await rowOf(referralId)).toMatchObject({
      state: 'sent',
      next_step: 'contact_family',
      next_owner: 'navigator',
    })
    const trail = await story.trailOf("kind = 'refusal' and subject_id = $1", [referralId])
    expect(trail.map(({ name, detail }) => [name, (detail as { because: string[] }).because])).toEqual([
      ['referrals/receive-referral', ['not_shared']],
    ])
  })

  test('notes and diagnoses do not fit through: anything beside the answer is turned away [R069]', async () => {
    const referralId = await sent('amina')
    const withNote = receiveReferral.perform(story.being('noor'), { referralId, note: 'Diagnosis F41.1' })
    await expect(withNote).rejects.toMatchObject({ code: 'not_valid' })
    expect(await statusesIn(referralId)).toEqual([])
    const slip = receiveReferral.perform(story.being('noor'), { referralId: 'none' })
    await expect(slip).rejects.toMatchObject({ code: 'not_valid' })
    const turnedAway = await story.trailOf(
      `kind = 'refusal' and role = 'partner_intake' and detail -> 'because' ? 'not_valid'`,
      [],
    )
    expect(turnedAway).toMatchObject([{ name: 'referrals/receive-referral', detail: { referralId } }])
    expect(JSON.stringify(turnedAway)).not.toContain('F41')
  })

  test('an agency that can go on no longer gives it back, and its clinician answers until the next one does [R155]', async () => {
    const referralId = await sent('nadia')
    const named = { referralId, clinicianName: 'Dana Whitlock', credential: 'LCSW' }
    story.must(await acceptReferral.perform(story.being('noor'), named))
    story.must(await returnReferral.perform(story.being('noor'), { referralId, reason: 'out_of_scope' }))
    expect(await rowOf(referralId)).toMatchObject({ state: 'not_accepted', next_step: 'choose_partner' })
    const { rows } = await story.admin.query(
      'select holder_name, ended_at from clinical_responsibility where referral_id = $1',
      [referralId],
    )
    expect(rows).toEqual([{ holder_name: 'Dana Whitlock', ended_at: null }])
  })
})
