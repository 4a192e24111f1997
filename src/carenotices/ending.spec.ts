import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { systemActor } from '#access/actor.ts'
import { Problem } from '#platform/problem.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { riversideId } from '#tests/riverside/places.ts'
import { type CareStory, careStory } from '#tests/support/care-story.ts'
import { askTeacher } from './ask-teacher.ts'
import { expireNotice } from './expire-notice.ts'
import { lookAccounting } from './look-accounting.ts'
import { lookCareNotice } from './look-notice.ts'
import { lookNotices } from './look-notices.ts'
import { lookSignals } from './look-signals.ts'
import { matchNotice } from './match-notice.ts'

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

describe('A teacher', () => {
  test('is told to handle a student with care, and nothing else of it [R348]', async () => {
    const careNoticeId = await story.comes()
    story.must(await matchNotice.perform(story.being('daniel'), { careNoticeId, studentId }))
    const asked = { careNoticeId, personId: cast.joan.id }
    expect((await lookSignals.see(story.being('joan'), {})).signals).toEqual([])
    story.must(await askTeacher.perform(story.being('daniel'), asked))
    const seen = await lookSignals.see(story.being('joan'), {})
    expect(seen.signals.map(({ studentName }) => studentName)).toEqual(['Sofia Delgado'])
    expect(Object.keys(seen.signals[0] ?? {}).toSorted()).toEqual([
      'schoolName',
      'studentId',
      'studentName',
      'untilOn',
    ])
    const page = await story.pages.get('joan', '/handle-with-care/signals')
    expect(page.html).toContain('Sofia Delgado')
    expect(page.html).not.toMatch(/police|law enforcement|notice|HWC-|Daniel/i)
    const today = await story.pages.get('joan', '/today')
    expect(today.html).toContain('You are asked to handle a student with care.')
    await expect(lookCareNotice.see(story.being('joan'), { careNoticeId })).rejects.toEqual(
      new Problem('not_allowed'),
    )
    // A teacher of another school is nobody to ask.
    await expect(
      askTeacher.perform(story.being('daniel'), { careNoticeId, personId: cast.karen.id }),
    ).rejects.toEqual(notFound)
  })
})

describe('After its days', () => {
  test('nobody reads it but the accounting of the privacy officer, and the name is gone [R348]', async () => {
    const careNoticeId = await story.comes()
    story.must(await matchNotice.perform(story.being('daniel'), { careNoticeId, studentId }))
    story.must(await askTeacher.perform(story.being('daniel'), { careNoticeId, personId: cast.joan.id }))
    expect(await expireNotice.perform(system(), { careNoticeId })).toEqual({
      done: false,
      because: ['not_due'],
    })
    later(15 * 24 * 60)
    // From the instant itself, before anything was emptied.
    expect(await sees('daniel', careNoticeId)).toBe(false)
    await expect(lookCareNotice.see(story.being('daniel'), { careNoticeId })).rejects.toEqual(notFound)
    expect((await lookSignals.see(story.being('joan'), {})).signals).toEqual([])
    expect((await story.pages.get('joan', '/today')).html).not.toContain('handle a student with care')
    story.must(await expireNotice.perform(system(), { careNoticeId }))
    const accounted = (await lookAccounting.see(story.being('leila'), {})).notices
    const row = accounted.find(({ id }) => id === careNoticeId)
    expect(row).toMatchObject({
      agency: 'Riverside Police Department',
      studentName: 'Sofia Delgado',
      told: 1,
      teachers: 1,
    })
    const words = await story.rows(
      'select born_on, grade, emptied_at is not null as emptied from care_notice where id = $1',
      [careNoticeId],
    )
    expect(words).toEqual([{ born_on: null, grade: null, emptied: true }])
    for (const key of ['daniel', 'marcus', 'yolanda', 'ruth'] as const)
      await expect(lookAccounting.see(story.being(key), {})).rejects.toEqual(new Problem('not_allowed'))
  })

  test('a standard of the district says after how many', async () => {
    const [row] = await story.rows<{ days: number; version: number }>(
      `select round(extract(epoch from expires_at - received_at) / 86400)::int as days, standard_version as version
       from care_notice order by received_at limit 1`,
    )
    expect(row).toEqual({ days: 14, version: 1 })
  })
})
