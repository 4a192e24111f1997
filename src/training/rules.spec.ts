import { describe, expect, test } from 'vitest'
import { lackedBy } from '#access/trainings.ts'
import { isDue, obstaclesToRecording, pairsAsked, rolesAsked, standingOf, validUntil } from './rules.ts'
import { shownGrades, staffLines, staffTotals } from './report.ts'
import { isSample, sampleLines } from './shipped.ts'

describe('A training', () => {
  test('holds until the same day so many months later, and a short month ends it on its last day', () => {
    expect(validUntil('2026-10-13', 12)).toBe('2027-10-13')
    expect(validUntil('2026-08-31', 6)).toBe('2027-02-28')
  })

  test('stands as never, lapsed, ending soon or holding, and is due but for the last', () => {
    const stands = [null, '2026-10-12', '2026-10-13', '2026-11-12', '2026-11-13'].map((until) =>
      standingOf(until, '2026-10-13'),
    )
    expect(stands).toEqual(['never', 'lapsed', 'soon', 'soon', 'holds'])
    expect(stands.map(isDue)).toEqual([true, true, true, true, false])
  })

  test('is asked of the roles that may need it, and triage of those who decide here', () => {
    const deciders = ['counselor', 'navigator'] as const
    expect(rolesAsked('triage', deciders)).toEqual(deciders)
    expect(rolesAsked('rubric', deciders)).toContain('principal')
    expect(rolesAsked('rubric', deciders)).not.toContain('teacher')
    expect(rolesAsked('records', deciders)).not.toContain('teacher')
    expect(pairsAsked(['triage'], deciders)).toEqual([
      { topic: 'triage', role: 'counselor' },
      { topic: 'triage', role: 'navigator' },
    ])
  })

  test('that a teacher lacks closes no record to them, and the rubric all the same', () => {
    expect(lackedBy('teacher', ['records', 'rubric'])).toEqual(['rubric'])
    expect(lackedBy('counselor', ['records', 'rubric'])).toEqual(['rubric', 'records'])
  })

  test('is a sample until its sentences are the district’s own', () => {
    expect(isSample('rubric', [...sampleLines.rubric])).toBe(true)
    expect(isSample('rubric', [...sampleLines.rubric, 'And our own.'])).toBe(false)
  })
})

describe('Recording a training', () => {
  const fine = {
    required: true,
    trainedOn: '2026-10-13',
    today: '2026-10-13',
    people: ['a'],
    known: ['a'],
    by: 'b',
  }
  test('names every reason, and none where it fits', () => {
    expect(obstaclesToRecording(fine)).toEqual([])
    const nothing = { ...fine, required: false, trainedOn: '2026-10-14', people: [] }
    expect(obstaclesToRecording(nothing)).toEqual(['not_required', 'trained_ahead', 'nobody'])
    expect(obstaclesToRecording({ ...fine, people: ['b', 'c'] })).toEqual(['yourself', 'unknown_person'])
  })
})

describe('The report', () => {
  const line = { schoolId: 's', schoolName: 'Alder Creek', role: 'counselor' }
  const tallies = [
    { ...line, topic: 'rubric', asked: 2, holds: 1, soon: 0 },
    { ...line, topic: 'triage', asked: 2, holds: 2, soon: 1 },
    { ...line, schoolId: null, schoolName: null, topic: 'rubric', asked: 1, holds: 0, soon: 0 },
  ] as const
  test('says each school and role once, with each training beside it', () => {
    expect(staffLines(tallies)).toEqual([
      {
        ...line,
        of: { rubric: { asked: 2, holds: 1, soon: 0 }, triage: { asked: 2, holds: 2, soon: 1 } },
      },
      { ...line, schoolId: null, schoolName: null, of: { rubric: { asked: 1, holds: 0, soon: 0 } } },
    ])
    expect(staffTotals(tallies)).toEqual({ rubric: { asked: 3, holds: 1 }, triage: { asked: 2, holds: 2 } })
  })

  test('hides a grade with a small count from whoever reads no record, and the next smallest with it', () => {
    const rows = [
      { grade: '6', sessions: 1, invited: 60, present: 40 },
      { grade: '7', sessions: 1, invited: 50, present: 30 },
      { grade: '8', sessions: 1, invited: 44, present: 40 },
    ]
    expect(shownGrades(rows, false).map(({ counts }) => counts?.present)).toEqual([40, 30, 40])
    expect(shownGrades(rows, true).map(({ counts }) => counts?.present)).toEqual([40, undefined, undefined])
  })
})
