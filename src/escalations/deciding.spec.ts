import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { partners } from '#tests/riverside/places.ts'
import { stalledStory, type StalledStory } from '#tests/support/stalled-story.ts'
import { closeEscalation } from './close-escalation.ts'
import { decideEscalation } from './decide-escalation.ts'
import { lookEscalation } from './look-escalation.ts'
import { lookEscalations } from './look-escalations.ts'

let story: StalledStory
beforeAll(async () => {
  story = await stalledStory()
})
afterAll(() => story.close())

describe('A lead', () => {
  test('records the family and the agency before deciding, or is refused with what is missing [R090]', async () => {
    const { escalationId } = await story.stalled('kayla')
    const decide = () =>
      decideEscalation.perform(story.being('ruth'), {
        escalationId,
        decision: 'continue',
        againOn: story.later(),
      })
    expect(await decide()).toMatchObject({
      done: false,
      because: ['family_not_contacted', 'capacity_not_confirmed'],
    })
    await story.ready(escalationId)
    const far = { escalationId, decision: 'continue', againOn: '2099-01-01' }
    expect(await decideEscalation.perform(story.being('ruth'), far)).toMatchObject({
      because: ['again_too_far'],
    })
    story.must(await decide())
    const seen = await lookEscalation.see(story.being('ruth'), { escalationId })
    expect(seen.entries.map(({ kind }) => kind)).toEqual(['family', 'capacity', 'decision'])
    expect(seen.missing).toEqual([])
  })

  test('does not close it early, and closes it with a plan [R092]', async () => {
    const { escalationId } = await story.stalled('lena')
    const close = (given: object) => closeEscalation.perform(story.being('ruth'), { escalationId, ...given })
    expect(await close({ ending: 'connected' })).toMatchObject({
      done: false,
      because: ['family_not_contacted', 'capacity_not_confirmed', 'nothing_decided', 'not_connected'],
    })
    await story.ready(escalationId)
    story.must(
      await decideEscalation.perform(story.being('ruth'), {
        escalationId,
        decision: 'continue',
        againOn: story.later(),
      }),
    )
    expect(await close({ ending: 'connected' })).toMatchObject({ because: ['not_connected'] })
    const plan = { ending: 'other_plan', words: 'Weekly talks with the counselor' }
    expect(await close({ ...plan, againOn: '2099-01-01' })).toMatchObject({ because: ['again_too_far'] })
    const { latest } = await lookEscalation.see(story.being('ruth'), { escalationId })
    expect(latest).toBe(story.later())
    expect(await close({ ending: 'other_plan' })).toMatchObject({
      because: ['plan_missing', 'again_missing'],
    })
    const listed = async (state: string) =>
      (await lookEscalations.see(story.being('ruth'), { state })).shown.map(({ id }) => id)
    expect(await listed('open')).toContain(escalationId)
    story.must(await close({ ...plan, againOn: story.later() }))
    expect(await listed('open')).not.toContain(escalationId)
    expect(await listed('closed')).toContain(escalationId)
  })

  test('ends with a plan until its day: what stalls still then is told anew, once, and not a day before [R092]', async () => {
    const { referralId, escalationId } = await story.stalled('sade')
    // Rounds go on while it is open: the one that opened it is not the last before it closes.
    await story.round()
    await story.ready(escalationId)
    const doer = story.being('ruth')
    const decided = { escalationId, decision: 'continue', againOn: story.later() }
    story.must(await decideEscalation.perform(doer, decided))
    const plan = { ending: 'other_plan', words: 'Weekly talks', againOn: story.later() }
    story.must(await closeEscalation.perform(doer, { escalationId, ...plan }))
    const kept = async () =>
      (await story.breachesOf(referralId)).filter(({ clock }) => clock === 'high_need_intake').length
    const breaches = await kept()
    story.pass(6 * story.day)
    await story.round()
    const open = async () =>
      (await story.escalationsOf(referralId)).filter(({ closed_at }) => closed_at === null)
    expect(await open()).toEqual([])
    story.pass(story.day)
    await story.round()
    await story.round()
    const [again, ...more] = await open()
    expect(more).toEqual([])
    expect(again).toMatchObject({ high_need: true, opened_by: null, state: 'open' })
    expect(await story.toldOf(again?.id as string)).toEqual([cast.ruth.id])
    expect(await kept()).toEqual(breaches)
  })

  test('chooses one of three other ways, and each opens its record [R091]', async () => {
    const decide = async (escalationId: string, given: object) => {
      const asked = { escalationId, againOn: story.later(), ...given }
      return story.must(await decideEscalation.perform(story.being('ruth'), asked))
    }
    const atSchool = () => ({
      decision: 'school_support',
      focus: 'Sleeping',
      ownerId: cast.daniel.id,
      entryCriterion: 'triage_decision',
      reviewOn: story.later(),
    })
    const first = await story.stalled('ruben', 'sent')
    await story.ready(first.escalationId)
    expect(await decide(first.escalationId, atSchool())).toMatchObject({ openedType: 'brief_support' })
    const elsewhere = { decision: 'other_agency', reason: 'capacity', partnerId: partners.northbank.id }
    const next = await decide(first.escalationId, elsewhere)
    const second = await story.stalled('hana', 'sent')
    await story.ready(second.escalationId)
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
