import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { triageQueue } from '#concerns/triage-queue.ts'
import { Problem } from '#platform/problem.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { schools } from '#tests/riverside/places.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { answerFileOf, type AnswerLine } from '#tests/support/screening-files.ts'
import { screeningIds } from '#tests/support/screening-ids.ts'
import { endOptOut } from './end-opt-out.ts'
import { FileRefused, readAnswerFile } from './files.ts'
import { loadResults } from './load-results.ts'
import { lookRound } from './look-round.ts'
import { lookStudentScreening } from './look-student.ts'
import { openRound } from './open-round.ts'
import { optOut } from './opt-out.ts'

let story: AgencyStory
let [instrumentId, roundId] = ['', '']
beforeAll(async () => {
  story = await agencyStory({ at: '2026-10-14T17:00:00Z' })
  ;({ instrumentId, roundId } = await screeningIds(story))
})
afterAll(() => story.close())

const [low, high] = ['never never some_days some_days', 'most_days most_days some_days never']
const line = (key: FamilyKey, answers: string, on = '2026-10-13'): AnswerLine => [
  families[key].localId,
  on,
  answers,
]
const take = (...lines: AnswerLine[]) =>
  loadResults.perform(story.being('daniel'), { roundId, file: [answerFileOf(lines)] })
const saidOf = async (refused: Promise<unknown>) => {
  const error = await refused.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return error instanceof Problem ? error.because.map(({ says }) => says).join(' ') : 'taken'
}
const rowsOf = async (table: string) => Number((await story.admin.query(`select from ${table}`)).rowCount)
const everything = async () => [
  await rowsOf('screening_result'),
  await rowsOf('concern'),
  await rowsOf('screening_load'),
]

describe('A screening round', () => {
  test('keeps who took part; what is at the cut-off comes to triage with the points and the version, and no answer is kept [R006]', async () => {
    const outcome = story.must(await take(line('kayla', high), line('theo', low)))
    expect(outcome).toMatchObject({ added: 2, raised: 1 })
    const { concerns } = await triageQueue.see(story.being('daniel'), {})
    const raised = concerns.filter(({ source }) => source === 'screener')
    expect(raised.map(({ studentName }) => studentName)).toEqual(['Kayla Simmons'])
    const kept = await story.admin.query(`select to_jsonb(r) as row from screening_result r order by over`)
    expect(kept.rows.map(({ row }) => [row.over, row.grade, row.screened_on])).toEqual([
      [false, families.theo.grade, '2026-10-13'],
      [true, families.kayla.grade, '2026-10-13'],
    ])
    const columns = Object.keys(kept.rows[0].row)
    expect(columns.some((name) => /answer|points|score/.test(name))).toBe(false)
    const seen = await lookStudentScreening.see(story.being('daniel'), { studentId: families.kayla.id })
    expect(seen.results).toMatchObject([{ over: true, cutOffNumber: 1, concernId: raised[0]?.id }])
  })

  test('keeps the first result of a student, raises nothing twice, and joins a concern from screening that is open', async () => {
    expect(story.must(await take(line('kayla', high), line('theo', high)))).toMatchObject({
      added: 0,
      raised: 0,
    })
    const again = { schoolId: schools.alderCreek.id, instrumentId, grades: [families.kayla.grade] }
    const days = { opensOn: '2026-10-14', closesOn: '2026-10-14' }
    const { roundId: later } = story.must(
      await openRound.perform(story.being('daniel'), { ...again, ...days }),
    )
    const file = [answerFileOf([line('kayla', high, '2026-10-14')])]
    const loaded = story.must(await loadResults.perform(story.being('daniel'), { roundId: later, file }))
    expect(loaded).toMatchObject({ added: 1, raised: 0 })
    const { results } = await lookStudentScreening.see(story.being('daniel'), {
      studentId: families.kayla.id,
    })
    expect(new Set(results.map(({ concernId }) => concernId)).size).toBe(1)
  })

  test('takes nobody whose family does not want it, until it changes its mind [R006]', async () => {
    const mateo = { studentId: families.mateo.id }
    const daniel = story.being('daniel')
    story.must(await optOut.perform(daniel, { ...mateo, saidOn: '2026-10-12' }))
    expect(await optOut.perform(daniel, { ...mateo, saidOn: '2026-10-12' })).toMatchObject({
      because: ['out_already'],
    })
    const before = await everything()
    expect(await saidOf(take(line('lena', low), line('mateo', low)))).toMatch(
      /^Nothing was taken in. Line 3: The family does not want the student screened/,
    )
    expect(await everything()).toEqual(before)
    story.must(await endOptOut.perform(daniel, mateo))
    expect(story.must(await take(line('lena', low), line('mateo', low)))).toMatchObject({ added: 2 })
    expect(await endOptOut.perform(daniel, mateo)).toMatchObject({ because: ['not_out'] })
  })

  test('refuses a file with a line amiss, names the line, and nothing is changed [R006]', async () => {
    const before = await everything()
    expect(await saidOf(take(line('hana', low), line('sofia', 'never never never often')))).toMatch(
      /Line 3: An answer/,
    )
    expect(await saidOf(take(line('eli', low)))).toMatch(/Line 2: The student is not of this school/)
    expect(await saidOf(take(['nobody', '2026-10-13', low]))).toMatch(/not of this school/)
    expect(await saidOf(take(line('hana', low, '2026-10-19')))).toMatch(/not one of this round/)
    expect(await everything()).toEqual(before)
    expect(readAnswerFile(new Uint8Array([0xff]))).toBeInstanceOf(FileRefused)
    expect(readAnswerFile(undefined)).toBeInstanceOf(FileRefused)
  })

  test('is of whoever cares at its school, and of nobody at another', async () => {
    const priya = story.being('priya')
    await expect(lookRound.see(priya, { roundId })).rejects.toThrow(new Problem('not_found'))
    const file = [answerFileOf([line('hana', low)])]
    await expect(loadResults.perform(priya, { roundId, file })).rejects.toThrow(new Problem('not_found'))
    await expect(lookRound.see(story.being('joan'), { roundId })).rejects.toThrow(new Problem('not_allowed'))
    const joan = lookStudentScreening.see(story.being('joan'), { studentId: families.kayla.id })
    await expect(joan).rejects.toThrow(new Problem('not_allowed'))
  })
})
