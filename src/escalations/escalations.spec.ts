import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stateHighNeed } from '#referrals/state-high-need.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import type { FamilyKey } from '#tests/riverside/families.ts'
import { partners } from '#tests/riverside/places.ts'
import { referralStory, type Story } from '#tests/support/referral-story.ts'
import { askEscalation } from './ask-escalation.ts'
import { closeEscalation } from './close-escalation.ts'
import { confirmCapacity } from './confirm-capacity.ts'
import { decideEscalation } from './decide-escalation.ts'
import { lookEscalation } from './look-escalation.ts'
import { lookEscalations } from './look-escalations.ts'
import { noticeAll, tellAll } from './notice-all.ts'
import { recordContact } from './record-contact.ts'
import { takeEscalation } from './take-escalation.ts'

let story: Story
beforeAll(async () => {
  story = await referralStory({ at: '2026-10-05T16:00:00Z' })
})
afterAll(() => story.close())

const hour = 3_600_000
const day = 24 * hour
const system = () => story.asSystem(story.districtId)
const round = async () => {
  const noticed = await noticeAll(system())
  await tellAll(system())
  return noticed
}
const openOf = async (referralId: string) =>
  (
    await story.admin.query('select * from escalation where referral_id = $1 order by opened_at', [
      referralId,
    ])
  ).rows
const breachesOf = async (referralId: string) =>
  (
    await story.admin.query('select * from standard_breach where referral_id = $1 order by due_at', [
      referralId,
    ])
  ).rows
const toldOf = async (escalationId: string): Promise<string[]> =>
  (
    await story.admin.query<{ person_id: string }>(
      'select person_id from escalation_alert where escalation_id = $1 order by position',
      [escalationId],
    )
  ).rows.map(({ person_id }) => person_id)

/** A high-need referral, a week and an hour old, with the escalation the house opened for it. */
async function stalled(family: FamilyKey, at: 'decided' | 'sent' = 'decided') {
  const referralId = await story.decide(family)
  if (at === 'sent') {
    await story.choose(referralId)
    await story.answer(referralId, family, { referral_disclosure: 'yes' })
    await story.send(referralId)
  }
  story.must(await stateHighNeed.perform(story.being('maya'), { referralId, criterion: 'safety_concerns' }))
  story.clock.set(new Date(story.clock.now().getTime() + 7 * day + hour))
  await round()
  const [escalation] = await openOf(referralId)
  return { referralId, escalationId: escalation?.id as string }
}
const ready = async (escalationId: string, by: CastKey = 'ruth') => {
  const doer = story.being(by)
  const family = { escalationId, reached: 'yes', barriers: ['transportation'] }
  story.must(await recordContact.perform(doer, family))
  story.must(await confirmCapacity.perform(doer, { escalationId, acceptance: 'waitlist' }))
}
const later = () => new Date(story.clock.now().getTime() + 7 * day).toISOString().slice(0, 10)

describe('A high-need referral without an intake', () => {
  test('is escalated to the lead by itself after a week, once, and not on day six [R087] [R089]', async () => {
    const referralId = await story.decide('mateo')
    story.must(await stateHighNeed.perform(story.being('maya'), { referralId, criterion: 'safety_concerns' }))
    const decidedAt = story.clock.now().getTime()
    await round()
    expect(await openOf(referralId)).toEqual([])
    story.clock.set(new Date(decidedAt + 6 * day))
    await round()
    expect(await openOf(referralId)).toEqual([])

    story.clock.set(new Date(decidedAt + 7 * day + hour))
    expect(await Promise.all([round(), round()])).toHaveLength(2)
    await round()
    const [escalation, ...more] = await openOf(referralId)
    expect(more).toEqual([])
    expect(escalation).toMatchObject({
      cause: 'high_need_intake',
      opened_by: null,
      state: 'open',
      high_need: true,
    })
    expect(await toldOf(escalation.id)).toEqual([cast.ruth.id])
    const trail = await story.trailOf('subject_id = $1', [escalation.id])
    expect(trail.map(({ role, name }) => `${role}: ${name}`)).toEqual([
      'system: escalation.opened',
      'system: escalation.lead_told',
    ])
  })

  test('keeps what was due, under which standard, and who was holding it', async () => {
    const { rows } = await story.admin.query(
      "select b.* from standard_breach b join escalation e on e.referral_id = b.referral_id where b.clock = 'high_need_intake' limit 1",
    )
    expect(rows[0]).toMatchObject({
      held_by: 'navigator',
      person_id: cast.maya.id,
      standard: { clock: 'high_need_intake', unit: 'calendar_days', amount: 7, version: 1 },
    })
    await expect(
      story.admin.query('set role throughline_app; update standard_breach set due_at = now()'),
    ).rejects.toThrow(/permission denied/)
    await story.admin.query('reset role')
  })

  test('is told to whoever stands in when the lead does not take it [R089]', async () => {
    const { escalationId } = await stalled('theo')
    expect(await toldOf(escalationId)).toEqual([cast.ruth.id])
    story.clock.set(new Date(story.clock.now().getTime() + 3 * day))
    await round()
    const told = await toldOf(escalationId)
    expect(told.slice(0, 2)).toEqual([cast.ruth.id, cast.lucia.id])
    // Nobody is told any more once somebody has it.
    story.must(await takeEscalation.perform(story.being('lucia'), { escalationId }))
    story.clock.set(new Date(story.clock.now().getTime() + 9 * day))
    await round()
    expect(await toldOf(escalationId)).toEqual(told)
  })
})

