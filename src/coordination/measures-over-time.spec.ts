import { afterAll, beforeAll, expect, test } from 'vitest'
import { startIncident } from '#crisis/start-incident.ts'
import { recordResult } from '#referrals/record-result.ts'
import { families } from '#tests/riverside/families.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { enterEvent } from '#warnings/enter-event.ts'
import { lookMeasures } from './look-measures.ts'

let story: AgencyStory
const studentId = families.sofia.id
beforeAll(async () => {
  story = await agencyStory()
  const { referralId } = await story.seen('sofia')
  const appointmentId = await story.book(referralId)
  story.clock.set('2026-10-16T18:00:00Z')
  const result = { referralId, appointmentId, result: 'attended' }
  story.must(await recordResult.perform(story.noor(), result))
  const missed = { studentId, kind: 'absence', code: 'whole_day', startsOn: '2026-09-22' }
  story.must(await enterEvent.perform(story.being('daniel'), missed))
  story.must(await startIncident.perform(story.being('daniel'), { studentId }))
})
afterAll(() => story.close())

const ofMonth = (
  months: readonly { month: string; count: number; of: number | null }[] | undefined,
  at: string,
) => months?.find(({ month }) => month === at)

test('days missed, crises and visits kept are drawn month by month from what is on record, with a table beside each', async () => {
  const { course } = await lookMeasures.see(story.being('daniel'), { studentId })
  expect(ofMonth(course.attendance, '2026-09')).toMatchObject({ count: 1 })
  expect(ofMonth(course.attendance, '2026-10')).toMatchObject({ count: 0 })
  expect(ofMonth(course.crisis_contacts, '2026-10')).toMatchObject({ count: 1 })
  expect(ofMonth(course.engagement, '2026-10')).toMatchObject({ count: 1, of: 1 })
  expect(course.attendance).toHaveLength(6)

  const { html } = await (await pagesOf(story)).get('daniel', `/students/${studentId}/measures`)
  expect(html).toContain('<title>Sep 2026: 1</title>')
  expect(html).toContain('<title>Oct 2026: 1 of 1</title>')
  expect(html.match(/<figure class="bars">/g)).toHaveLength(3)
  expect(html).not.toMatch(/<rect[^>]*style=/)
})
