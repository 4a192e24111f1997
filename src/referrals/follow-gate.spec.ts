import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#access/actor.ts'
import { jobs } from '#partnership/jobs.ts'
import { recordSignOff } from '#partnership/record-sign-off.ts'
import { withdrawSignOff } from '#partnership/withdraw-sign-off.ts'
import { cast } from '#tests/riverside/cast.ts'
import { idOf } from '#tests/riverside/ids.ts'
import { partners } from '#tests/riverside/places.ts'
import { type AgencyStory, agencyStory, everything } from '#tests/support/agency-story.ts'
import { redirectReferral } from './redirect-referral.ts'
import { referralPage } from './referral-page.ts'
import { sendReferral } from './send-referral.ts'

let story: AgencyStory
let waiting: string
let underWay: string
let unsent: string
beforeAll(async () => {
  story = await agencyStory()
  waiting = (await story.sent('sofia')).referralId
  underWay = (await story.accepted('mateo')).referralId
  unsent = await story.decide('theo')
  await story.choose(unsent)
  await story.answer(unsent, 'theo', everything)
})
afterAll(() => story.close())

const { cedarStreet } = partners
const agreementId = idOf(`agreement/${cedarStreet.id}`)
const owed = async (id: string) => {
  const { next_step, next_owner } = await story.rowOf(id)
  return { next_step, next_owner }
}
const news = () =>
  story.rows(
    "select person_id, read_at from notice where kind = 'gate_closed' and subject_id = $1 order by made_at",
    cedarStreet.id,
  )
const told = { person_id: cast.maya.id, read_at: null }
const withdraw = async (signOffId: string) =>
  story.must(await withdrawSignOff.perform(story.being('leila'), { signOffId }))
const clear = async () =>
  story.must(
    await recordSignOff.perform(story.being('leila'), {
      agreementId,
      scope: 'Referrals and status feedback',
      signedBy: 'Riverside legal office',
      signedOn: '2026-10-13',
      endsOn: '2027-06-30',
    }),
  ).signOffId

describe('When the legal gate of an agency closes', () => {
  test('a referral it has not answered needs another agency or a new signature, and its navigator is told [R029]', async () => {
    expect(await owed(waiting)).toEqual({ next_step: 'confirm_receipt', next_owner: 'partner' })
    await withdraw(idOf(`sign-off/${cedarStreet.id}`))
    expect(await owed(waiting)).toEqual({ next_step: 'settle_gate', next_owner: 'navigator' })
    expect(await news()).toEqual([told])
    const page = await referralPage.see(story.being('maya'), { referralId: waiting })
    expect(page).toMatchObject({ gate: ['sign_off_withdrawn'], mayRedirect: true })
  })

  test('nothing more is sent to it, although the family said yes [R030] [R139]', async () => {
    const outcome = await sendReferral.perform(story.being('maya'), {
      referralId: unsent,
      caregiverPresent: 'yes',
    })
    expect(outcome).toEqual({ done: false, because: ['sign_off_withdrawn'] })
  })

  test('care that has begun goes on', async () => {
    expect(await owed(underWay)).toEqual({ next_step: 'book_first_visit', next_owner: 'navigator' })
    const page = await referralPage.see(story.being('maya'), { referralId: underWay })
    expect(page.gate).toEqual(['sign_off_withdrawn'])
  })

  test('a new signature gives the promise back to the agency, with the day it had', async () => {
    const { next_due_at: closedDue } = await story.rowOf(waiting)
    const signOffId = await clear()
    const opened = await story.rowOf(waiting)
    expect(opened).toMatchObject({ next_step: 'confirm_receipt', next_owner: 'partner' })
    expect(closedDue).toBeInstanceOf(Date)
    await withdraw(signOffId)
    expect(await owed(waiting)).toMatchObject({ next_step: 'settle_gate' })
    // The first news is not read yet: nobody is told the same thing twice.
    expect(await news()).toEqual([told])
    await clear()
  })

  test('the day after the last of its documents it closes by itself', async () => {
    const { rows } = await story.admin.query<{ run_at: Date }>(
      `select run_at from graphile_worker.jobs where task_identifier = 'partnership/watch-gate'`,
    )
    expect(rows.map(({ run_at }) => run_at.toISOString())).toContain('2027-07-01T07:00:00.000Z')
    await story.admin.query(
      `begin; set local session_replication_role = replica; update notice set read_at = made_at; commit`,
    )
    story.clock.set('2027-07-01T07:00:00Z')
    const system = { ...story.being('maya'), actor: systemActor(story.districtId) }
    const payload = { district_id: story.districtId, partnerId: cedarStreet.id }
    await jobs[0]?.run(system, payload)
    await jobs[0]?.run(system, payload)
    expect(await owed(waiting)).toEqual({ next_step: 'settle_gate', next_owner: 'navigator' })
    expect(await news()).toEqual([{ ...told, read_at: expect.any(Date) }, told])
  })

  test('passed to another agency, it is not owed any more', async () => {
    story.must(
      await redirectReferral.perform(story.being('maya'), { referralId: waiting, reason: 'capacity' }),
    )
    expect(await owed(waiting)).toEqual({ next_step: null, next_owner: null })
  })
})
