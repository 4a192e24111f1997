import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { systemActor } from '#access/actor.ts'
import { concernPage } from '#concerns/concern-page.ts'
import { Problem } from '#platform/problem.ts'
import type { CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { riversideId } from '#tests/riverside/places.ts'
import { type CareStory, careStory, ofSofia } from '#tests/support/care-story.ts'
import { acknowledgeCareNotice } from './acknowledge-notice.ts'
import { lookCareNotice } from './look-notice.ts'
import { lookNotices } from './look-notices.ts'
import { matchNotice } from './match-notice.ts'
import { recordCareStep } from './record-step.ts'
import { sendToTriage } from './send-to-triage.ts'
import { tellBackup } from './tell-backup.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let story: CareStory
beforeAll(async () => {
  story = await careStory({ at: '2026-10-13T16:30:00Z' })
})
afterAll(() => story.close())

const notFound = new Problem('not_found')
const system = () => story.as(systemActor(riversideId))
const later = (minutes: number) => story.clock.set(new Date(story.clock.now().getTime() + minutes * 60_000))
const sees = async (key: CastKey, careNoticeId: string) =>
  (await lookNotices.see(story.being(key), {})).notices.some(({ id }) => id === careNoticeId)
const studentId = families.sofia.id

/** Every table in which something about a student could have been opened, counted. */
const opened = async () =>
  (
    await story.rows(`select (select count(*)::int from concern) as concerns, (select count(*)::int from crisis_incident) as crises,
      (select count(*)::int from referral) as referrals, (select count(*)::int from brief_support) as supports,
      (select count(*)::int from school_event) as behavior, (select count(*)::int from triage_decision) as decisions`)
  )[0]

describe('Designated staff', () => {
  test('read a notice, and nobody else at school does, whatever their role [R346] [R348]', async () => {
    const careNoticeId = await story.comes()
    expect(await sees('daniel', careNoticeId)).toBe(true)
    for (const key of ['ines', 'helen', 'maya', 'ruth', 'marcus', 'lucia', 'grace'] as const) {
      expect(await sees(key, careNoticeId)).toBe(false)
      await expect(lookCareNotice.see(story.being(key), { careNoticeId })).rejects.toEqual(notFound)
      await expect(acknowledgeCareNotice.perform(story.being(key), { careNoticeId })).rejects.toEqual(
        notFound,
      )
    }
    await expect(lookCareNotice.see(story.being('joan'), { careNoticeId })).rejects.toEqual(
      new Problem('not_allowed'),
    )
    const today = await story.pages.get('daniel', '/today', 'application/json')
    expect(today.html).toContain(careNoticeId)
  })

  test('who stands in is told when nobody answered in time, and reads it from then on', async () => {
    const careNoticeId = await story.comes()
    const early = await tellBackup.perform(system(), { careNoticeId })
    expect(early).toEqual({ done: false, because: ['not_due'] })
    later(31)
    expect(story.must(await tellBackup.perform(system(), { careNoticeId }))).toEqual({ told: 1 })
    expect(await sees('lucia', careNoticeId)).toBe(true)
    expect(await sees('ines', careNoticeId)).toBe(false)
    // Nobody answers still: all are told again, and nobody new.
    expect(await tellBackup.perform(system(), { careNoticeId })).toEqual({
      done: false,
      because: ['not_due'],
    })
    later(31)
    expect(story.must(await tellBackup.perform(system(), { careNoticeId }))).toEqual({ told: 0 })
    const messages = await story.rows<{ n: number }>(
      'select count(*)::int as n from message where subject_id = $1',
      [careNoticeId],
    )
    expect(messages[0]?.n).toBe(4)
    story.must(await acknowledgeCareNotice.perform(story.being('lucia'), { careNoticeId }))
    const unread = await story.rows('select id from notice where subject_id = $1 and read_at is null', [
      careNoticeId,
    ])
    expect(unread, 'it waits for nobody else').toEqual([])
    later(31)
    expect(await tellBackup.perform(system(), { careNoticeId })).toEqual({
      done: false,
      because: ['answered'],
    })
  })

  test('somebody kept from the student reads nothing of it once it is known whom it is about', async () => {
    const careNoticeId = await story.comes()
    story.must(await matchNotice.perform(story.being('daniel'), { careNoticeId, studentId }))
    const kept = { ...story.being('daniel').actor, blockedIds: [studentId] }
    expect(
      await lookNotices.see(story.as(kept), {}).then(({ notices }) => notices.map(({ id }) => id)),
    ).not.toContain(careNoticeId)
    await expect(lookCareNotice.see(story.as(kept), { careNoticeId })).rejects.toEqual(notFound)
  })
})

describe('What follows from a notice', () => {
  test('by itself nothing does: no concern, no crisis, no referral, no record of behavior [R347]', async () => {
    const before = await opened()
    const careNoticeId = await story.comes()
    story.must(await acknowledgeCareNotice.perform(story.being('daniel'), { careNoticeId }))
    story.must(await matchNotice.perform(story.being('daniel'), { careNoticeId, studentId }))
    const gave = { careNoticeId, kind: 'support', support: 'quiet_place' }
    story.must(await recordCareStep.perform(story.being('daniel'), gave))
    story.must(await recordCareStep.perform(story.being('daniel'), { careNoticeId, kind: 'no_signs' }))
    expect(await opened()).toEqual(before)
    const { steps } = await lookCareNotice.see(story.being('daniel'), { careNoticeId })
    expect(steps.map(({ kind, support }) => [kind, support])).toEqual([
      ['support', 'quiet_place'],
      ['no_signs', null],
    ])
  })

  test('sent to triage by hand it is a concern that says where it came from, linked, and once [R347] [R007]', async () => {
    const careNoticeId = await story.comes()
    expect(await sendToTriage.perform(story.being('daniel'), { careNoticeId })).toEqual({
      done: false,
      because: ['match_first'],
    })
    story.must(await matchNotice.perform(story.being('daniel'), { careNoticeId, studentId }))
    const { concernId } = story.must(await sendToTriage.perform(story.being('daniel'), { careNoticeId }))
    const page = await concernPage.see(story.being('ines'), { concernId })
    expect(page.concern).toMatchObject({ source: 'handle_with_care', studentId, observed: '' })
    const { steps } = await lookCareNotice.see(story.being('daniel'), { careNoticeId })
    expect(steps.map((step) => step.concernId)).toEqual([concernId])
    expect(await sendToTriage.perform(story.being('daniel'), { careNoticeId })).toEqual({
      done: false,
      because: ['in_triage_already'],
    })
  })

  test('that the child is not here ends it, and the sender hears nothing', async () => {
    const careNoticeId = await story.comes({ ...ofSofia, name: 'Nobody Here' })
    expect((await lookCareNotice.see(story.being('daniel'), { careNoticeId })).candidates).toEqual([])
    story.must(await recordCareStep.perform(story.being('daniel'), { careNoticeId, kind: 'not_here' }))
    expect(await matchNotice.perform(story.being('daniel'), { careNoticeId, studentId })).toEqual({
      done: false,
      because: ['not_here_said'],
    })
  })
})
