import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { families } from '#tests/riverside/families.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { agreeMeasures } from './agree-measures.ts'
import { lookGaps } from './look-gaps.ts'
import { type FullStudent, lookStudent } from './look-student.ts'
import { sixOf } from './screens/six.tsx'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

describe('students with a gap', () => {
  test('whoever lacks an answer is listed, and leaves the list when it is there [R082]', async () => {
    const { referralId } = await story.accepted('owen')
    const gapsOf = async () => {
      const { rows } = await lookGaps.see(story.being('maya'), {})
      return rows
        .find(({ studentId }) => studentId === families.owen.id)
        ?.gaps.map(({ question }) => question)
    }
    expect(await gapsOf()).toEqual(['next_visit', 'progress'])
    await story.book(referralId)
    story.must(
      await agreeMeasures.perform(story.being('daniel'), {
        studentId: families.owen.id,
        engagement: 'Comes each week',
      }),
    )
    expect(await gapsOf()).toBeUndefined()
    await story.admin.query('begin')
    await story.admin.query('set local session_replication_role = replica')
    await story.admin.query('delete from clinical_responsibility where referral_id = $1', [referralId])
    await story.admin.query('commit')
    expect(await gapsOf()).toEqual(['responsibility'])
    await expect(lookGaps.see(story.being('joan'), {})).rejects.toThrow(new Problem('not_allowed'))
  })

  test('a family that said no leaves nobody late for a visit; one that says yes later does [R082] [R150]', async () => {
    const studentId = families.hana.id
    const referralId = await story.decide('hana')
    await story.choose(referralId)
    const questions = async () => {
      const seen = await lookStudent.see(story.being('maya'), { studentId })
      const { rows } = await lookGaps.see(story.being('maya'), {})
      const listed = rows.find((row) => row.studentId === studentId)?.gaps ?? []
      expect(listed.map(({ question }) => question)).toEqual(seen.full?.gaps.map(({ question }) => question))
      return { seen, gaps: listed.map(({ question }) => question) }
    }
    await story.answer(referralId, 'hana', { referral_disclosure: 'no', status_feedback: 'no' })
    const declined = await questions()
    expect(declined.gaps).toEqual([])
    expect(declined.seen.loop).toBeUndefined()
    const six = sixOf(declined.seen, declined.seen.full as FullStudent)
    expect(six[3]).toMatchObject({ answer: 'None: the family chose not to share' })
    expect(JSON.stringify(six[1])).not.toContain('2027')
    story.clock.set(new Date(story.clock.now().getTime() + 60_000))
    await story.answer(referralId, 'hana', { referral_disclosure: 'yes', status_feedback: 'yes' })
    const agreed = await questions()
    expect(agreed.gaps).toEqual(['responsibility', 'next_visit', 'progress'])
    expect(agreed.seen.loop).toBeDefined()
    expect(JSON.stringify(sixOf(agreed.seen, agreed.seen.full as FullStudent)[1])).toContain('2027')
  })

  test('a visit that is over without a result is owed by the agency since that hour, and is no unbooked visit', async () => {
    const studentId = families.jonas.id
    const { referralId } = await story.accepted('jonas')
    await story.book(referralId)
    story.clock.set('2026-10-17T16:00:00Z')
    const over = { question: 'next_visit', owner: 'Cedar Street', dueAt: new Date('2026-10-15T23:30:00Z') }
    const seen = await lookStudent.see(story.being('maya'), { studentId })
    expect(seen.full?.gaps.find(({ question }) => question === 'next_visit')).toMatchObject(over)
    expect(sixOf(seen, seen.full as FullStudent)[3]).toMatchObject({
      missing: 'What came of the visit Thu\u00a0Oct\u00a015 is not told yet',
      owner: 'Cedar Street',
    })
    const { rows } = await lookGaps.see(story.being('maya'), {})
    const listed = rows.find((row) => row.studentId === studentId)
    expect(listed?.gaps.find(({ question }) => question === 'next_visit')).toMatchObject(over)
  })
})

describe('agreeing on measures', () => {
  test('needs at least one, within reach, by the care team', async () => {
    const studentId = families.sofia.id
    expect(await agreeMeasures.perform(story.being('maya'), { studentId })).toEqual({
      done: false,
      because: ['nothing_agreed'],
    })
    await expect(agreeMeasures.perform(story.being('joan'), { studentId, attendance: 'x' })).rejects.toThrow(
      new Problem('not_allowed'),
    )
    await expect(agreeMeasures.perform(story.being('jonah'), { studentId, attendance: 'x' })).rejects.toThrow(
      new Problem('not_found'),
    )
  })
})
