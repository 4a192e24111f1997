import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Training } from '#access/trainings.ts'
import { Problem } from '#platform/problem.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { schools } from '#tests/riverside/places.ts'
import { comes, required, trainedOn } from '#tests/support/trained.ts'
import { triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { lookDue } from './look-due.ts'
import { lookReport } from './look-report.ts'
import { lookRequirements } from './look-requirements.ts'
import { publishRequirement } from './publish-requirement.ts'
import { recordCompletion } from './record-completion.ts'
import { recordSession } from './record-session.ts'
import { takeBackCompletion } from './take-back-completion.ts'
import { takeBackSession } from './take-back-session.ts'

let story: TriageStory
beforeAll(async () => {
  story = await triageStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set('2026-10-13T20:30:00Z'))

const schoolId = schools.alderCreek.id
const lacks = async (key: CastKey) => (await comes(story, key)).actor.untrained ?? []
const dueOf = async (name: string) =>
  (await lookDue.see(story.being('ruth'), {})).shown.filter((each) => each.name === name)
const refusedFor = async (topic: Training, by: CastKey, given: object) => {
  const outcome = await recordCompletion.perform(story.being(by), {
    topic,
    trainedOn: '2026-10-13',
    ...given,
  })
  return outcome.done ? [] : outcome.because
}

describe('Where a district requires no training', () => {
  test('nobody lacks one, nothing is due, and none can be recorded', async () => {
    for (const key of ['daniel', 'ruth', 'joan'] as const) expect(await lacks(key)).toEqual([])
    expect((await lookDue.see(story.being('ruth'), {})).shown).toEqual([])
    expect(await refusedFor('rubric', 'ruth', { personIds: [cast.daniel.id] })).toEqual(['not_required'])
  })
})

describe('A training the district requires', () => {
  test('is lacked by whoever has none that holds, until it is recorded, and again when it ended', async () => {
    await required(story, 'rubric', { months: 3 })
    expect(await lacks('daniel')).toEqual(['rubric'])
    await trainedOn(story, 'daniel', { topic: 'rubric', on: '2026-10-12' })
    expect(await lacks('daniel')).toEqual([])
    story.clock.set('2027-01-12T20:00:00Z')
    expect(await lacks('daniel'), 'its last day').toEqual([])
    story.clock.set('2027-01-13T20:00:00Z')
    expect(await lacks('daniel'), 'the day after').toEqual(['rubric'])
    expect(await dueOf('Daniel Reyes')).toMatchObject([{ topic: 'rubric', standing: 'lapsed' }])
  })

  test('is recorded by somebody else who may, of people at their schools, and never ahead', async () => {
    const personIds = [cast.ines.id]
    expect(await refusedFor('rubric', 'ruth', { personIds: [cast.ruth.id] })).toEqual(['yourself'])
    expect(await refusedFor('rubric', 'ruth', { personIds: [] })).toEqual(['nobody'])
    expect(await refusedFor('rubric', 'ruth', { personIds, trainedOn: '2026-10-20' })).toEqual([
      'trained_ahead',
    ])
    expect(await refusedFor('rubric', 'lucia', { personIds: [cast.priya.id] }), 'of another school').toEqual([
      'unknown_person',
    ])
    await expect(
      recordCompletion.perform(story.being('daniel'), {
        topic: 'rubric',
        personIds,
        trainedOn: '2026-10-13',
      }),
    ).rejects.toEqual(new Problem('not_allowed'))
    expect(await lacks('ines')).toEqual(['rubric'])
  })

  test('that was written down wrongly is taken back, once, and counts no more', async () => {
    await trainedOn(story, 'ines', { topic: 'rubric', on: '2026-10-13' })
    const { latest } = await lookDue.see(story.being('ruth'), {})
    const completionId = latest.find(({ personName }) => personName === 'Ines Duarte')?.id
    story.must(await takeBackCompletion.perform(story.being('ruth'), { completionId }))
    expect(await lacks('ines')).toEqual(['rubric'])
    expect(await takeBackCompletion.perform(story.being('ruth'), { completionId })).toEqual({
      done: false,
      because: ['taken_back_already'],
    })
  })

  test('closes nothing any more once a version says that it is not required', async () => {
    await required(story, 'triage')
    expect(await lacks('ines')).toEqual(['rubric', 'triage'])
    await required(story, 'triage', { version: 1, isRequired: 'no' })
    expect(await lacks('ines')).toEqual(['rubric'])
    const { versions } = await lookRequirements.see(story.being('thomas'), { topic: 'triage' })
    expect(versions.map(({ version, required: asks, sample }) => [version, asks, sample])).toEqual([
      [2, false, true],
      [1, true, true],
    ])
    const stale = { topic: 'triage', version: 1, lines: 'Ours', validMonths: 6, required: 'yes' }
    await expect(
      publishRequirement.perform(story.being('yolanda'), { ...stale, inForceOn: '2026-10-14' }),
    ).rejects.toEqual(new Problem('changed_meanwhile'))
  })
})

describe('The training report', () => {
  const report = (key: CastKey) => lookReport.see(story.being(key), {})
  const held = { schoolId, topic: 'in_a_crisis', heldOn: '2026-10-13' }
  const record = async (given: object) =>
    story.must(await recordSession.perform(story.being('ruth'), { ...held, ...given })).sessionId

  test('[R118] shows completion for staff and for student sessions by grade', async () => {
    const { lines, totals } = await report('ruth')
    const counselors = lines.find(
      (line) => line.schoolName === 'Alder Creek Middle School' && line.role === 'counselor',
    )
    expect(counselors?.of).toEqual({ rubric: { asked: 1, holds: 1, soon: 0 } })
    const nurses = lines.find(
      (line) => line.schoolName === 'Alder Creek Middle School' && line.role === 'nurse',
    )
    expect(nurses?.of).toEqual({ rubric: { asked: 1, holds: 0, soon: 0 } })
    expect(totals.rubric?.asked).toBeGreaterThan(totals.rubric?.holds ?? 0)

    await record({ grade: '7', invited: 60, present: 55 })
    await record({ grade: '7', invited: 58, present: 40 })
    const wrong = await record({ grade: '8', invited: 40, present: 4 })
    const sessions = async (key: CastKey) =>
      (await report(key)).sessions.find(({ topic }) => topic === 'in_a_crisis')?.grades
    expect(await sessions('marcus')).toEqual([
      { grade: '7', counts: { sessions: 2, invited: 118, present: 95 } },
      { grade: '8', counts: { sessions: 1, invited: 40, present: 4 } },
    ])
    expect(await sessions('thomas'), 'whoever reads no record reads no count under ten').toEqual([
      { grade: '7', counts: null },
      { grade: '8', counts: null },
    ])
    story.must(await takeBackSession.perform(story.being('ruth'), { sessionId: wrong }))
    expect((await sessions('thomas'))?.map(({ grade }) => grade)).toEqual(['7'])
    story.clock.set('2027-10-14T20:30:00Z')
    expect(await sessions('marcus'), 'a year later').toEqual([])
  })

  test('takes no session ahead, of nobody’s grade, or with more than were invited', async () => {
    const given = { ...held, grade: '99', heldOn: '2026-10-20', invited: 3, present: 4 }
    expect(await recordSession.perform(story.being('ruth'), given)).toEqual({
      done: false,
      because: ['held_ahead', 'more_than_invited', 'grade_unknown'],
    })
    const elsewhere = { ...held, schoolId: schools.harlow.id, grade: '7', invited: 3, present: 3 }
    await expect(recordSession.perform(story.being('lucia'), elsewhere)).rejects.toEqual(
      new Problem('not_found'),
    )
  })
})
