import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import type { FamilyKey } from '#tests/riverside/families.ts'
import { partners } from '#tests/riverside/places.ts'
import { type AgencyStory, agencyStory, everything } from '#tests/support/agency-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { answerOneMonth } from './answer-one-month.ts'
import { disengageReferral } from './disengage-referral.ts'
import { lookFunnel } from './look-funnel.ts'
import { lookInbox } from './look-inbox.ts'
import { postStatus } from './post-status.ts'
import { owedByAgency } from './read-inbox.ts'
import { recordResult } from './record-result.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

const tuesday = '2026-10-13T20:30:00Z'
const answers = { ...everything, participation: 'no', safety_signals: 'no' } as const

const accepted = async (family: FamilyKey) => {
  story.clock.set(tuesday)
  return (await story.accepted(family, answers)).referralId
}
const afterwards = () => story.clock.set('2026-10-15T23:45:00Z')

describe('still being seen', () => {
  const seen = async (family: FamilyKey) => {
    const referralId = await accepted(family)
    const appointmentId = await story.book(referralId)
    afterwards()
    story.must(await recordResult.perform(story.noor(), { referralId, appointmentId, result: 'attended' }))
    story.clock.set('2026-11-13T18:00:00Z')
    return referralId
  }

  test('yes after one month is a date, and can be said again later', async () => {
    const referralId = await seen('hana')
    story.must(await answerOneMonth.perform(story.noor(), { referralId, engaged: 'yes' }))
    expect((await story.rowOf(referralId))['engaged_at']).toEqual(new Date('2026-11-13T18:00:00Z'))
    story.clock.set('2026-12-14T18:00:00Z')
    story.must(await answerOneMonth.perform(story.noor(), { referralId, engaged: 'yes' }))
    expect((await story.rowOf(referralId))['engaged_at']).toEqual(new Date('2026-11-13T18:00:00Z'))
    expect(
      (await story.statuses(referralId)).filter(({ status }) => status === 'ongoing_engagement'),
    ).toHaveLength(2)
  })

  test('no opens the question why, and asks the navigator', async () => {
    const referralId = await seen('tessa')
    story.must(await answerOneMonth.perform(story.noor(), { referralId, engaged: 'no' }))
    expect(await story.rowOf(referralId)).toMatchObject({
      state: 'disengaged',
      next_step: 'find_out_why',
      next_owner: 'navigator',
      engaged_at: null,
    })
    const booked = await story.book(referralId, { kind: 'first_treatment', onDay: '2026-11-18' })
    expect(await story.rowOf(referralId)).toMatchObject({ state: 'scheduled' })
    story.clock.set('2026-11-19T18:00:00Z')
    story.must(
      await recordResult.perform(story.noor(), { referralId, appointmentId: booked, result: 'attended' }),
    )
    expect(await story.rowOf(referralId)).toMatchObject({
      state: 'in_service',
      first_seen_at: new Date('2026-10-15T23:30:00Z'),
    })
  })

  test('is not asked before anybody was seen', async () => {
    const referralId = await accepted('liam')
    expect(await answerOneMonth.perform(story.noor(), { referralId, engaged: 'yes' })).toEqual({
      done: false,
      because: ['not_seen_yet'],
    })
  })

  test('visits that stopped are put down to one of three, and to nothing that blames [R061]', async () => {
    const referralId = await seen('zoe')
    expect(await disengageReferral.perform(story.noor(), { referralId })).toEqual({
      done: false,
      because: ['reason_missing'],
    })
    expect(await disengageReferral.perform(story.noor(), { referralId, reason: 'non_compliant' })).toEqual({
      done: false,
      because: ['reason_not_listed'],
    })
    story.must(
      await disengageReferral.perform(story.noor(), {
        referralId,
        reason: 'family_choice',
        happenedOn: '2026-11-10',
      }),
    )
    const last = (await story.statuses(referralId)).at(-1)
    expect(last).toMatchObject({
      status: 'disengaged',
      reason: 'family_choice',
      happened_at: new Date('2026-11-10T08:00:00Z'),
      entered_at: new Date('2026-11-13T18:00:00Z'),
    })
  })
})

