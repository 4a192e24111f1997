import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { schools } from '#tests/riverside/places.ts'
import { choices, triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { answerQuestion } from './answer-question.ts'
import { askReporter } from './ask-reporter.ts'
import { closeConcern } from './close-concern.ts'
import { concernPage } from './concern-page.ts'
import { newConcern, studentToName } from './new-concern.ts'
import { ownConcerns } from './own-concerns.ts'
import { raiseConcern } from './raise-concern.ts'
import { triageQueue } from './triage-queue.ts'

let story: TriageStory
beforeAll(async () => {
  story = await triageStory()
})
afterAll(() => story.close())

const notAllowed = new Problem('not_allowed')
const notFound = new Problem('not_found')
const inQueue = async (key: 'daniel' | 'helen' | 'ines' | 'priya' | 'lucia', given = {}) =>
  (await triageQueue.see(story.being(key), given)).concerns

describe('Raising a concern', () => {
  test('a teacher sends what was seen, and triage staff of the school have it at once [R001]', async () => {
    const concernId = await story.raise('sofia', {
      observedOn: '2026-10-09',
      setting: 'Class',
      schoolwork: 'Three tasks missing',
      health: 'Tired',
    })
    expect(
      await story.rows('select *, observed_on::text from concern where id = $1', [concernId]),
    ).toMatchObject([
      {
        reporter_id: cast.joan.id,
        received_at: story.clock.now(),
        school_id: schools.alderCreek.id,
        source: 'staff',
        observed: 'Quiet for two weeks',
        observed_on: '2026-10-09',
        setting: 'Class',
        schoolwork: 'Three tasks missing',
        health: 'Tired',
        urgency: 'this_week',
        state: 'submitted',
      },
    ])
    const row = (await inQueue('daniel')).find(({ id }) => id === concernId)
    expect(row).toMatchObject({ studentName: 'Sofia Delgado', source: 'staff', overdue: false })
    expect((await inQueue('priya')).some(({ id }) => id === concernId)).toBe(false)
  })

  test('no part of it asks for a diagnosis [R001] [R026]', () => {
    const fields = Object.keys((raiseConcern.given as unknown as { shape: object }).shape)
    expect(fields.sort()).toEqual([
      'health',
      'observed',
      'observedOn',
      'schoolwork',
      'setting',
      'studentId',
      'urgency',
    ])
  })

  test('a teacher finds students of their own schools, and cannot tell that others exist', async () => {
    const names = async (typed: string) =>
      (await studentToName.see(story.being('joan'), { name: typed })).found.map(({ name }) => name)
    expect(await names('sof')).toEqual(['Sofia Delgado'])
    expect(await names('núñ')).toEqual(['Diego Núñez'])
    expect(await names('eli')).toEqual([])
    await expect(newConcern.see(story.being('joan'), { studentId: families.eli.id })).rejects.toEqual(
      notFound,
    )
    const given = { studentId: families.eli.id, observed: 'Quiet', urgency: 'today' }
    await expect(raiseConcern.perform(story.being('joan'), given)).rejects.toEqual(notFound)
  })

  test('whoever finds no student by search finds none on the way to a concern either', async () => {
    const given = { studentId: families.sofia.id, observed: 'Quiet', urgency: 'today' }
    for (const key of ['thomas', 'leila', 'yolanda'] as const) {
      const being = story.being(key)
      await expect(studentToName.see(being, { name: 'sofia' }), key).rejects.toThrow(notAllowed)
      await expect(newConcern.see(being, { studentId: families.sofia.id }), key).rejects.toThrow(notAllowed)
      await expect(raiseConcern.perform(being, given), key).rejects.toThrow(notAllowed)
    }
    for (const key of ['joan', 'daniel'] as const)
      expect((await studentToName.see(story.being(key), { name: 'sofia' })).found).toHaveLength(1)
  })

  test('what feels urgent today is due in half an hour of school, everything else within the standard in force [R025]', async () => {
    const urgent = await story.raise('ada', { urgency: 'today' })
    const calm = await story.raise('ada', { urgency: 'when_possible' })
    const due = async (id: string) =>
      (
        await story.rows<{ due_at: Date; due_standard: object }>(
          'select due_at, due_standard from concern where id = $1',
          [id],
        )
      )[0]
    expect(await due(urgent)).toEqual({
      due_at: new Date('2026-10-13T21:00:00.000Z'),
      due_standard: { clock: 'triage', unit: 'working_minutes', amount: 30, version: 1 },
    })
    expect((await due(calm))?.due_at.toISOString()).toBe('2026-10-15T00:00:00.000Z')
  })

  test('an empty form says what is missing, by field', async () => {
    const given = { studentId: families.ada.id, observed: '   ' }
    const problem = await raiseConcern.perform(story.being('joan'), given).catch((error: Problem) => error)
    expect((problem as Problem).because.map(({ field }) => field)).toEqual(['observed', 'urgency'])
  })
})

describe('What the person who raised it is told', () => {
  const own = async () => (await ownConcerns.see(story.being('karen'), {})).concerns[0]
  let concernId = ''

  test('received, and whom to ask [R008]', async () => {
    concernId = await story.raise('jordan', {}, 'karen')
    expect(await own()).toEqual({
      id: concernId,
      studentName: 'Jordan Pell',
      receivedAt: story.clock.now(),
      observed: 'Quiet for two weeks',
      signal: 'received',
      contact: 'Priya Nair',
    })
  })

  test('more information needed, until it is given [R008]', async () => {
    story.must(await askReporter.perform(story.being('priya'), { concernId }))
    expect(await own()).toMatchObject({ signal: 'more_information', contact: 'Priya Nair' })
    expect(await askReporter.perform(story.being('priya'), { concernId })).toEqual({
      done: false,
      because: ['question_open'],
    })
    const given = { concernId, answer: 'Mostly on Mondays' }
    await expect(answerQuestion.perform(story.being('jonah'), given)).rejects.toEqual(notFound)
    story.must(await answerQuestion.perform(story.being('karen'), given))
    expect(await answerQuestion.perform(story.being('karen'), given)).toEqual({
      done: false,
      because: ['no_question'],
    })
    expect((await concernPage.see(story.being('priya'), { concernId })).questions[0]?.answer).toBe(
      'Mostly on Mondays',
    )
  })

  test('being handled, and nothing of tier, path, partner or crisis, whatever is decided [R008]', async () => {
    const { screeningId } = await story.run(concernId, 'high', 'priya')
    const given = { ...choices.c, concernId, screeningId }
    story.must(await story.decide(given, 'priya'))
    expect(await own()).toEqual({
      id: concernId,
      studentName: 'Jordan Pell',
      receivedAt: story.clock.now(),
      observed: 'Quiet for two weeks',
      signal: 'being_handled',
      contact: 'Priya Nair',
    })
    await expect(concernPage.see(story.being('karen'), { concernId })).rejects.toEqual(notAllowed)
  })

  test('closed, without the reason [R007] [R008]', async () => {
    const other = await story.raise('eli', {}, 'karen')
    const closing = { concernId: other, reason: 'Talked with him: a cold' }
    await expect(closeConcern.perform(story.being('karen'), closing)).rejects.toEqual(notAllowed)
    await expect(closeConcern.perform(story.being('daniel'), closing)).rejects.toEqual(notFound)
    story.must(await closeConcern.perform(story.being('priya'), closing))
    expect(await closeConcern.perform(story.being('priya'), closing)).toEqual({
      done: false,
      because: ['not_open'],
    })
    expect(JSON.stringify(await own())).toMatch(/"closed"/)
    expect(JSON.stringify(await own())).not.toMatch(/a cold/)
    expect(await story.rows('select closed_reason, ended_at from concern where id = $1', [other])).toEqual([
      { closed_reason: 'Talked with him: a cold', ended_at: story.clock.now() },
    ])
  })

  test('the trail of one concern, step by step', async () => {
    const trail = await story.trailOf("subject_id = $1 and kind = 'change'", [concernId])
    expect(trail.map(({ role, name }) => `${role}: ${name}`)).toEqual([
      'teacher: concern.raised',
      'counselor: concern.acknowledged',
      'counselor: concern.question_asked',
      'teacher: concern.question_answered',
      'counselor: concern.screened',
      'counselor: concern.risk_indicated',
      'counselor: concern.triaged',
    ])
  })
})
