import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookAppointment } from '#handoffs/book-appointment.ts'
import { recordResult } from '#referrals/record-result.ts'
import type { FamilyKey } from '#tests/riverside/families.ts'
import { agencyStory } from '#tests/support/agency-story.ts'
import { decidedAt, visitFor } from '#tests/support/handoff-story.ts'
import { endHelp } from './end-help.ts'
import { lookCaseloads } from './look-caseloads.ts'
import { requestHelp } from './request-help.ts'

/** The Friday after the visit. */
const afterVisit = '2026-10-16T17:00:00Z'

let story: Awaited<ReturnType<typeof agencyStory>>
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

const seenBy = (who: Parameters<typeof story.being>[0]) => lookCaseloads.see(story.being(who), {})

test('open referrals are counted by navigator, school and language, at the schools somebody covers [R067]', async () => {
  for (const family of ['sofia', 'kayla', 'mateo'] as const) await story.decide(family)
  const { caseloads } = await seenBy('ruth')
  expect(caseloads).toEqual([
    expect.objectContaining({ navigatorName: 'Maya Okafor', open: 3, highNeed: 0, late: 0 }),
  ])
  expect(caseloads[0]?.schools).toEqual([{ of: 'Alder Creek Middle School', open: 3 }])
  expect(caseloads[0]?.languages.reduce((all, { open }) => all + open, 0)).toBe(3)
  expect(caseloads[0]?.languages.map(({ of }) => of)).toContain('es')
  expect((await seenBy('jonah')).caseloads).toEqual([])
})

test('practical help is counted by kind and by how it ended, from the barrier to done [R163]', async () => {
  const referralId = await story.decide('ruben')
  const ask = async (kind: string, need?: string) =>
    story.must(
      await requestHelp.perform(story.being('maya'), { referralId, kind, need, dueOn: '2026-10-15' }),
    ).helpId
  const [forms, food] = [await ask('intake_forms', 'History'), await ask('food')]
  await ask('food')
  const end = (helpId: string, given: object) => endHelp.perform(story.being('maya'), { helpId, ...given })
  story.must(await end(forms, { outcome: 'done' }))
  story.must(await end(food, { outcome: 'family_declined', result: 'They have enough' }))
  expect((await seenBy('ruth')).help).toEqual([
    { kind: 'food', asked: 2, given: 0, notGiven: 1 },
    { kind: 'intake_forms', asked: 1, given: 1, notGiven: 0 },
  ])
  expect((await seenBy('jonah')).help).toEqual([])
})

test('visits that were kept and missed are compared by what was offered [R066]', async () => {
  const visit = async (family: FamilyKey, given: { result: string; flexible: string[] }) => {
    const { referralId } = await story.accepted(family)
    const booked = visitFor(referralId, { flexible: given.flexible })
    const { appointmentId } = story.must(await bookAppointment.perform(story.being('maya'), booked))
    story.clock.set(afterVisit)
    story.must(await recordResult.perform(story.noor(), { referralId, appointmentId, result: given.result }))
    story.clock.set(decidedAt)
  }
  await visit('hana', { result: 'attended', flexible: ['after_hours', 'telehealth'] })
  await visit('theo', { result: 'no_show', flexible: [] })
  story.clock.set(afterVisit)
  const { options } = await seenBy('ruth')
  const of = (option: string | null) => options.find((each) => each.option === option)
  expect(of('after_hours')).toEqual({ option: 'after_hours', held: 1, missed: 0, due: 1, rate: 0 })
  expect(of('telehealth')).toMatchObject({ due: 1, rate: 0 })
  expect(of(null)).toMatchObject({ held: 0, missed: 1, due: 1, rate: 1 })
  expect(of('weekend')).toMatchObject({ due: 0, rate: null })
})