describe('A lead', () => {
  test('records the family and the agency before deciding, or is refused with what is missing [R090]', async () => {
    const { escalationId } = await stalled('kayla')
    const decide = () =>
      decideEscalation.perform(story.being('ruth'), { escalationId, decision: 'continue', againOn: later() })
    expect(await decide()).toMatchObject({
      done: false,
      because: ['family_not_contacted', 'capacity_not_confirmed'],
    })
    await ready(escalationId)
    story.must(await decide())
    const seen = await lookEscalation.see(story.being('ruth'), { escalationId })
    expect(seen.entries.map(({ kind }) => kind)).toEqual(['family', 'capacity', 'decision'])
    expect(seen.missing).toEqual([])
  })

  test('does not close it early, and closes it with a plan [R092]', async () => {
    const { escalationId } = await stalled('lena')
    const close = (given: object) => closeEscalation.perform(story.being('ruth'), { escalationId, ...given })
    expect(await close({ ending: 'connected' })).toMatchObject({
      done: false,
      because: ['family_not_contacted', 'capacity_not_confirmed', 'nothing_decided', 'not_connected'],
    })
    await ready(escalationId)
    story.must(
      await decideEscalation.perform(story.being('ruth'), {
        escalationId,
        decision: 'continue',
        againOn: later(),
      }),
    )
    expect(await close({ ending: 'connected' })).toMatchObject({ because: ['not_connected'] })
    expect(await close({ ending: 'other_plan' })).toMatchObject({
      because: ['plan_missing', 'again_missing'],
    })
    const listed = async (state: string) =>
      (await lookEscalations.see(story.being('ruth'), { state })).shown.map(({ id }) => id)
    expect(await listed('open')).toContain(escalationId)
    story.must(
      await close({ ending: 'other_plan', words: 'Weekly talks with the counselor', againOn: later() }),
    )
    expect(await listed('open')).not.toContain(escalationId)
    expect(await listed('closed')).toContain(escalationId)
  })

  test('chooses one of three other ways, and each opens its record [R091]', async () => {
    const decide = async (escalationId: string, given: object) => {
      const asked = { escalationId, againOn: later(), ...given }
      return story.must(await decideEscalation.perform(story.being('ruth'), asked))
    }
    const atSchool = () => ({
      decision: 'school_support',
      focus: 'Sleeping',
      ownerId: cast.daniel.id,
      entryCriterion: 'triage_decision',
      reviewOn: later(),
    })
    const first = await stalled('ruben', 'sent')
    await ready(first.escalationId)
    expect(await decide(first.escalationId, atSchool())).toMatchObject({ openedType: 'brief_support' })
    const elsewhere = { decision: 'other_agency', reason: 'capacity', partnerId: partners.northbank.id }
    const next = await decide(first.escalationId, elsewhere)
    const second = await stalled('hana', 'sent')
    await ready(second.escalationId)
    const urgent = await decide(second.escalationId, {
      decision: 'urgent_community',
      urgentReason: 'capacity',
    })

    const { rows } = await story.admin.query(
      'select id, predecessor_id, high_need from referral where id = any($1) order by referred_at, id',
      [[next.openedId, urgent.openedId]],
    )
    expect(rows.map((row) => row.predecessor_id)).toEqual([first.referralId, second.referralId])
    expect(rows[1]?.high_need).toBe(true)
    const seen = await lookEscalation.see(story.being('ruth'), { escalationId: first.escalationId })
    expect(seen.referrals.map(({ id }) => id)).toEqual([first.referralId, next.openedId])
    // Of the successor nothing was sent yet: another agency is asked on the same referral.
    expect(
      await decide(first.escalationId, { ...elsewhere, partnerId: partners.cedarStreet.id }),
    ).toMatchObject({
      openedId: next.openedId,
    })
  })
})

describe('Asking the lead', () => {
  test('does not wait for a clock, and asks once', async () => {
    const referralId = await story.decide('owen')
    const ask = () =>
      askEscalation.perform(story.being('maya'), { referralId, words: 'Nobody answers at the agency' })
    const { escalationId } = story.must(await ask())
    expect(await toldOf(escalationId)).toEqual([cast.ruth.id])
    expect(await ask()).toMatchObject({ done: false, because: ['open_already'] })
    expect(await breachesOf(referralId)).toEqual([])
  })
})
