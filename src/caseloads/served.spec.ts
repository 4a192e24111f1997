import { describe, expect, test } from 'vitest'
import { caseloadOf, type Served } from './served.ts'

const row = (studentId: string, partnerId: string, given: Partial<Served> = {}): Served => ({
  referralId: `${studentId} at ${partnerId}`,
  number: 1,
  studentId,
  studentName: studentId,
  grade: '7',
  schoolId: 'alder',
  schoolName: 'Alder Creek',
  partnerId,
  partnerName: partnerId,
  nextVisitAt: null,
  needs: [],
  ...given,
})
const yesTo = (...rows: Served[]) => new Map(rows.map(({ referralId }) => [referralId, `yes: ${referralId}`]))

describe('A caseload', () => {
  test('has each student once, and of their agencies those alone that the family lets be coordinated with', () => {
    const [cedar, north] = [row('Sofia', 'Cedar'), row('Sofia', 'North')]
    const { students, notConsented } = caseloadOf([cedar, north], yesTo(cedar))
    expect(students.map(({ studentId }) => studentId)).toEqual(['Sofia'])
    expect(students[0]?.agencies).toMatchObject([{ partnerId: 'Cedar', consentId: 'yes: Sofia at Cedar' }])
    expect(notConsented).toBe(0)
    expect(caseloadOf([cedar, north], yesTo(cedar, north)).students[0]?.agencies).toHaveLength(2)
  })

  test('counts whoever did not agree, and says nothing else of them', () => {
    const agreed = row('Sofia', 'Cedar')
    const given = caseloadOf([agreed, row('Theo', 'Cedar'), row('Theo', 'North')], yesTo(agreed))
    expect(given.notConsented).toBe(1)
    expect(JSON.stringify(given)).not.toContain('Theo')
  })

  test('begins with whoever needs something at school, then with the soonest visit', () => {
    const rows = [
      row('Ada', 'Cedar'),
      row('Ben', 'Cedar', { nextVisitAt: new Date('2026-10-20T16:00:00Z') }),
      row('Cy', 'Cedar', { nextVisitAt: new Date('2026-10-15T16:00:00Z') }),
      row('Dee', 'Cedar', { needs: ['barrier'] }),
    ]
    const { students } = caseloadOf(rows, yesTo(...rows))
    expect(students.map(({ studentId }) => studentId)).toEqual(['Dee', 'Cy', 'Ben', 'Ada'])
  })
})
