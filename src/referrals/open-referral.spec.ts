import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { cast } from '#tests/riverside/cast.ts'
import { partners } from '#tests/riverside/places.ts'
import { referralStory, type Story } from '#tests/support/referral-story.ts'
import { reassignNavigator } from './reassign-navigator.ts'
import { redirectReferral } from './redirect-referral.ts'
import { referralPage } from './referral-page.ts'
import { sendReferral } from './send-referral.ts'

const decidedAt = '2026-10-13T20:30:00Z'
let story: Story
beforeAll(async () => {
  story = await referralStory()
})
afterAll(() => story.close())

const row = async (id: string) => {
  const { rows } = await story.admin.query('select * from referral where id = $1', [id])
  return rows[0]
}
const sent = async (family: 'mateo' | 'sofia' | 'theo' | 'hana' | 'ada', feedback: 'yes' | 'no' = 'yes') => {
  const id = await story.decide(family)
  await story.choose(id)
  await story.answer(id, family, { referral_disclosure: 'yes', status_feedback: feedback })
  await story.send(id)
  return id
}

describe('A referral begins', () => {
  test('with the decision: a number, a named navigator, the same-day clock and what is owed [R042] [R043]', async () => {
    const id = await story.decide('sofia')
    expect(await row(id)).toMatchObject({
      number: 1001,
      state: 'handoff_open',
      navigator_id: cast.maya.id,
      referred_at: new Date(decidedAt),
      first_referred_at: new Date(decidedAt),
      next_step: 'make_handoff',
      next_owner: 'navigator',
      next_due_at: new Date('2026-10-14T00:00:00Z'),
      high_need: false,
    })
    const { rows } = await story.admin.query(
      'select state, opened_at, due_at, due_standard from handoff where referral_id = $1',
      [id],
    )
    expect(rows).toEqual([
      {
        state: 'open',
        opened_at: new Date(decidedAt),
        due_at: new Date('2026-10-14T00:00:00Z'),
        due_standard: { clock: 'warm_handoff', unit: 'same_day', version: 1 },
      },
    ])
    const { rows: told } = await story.admin.query(
      `select person_id from notice where kind = 'handoff_owed' and subject_id = $1`,
      [id],
    )
    expect(told).toEqual([{ person_id: cast.maya.id }])
  })

  test('another one for the same need is linked as a repeat; another need is not [R033]', async () => {
    const first = await story.decide('kayla')
    const again = await story.decide('kayla')
    const other = await story.decide('kayla', { reason: 'loss_and_grief' })
    expect((await row(again)).repeat_of_id).toBe(first)
    expect((await row(other)).repeat_of_id).toBeNull()
    const page = await referralPage.see(story.being('maya'), { referralId: again })
    expect(page.names.repeatOfNumber).toBe((await row(first)).number)
    const earlier = await referralPage.see(story.being('maya'), { referralId: first })
    expect(earlier.names.repeatedBy).toEqual([{ id: again, number: page.referral.number }])
  })

  test('a crisis not long ago makes it high need, with the criterion on record', async () => {
    await story.admin.query('alter table crisis_incident disable trigger user')
    await story.admin.query(
      `insert into crisis_incident (district_id, id, student_id, school_id, source, state, started_at, entered_at, closed_at)
       select district_id, gen_random_uuid(), id, school_id, 'staff', 'closed', '2026-10-01T18:00:00Z', '2026-10-01T18:00:00Z',
         '2026-10-01T20:00:00Z' from student where given_name = 'Owen'`,
    )
    await story.admin.query('alter table crisis_incident enable trigger user')
    const id = await story.decide('owen')
    expect((await row(id)).high_need).toBe(true)
    const { rows } = await story.admin.query(
      'select high_need_criteria from handoff where referral_id = $1',
      [id],
    )
    expect(rows).toEqual([{ high_need_criteria: ['recent_crisis'] }])
  })
})

describe('A referral goes on', () => {
  test('to another agency as a successor that keeps the first date and needs consent of its own [R034]', async () => {
    const id = await sent('mateo')
    story.clock.set('2026-10-15T16:00:00Z')
    const given = { referralId: id, partnerId: partners.northbank.id, reason: 'capacity' }
    const successor = story.must(await redirectReferral.perform(story.being('maya'), given))
    expect(await row(id)).toMatchObject({ state: 'redirected', ended_at: story.clock.now(), next_step: null })
    expect(await row(successor.id)).toMatchObject({
      predecessor_id: id,
      partner_id: partners.northbank.id,
      state: 'handoff_open',
      referred_at: story.clock.now(),
      first_referred_at: new Date(decidedAt),
      repeat_of_id: null,
    })
    const early = await sendReferral.perform(story.being('maya'), {
      referralId: successor.id,
      caregiverPresent: 'yes',
    })
    expect(early).toEqual({ done: false, because: ['consent_not_asked'] })
    const { rows } = await story.admin.query(
      'select ending, reason from referral_ending where referral_id = $1',
      [id],
    )
    expect(rows).toEqual([{ ending: 'redirected', reason: 'capacity' }])
    const { chain } = await referralPage.see(story.being('maya'), { referralId: successor.id })
    expect(chain.map(({ id: each }) => each)).toEqual([id, successor.id])
    expect(await redirectReferral.perform(story.being('maya'), given)).toEqual({
      done: false,
      because: ['not_open'],
    })
    story.clock.set(decidedAt)
  })

  test('not to the same agency, nor for a reason that is not on the list', async () => {
    const id = await sent('hana')
    const given = { referralId: id, partnerId: partners.cedarStreet.id, reason: 'no_show' }
    expect(await redirectReferral.perform(story.being('maya'), given)).toEqual({
      done: false,
      because: ['same_partner', 'reason_unknown'],
    })
    await expect(redirectReferral.perform(story.being('daniel'), given)).rejects.toThrow(
      new Problem('not_allowed'),
    )
    await expect(redirectReferral.perform(story.being('jonah'), given)).rejects.toThrow(
      new Problem('not_found'),
    )
  })

  test('to another navigator of the school, who is told, and the handoff goes along [R043]', async () => {
    const id = await story.decide('tessa')
    const give = (navigatorId: string) =>
      reassignNavigator.perform(story.being('maya'), { referralId: id, navigatorId })
    expect(await give(cast.jonah.id)).toEqual({ done: false, because: ['not_a_navigator'] })
    expect(await give(cast.maya.id)).toEqual({ done: false, because: ['same_navigator'] })
    story.must(await give(cast.grace.id))
    expect((await row(id)).navigator_id).toBe(cast.grace.id)
    const { rows } = await story.admin.query('select navigator_id from handoff where referral_id = $1', [id])
    expect(rows).toEqual([{ navigator_id: cast.grace.id }])
    const { rows: told } = await story.admin.query(
      `select person_id from notice where kind = 'referral_given' and subject_id = $1`,
      [id],
    )
    expect(told).toEqual([{ person_id: cast.grace.id }])
  })
})
