import { describe, expect, test } from 'vitest'
import { caseloads } from './caseload.ts'

const part = ([navigatorName, schoolName, language]: [string, string, string], counts: number[]) => ({
  navigatorId: navigatorName,
  navigatorName,
  schoolName,
  language,
  open: counts[0] as number,
  highNeed: counts[1] as number,
  late: counts[2] as number,
})

describe('Caseloads', () => {
  test('are summed for each navigator, and again by school and by language, the fullest first', () => {
    const parts = [
      part(['Maya', 'Alder Creek', 'en'], [4, 1, 0]),
      part(['Maya', 'Alder Creek', 'es'], [2, 1, 1]),
      part(['Maya', 'Larkspur', 'es'], [3, 0, 2]),
      part(['Jonah', 'Harlow', 'en'], [10, 2, 0]),
    ]
    expect(caseloads(parts)).toEqual([
      expect.objectContaining({ navigatorName: 'Jonah', open: 10, highNeed: 2, late: 0 }),
      {
        navigatorId: 'Maya',
        navigatorName: 'Maya',
        open: 9,
        highNeed: 2,
        late: 3,
        schools: [
          { of: 'Alder Creek', open: 6 },
          { of: 'Larkspur', open: 3 },
        ],
        languages: [
          { of: 'es', open: 5 },
          { of: 'en', open: 4 },
        ],
      },
    ])
    expect(caseloads([])).toEqual([])
  })
})
