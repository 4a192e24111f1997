import { describe, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { maySend, standingOf } from './agreement.ts'
import { obstaclesToMatching, obstaclesToStep, stands, whoIsTold } from './rules.ts'
import { newCode, newReceipt, obstaclesToSending, Sent } from './sent.ts'

const schoolId = newId()
const sent = { name: 'Sofia Delgado', bornOn: '2014-03-02', schoolId }

describe('What a notice may say', () => {
  test('is a child, a birth date or a grade, and a school, and no word more [R346]', () => {
    expect(Sent.safeParse(sent).success).toBe(true)
    expect(Sent.safeParse({ ...sent, bornOn: '', grade: '7' }).success).toBe(true)
    for (const more of ['narrative', 'note', 'incident', 'details', 'what', 'offense'])
      expect(Sent.safeParse({ ...sent, [more]: 'At the home on Friday' }).success).toBe(false)
  })

  test.each([
    'He saw his father being arrested on Friday night',
    'Sofia 2014',
    'Sofia: arrest',
    'He was hit by his father',
    'saw father arrested',
    'HE LIVES ALONE NOW SINCE FRIDAY',
    'lives alone now since friday',
    'Sofia Delgado fue testigo',
    'A'.repeat(61),
    'x@y.example',
    '',
  ])('a story is no name: %s', (name) => {
    expect(Sent.safeParse({ ...sent, name }).success).toBe(false)
  })

  test.each([
    'Sofia Delgado',
    'sofia delgado',
    'SOFIA DELGADO',
    'José María de la Cruz López',
    'Vincent van der Berg III',
    "Sinéad O'Brien-Walsh Jr.",
    'أمينة حسن',
    '王 小明',
  ])('a name is one in any script: %s', (name) => {
    expect(Sent.safeParse({ ...sent, name }).success).toBe(true)
  })

  test('a birth date or a grade tells two of one name apart, and one of them is needed', () => {
    const here = { today: '2026-10-13', schools: [schoolId] }
    expect(obstaclesToSending({ schoolId, bornOn: '2014-03-02' }, here)).toEqual([])
    expect(obstaclesToSending({ schoolId, grade: '7' }, here)).toEqual([])
    expect(obstaclesToSending({ schoolId }, here)).toEqual(['born_or_grade_missing'])
    const wrong = { schoolId: newId(), bornOn: '2026-10-13' }
    expect(obstaclesToSending(wrong, here)).toEqual(['born_ahead', 'school_unknown'])
  })

  test('a receipt and an address are drawn: they count nothing', () => {
    const receipts = new Set(Array.from({ length: 200 }, newReceipt))
    expect(receipts.size).toBe(200)
    for (const receipt of receipts) expect(receipt).toMatch(/^HWC-[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/)
    expect(newCode()).toMatch(/^[a-hj-np-z2-9]{12}$/)
  })
})

describe('A desk may send', () => {
  const agreement = { startsOn: '2026-07-01', endsOn: '2027-06-30', endedAt: null }
  const desk = { revokedAt: null }

  test('from the first day of its agreement to the last, and not once either was ended [R348]', () => {
    expect(maySend(desk, agreement, '2026-07-01')).toBe(true)
    expect(maySend(desk, agreement, '2027-06-30')).toBe(true)
    expect(maySend(desk, agreement, '2026-06-30')).toBe(false)
    expect(maySend(desk, agreement, '2027-07-01')).toBe(false)
    expect(maySend({ revokedAt: new Date() }, agreement, '2026-10-13')).toBe(false)
    expect(maySend(desk, { ...agreement, endedAt: new Date() }, '2026-10-13')).toBe(false)
  })

  test('how an agreement stands is read from its days', () => {
    const on = (day: string) => standingOf(agreement, day)
    expect([on('2026-06-30'), on('2026-07-01'), on('2027-07-01')]).toEqual(['not_begun', 'in_force', 'over'])
    expect(standingOf({ ...agreement, endedAt: new Date() }, '2026-10-13')).toBe('ended')
  })
})

describe('Who is told', () => {
  const [a, b, lead] = [{ id: 'a' }, { id: 'b' }, { id: 'lead' }]
  const at = { staff: [a, b], leads: [lead] }

  test('whoever is designated, at once and then in their place', () => {
    const named = [
      { personId: 'a', position: 1 },
      { personId: 'b', position: 2 },
    ]
    expect(whoIsTold(at, named)).toEqual({ first: [a], backup: [b] })
  })

  test('the leads of the school where nobody is, so that no notice reaches nobody', () => {
    expect(whoIsTold(at, [])).toEqual({ first: [lead], backup: [] })
    expect(whoIsTold(at, [{ personId: 'a', position: 1 }])).toEqual({ first: [a], backup: [lead] })
    // Somebody who was designated and works here no more is nobody to tell.
    expect(whoIsTold(at, [{ personId: 'gone', position: 1 }]).first).toEqual([lead])
  })
})

describe('What follows from a notice', () => {
  const matched = { studentId: 'sofia' }
  const unmatched = { studentId: null }

  test('nothing about a student is written before it is known who it is', () => {
    expect(obstaclesToStep(unmatched, { kind: 'support', support: 'nurse' }, [])).toEqual(['match_first'])
    expect(obstaclesToStep(unmatched, { kind: 'triage' }, [])).toEqual(['match_first'])
    expect(obstaclesToStep(unmatched, { kind: 'not_here' }, [])).toEqual([])
    expect(obstaclesToStep(matched, { kind: 'not_here' }, [])).toEqual(['matched_already'])
  })

  test('support says which, and triage is sent to once', () => {
    expect(obstaclesToStep(matched, { kind: 'support' }, [])).toEqual(['support_missing'])
    expect(obstaclesToStep(matched, { kind: 'triage' }, [{ kind: 'triage' }])).toEqual(['in_triage_already'])
    expect(obstaclesToStep(matched, { kind: 'no_signs' }, [{ kind: 'support' }])).toEqual([])
    expect(obstaclesToStep(unmatched, { kind: 'not_here' }, [{ kind: 'not_here' }])).toEqual([
      'not_here_said',
    ])
  })

  test('a notice is matched once, to a student of the school it came to', () => {
    const notice = { schoolId: 'alder', studentId: null }
    expect(obstaclesToMatching(notice, { schoolId: 'alder', steps: [] })).toEqual([])
    expect(obstaclesToMatching(notice, { schoolId: 'harlow', steps: [] })).toEqual(['another_school'])
    const again = { ...notice, studentId: 'sofia' }
    expect(obstaclesToMatching(again, { schoolId: 'alder', steps: [] })).toEqual(['matched_already'])
  })

  test('it stands until the instant it ends, and not at it', () => {
    const expiresAt = new Date('2026-10-27T00:00:00Z')
    expect(stands({ expiresAt }, new Date('2026-10-26T23:59:59Z'))).toBe(true)
    expect(stands({ expiresAt }, expiresAt)).toBe(false)
  })
})
