import { describe, expect, test } from 'vitest'
import type { Changes } from '#tests/riverside/oneroster-reading.ts'
import { changed, sampleFiles, sampleRoster } from '#tests/riverside/oneroster-sample.ts'
import { readRoster } from './read-roster.ts'

const readSample = (changes: Changes = {}) => readRoster(sampleRoster(changes))

describe('The schools of a student', () => {
  const schoolsOf = async (changes: Changes) => {
    const { roster } = await readSample(changes)
    return roster.students
      .find(({ sourcedId }) => sourcedId === 'leo')
      ?.enrolments.map((enrolment) => [
        enrolment.schoolSourcedId,
        enrolment.beganOn,
        enrolment.endedOn,
        enrolment.primary,
        enrolment.statedBy,
      ])
  }

  test('come from roles, with class rows lending the beginning that a role does not say', async () => {
    expect(await schoolsOf(changed('roles.csv', '2026-08-17,,alder', ',2026-12-18,alder'))).toEqual([
      ['alder', '2026-08-17', '2026-12-18', true, 'membership'],
    ])
  })

  test('come from class rows alone where no role names the school', async () => {
    const old = ['2026-08-03,2026-08-14', '2026-08-01,2026-08-10']
      .map((days, index) => `old-${index},,,c-lark,lark,leo,student,,${days}\r\n`)
      .join('')
    expect(await schoolsOf({ 'enrollments.csv': sampleFiles['enrollments.csv'] + old })).toEqual([
      ['alder', '2026-08-17', undefined, true, 'membership'],
      ['lark', '2026-08-01', '2026-08-14', false, 'class'],
    ])
  })

  test('have one that answers for the student: the named one, else the one that lasts longest', async () => {
    const both = (first: string, second: string) => ({
      'roles.csv': sampleFiles['roles.csv'].replace(
        'r1,,,leo,primary,student,2026-08-17,,alder,',
        `r1,,,leo,primary,student,,${first},alder,\r\nr1b,,,leo,secondary,student,,${second},lark,`,
      ),
    })
    const primaryOf = async (changes: Changes) =>
      (await schoolsOf(changes))?.find(([, , , primary]) => primary)?.[0]
    expect(await primaryOf(both('', ''))).toBe('alder')
    expect(await primaryOf(both('2026-12-18', ''))).toBe('lark')
    expect(await primaryOf(both('2026-12-18', '2026-11-01'))).toBe('alder')
    const named = sampleFiles['users.csv'].replace('Leo,,,,he', 'Leo,,,lark,he')
    expect(await primaryOf({ ...both('', '2026-11-01'), 'users.csv': named })).toBe('lark')
  })

  test('are found by the enrollment itself when classes are not sent', async () => {
    const roles = sampleFiles['roles.csv'].replace(
      'leo,primary,student,2026-08-17,,alder',
      'leo,primary,student,,,d1',
    )
    const changes = { 'classes.csv': undefined, 'roles.csv': roles }
    expect(await schoolsOf(changes)).toEqual([['alder', '2026-08-17', '2027-06-04', true, 'class']])
    expect((await readSample(changes)).findings.refusals).toEqual([])
  })
})
