import { describe, expect, test } from 'vitest'
import type { Changes } from '#tests/riverside/oneroster-reading.ts'
import { changed, sampleRoster } from '#tests/riverside/oneroster-sample.ts'
import { readRoster } from './read-roster.ts'

const readSample = (changes: Changes = {}) => readRoster(sampleRoster(changes))

describe('Grades', () => {
  test.each([
    ['KG', 'K'],
    ['01', '1'],
    ['1', '1'],
    ['12', '12'],
    ['13', '13'],
    ['PK', 'PK'],
    ['UG', 'UG'],
    ['Other', 'Other'],
    ['', 'unknown'],
    ['kg', 'unknown'],
    ['99', 'unknown'],
  ])('%s is kept as %s', async (code, grade) => {
    const { roster, findings } = await readSample(
      changed('users.csv', '"carmen,abuelo",09', `"carmen,abuelo",${code}`),
    )
    expect(roster.students[0]?.grade).toBe(grade)
    const strange = code !== '' && grade === 'unknown'
    expect(findings.notices).toEqual(strange ? [{ file: 'users.csv', code: 'grade_not_known', line: 2 }] : [])
  })

  test('given twice are kept as the first, and that is said', async () => {
    const { roster, findings } = await readSample(
      changed('users.csv', '"carmen,abuelo",09', '"carmen,abuelo","09,10"'),
    )
    expect(roster.students[0]?.grade).toBe('9')
    expect(findings.notices).toEqual([{ file: 'users.csv', code: 'several_grades', line: 2 }])
  })
})
