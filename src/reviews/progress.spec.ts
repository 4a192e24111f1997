import { describe, expect, test } from 'vitest'
import { figuresShown, type SchoolFigures } from './progress.ts'

const school = (schoolId: string, counts: Partial<SchoolFigures>): SchoolFigures => ({
  schoolId,
  schoolName: schoolId,
  inService: 40,
  measured: 20,
  updated: 20,
  booked: 20,
  hindered: 20,
  reached: 20,
  ...counts,
})

describe('How all students in service do', () => {
  test('is read in counts where none of them points at anybody', () => {
    const seen = figuresShown([school('a', {}), school('b', { inService: 30, booked: 10 })])
    expect(seen.schools.map(({ counts }) => counts?.inService)).toEqual([40, 30])
    expect(seen.total).toMatchObject({ inService: 70, booked: 30 })
  })

  test('hides a school with fewer than ten of something, and whatever it could be told from [R143]', () => {
    const seen = figuresShown([school('a', {}), school('b', { hindered: 3 }), school('c', {})])
    const hidden = seen.schools.filter(({ counts }) => counts === null).map(({ schoolId }) => schoolId)
    expect(hidden).toContain('b')
    // With one school hidden alone, it would be the sum less the others.
    expect(hidden.length).toBeGreaterThan(1)
  })

  test('hides a school where all but a few are counted: those few could be told', () => {
    const seen = figuresShown([school('a', { measured: 38 })])
    expect(seen).toEqual({ schools: [{ schoolId: 'a', schoolName: 'a', counts: null }], total: null })
  })
})