describe('a status as a machine sends it', () => {
  test('carries the day it happened and the time it was entered, and both rows stay [R069] [R070]', async () => {
    const referralId = await accepted('emma')
    await story.book(referralId)
    story.clock.set('2026-10-16T18:00:00Z')
    story.must(
      await postStatus.perform(story.noor(), {
        referralId,
        status: 'first_appointment_completed',
        happenedOn: '2026-10-15',
      }),
    )
    expect(await story.rowOf(referralId)).toMatchObject({
      state: 'in_service',
      first_seen_at: new Date('2026-10-15T07:00:00Z'),
    })
    const rows = await story.statuses(referralId)
    expect(rows.map(({ status }) => status)).toEqual(expect.arrayContaining(['accepted', 'scheduled']))
    expect(rows.at(-1)).toMatchObject({
      status: 'first_appointment_completed',
      happened_at: new Date('2026-10-15T07:00:00Z'),
      entered_at: new Date('2026-10-16T18:00:00Z'),
    })
    const pages = await pagesOf(story)
    const { html } = await pages.get('maya', `/referrals/${referralId}`)
    await pages.close()
    const [, shown = ''] = /id="statuses"([\s\S]*?)<\/section>/.exec(html) ?? []
    for (const said of ['Thu Oct 15', 'entered 11:00', 'Tue Oct 13']) expect(shown).toContain(said)
    expect(await postStatus.perform(story.noor(), { referralId, status: 'received' })).toEqual({
      done: false,
      because: ['already_answered'],
    })
    for (const said of [{ status: 'diagnosed' }, { status: 'received', diagnosis: 'F41.1' }])
      await expect(postStatus.perform(story.noor(), { referralId, ...said })).rejects.toMatchObject({
        code: 'not_valid',
      })
  })

  test('history is only added to: the application cannot change or remove a row [R070]', async () => {
    for (const text of ['update referral_status set status = status', 'delete from referral_status']) {
      const change = story.db.transaction({ districtId: story.districtId, side: 'school' }, (tx) =>
        tx.run({ name: text.slice(0, 6), text, values: [] }),
      )
      await expect(change).rejects.toThrow(/permission denied/)
    }
  })
})

describe('whether care goes on', () => {
  const owes = async (referralId: string) => {
    const { parts } = await lookInbox.see(story.noor(), {})
    return Object.entries(parts).find(([, rows]) => rows.some(({ id }) => id === referralId))?.[0]
  }
  const promised = (referralId: string) =>
    story.db.transaction(scopeOf(actorOf('noor')), async (tx) => {
      const view = { tx, now: story.clock.now(), knows: () => true }
      const owed = await owedByAgency(view, partners.cedarStreet.id)
      return owed.flatMap(({ id, kind, dueAt }) => (id === referralId ? [{ kind, dueAt }] : []))
    })
  const figure = async () => {
    const { needs } = await lookFunnel.see(story.being('maya'), {})
    return [needs?.monthSince ?? 0, needs?.afterMonth ?? 0] as const
  }

  test('is owed by the agency 30 days after care began, then on a rhythm; its answer feeds the one-month figure [R075]', async () => {
    const referralId = await accepted('lena')
    const appointmentId = await story.book(referralId)
    afterwards()
    story.must(await recordResult.perform(story.noor(), { referralId, appointmentId, result: 'attended' }))
    expect(await owes(referralId)).toBe('with_you')
    const monthOn = new Date('2026-11-15T00:30:00Z')
    story.clock.set('2026-11-14T18:00:00Z')
    expect(await owes(referralId)).toBe('month')
    expect(await promised(referralId)).toEqual([{ kind: 'month', dueAt: monthOn }])

    const past = '2026-11-15T23:31:00Z'
    story.clock.set(past)
    const [of, active] = await figure()
    story.clock.set('2026-11-14T18:00:00Z')
    story.must(await answerOneMonth.perform(story.noor(), { referralId, engaged: 'yes' }))
    story.clock.set(past)
    expect(await figure()).toEqual([of, active + 1])
    expect(await promised(referralId)).toEqual([])
    story.clock.set('2026-12-11T18:00:00Z')
    expect(await promised(referralId)).toEqual([{ kind: 'month', dueAt: new Date('2026-12-14T18:00:00Z') }])
    story.must(await answerOneMonth.perform(story.noor(), { referralId, engaged: 'yes' }))
    expect(await promised(referralId)).toEqual([])
    const pages = await pagesOf(story)
    expect((await pages.get('maya', '/funnel')).html).toContain('still in care after one month')
    await pages.close()
  })
})
