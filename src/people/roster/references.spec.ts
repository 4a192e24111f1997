import { describe, expect, test } from 'vitest'
import type { Changes } from '#tests/riverside/oneroster-reading.ts'
import { changed, sampleFiles, sampleRoster } from '#tests/riverside/oneroster-sample.ts'
import { readRoster } from './read-roster.ts'

const readSample = (changes: Changes = {}) => readRoster(sampleRoster(changes))
const refusalsIn = async (changes: Changes) => (await readSample(changes)).findings.refusals

describe('A reference that leads nowhere', () => {
  test.each([
    [
      'to a school in a role',
      changed('roles.csv', ',alder,\r\nr2', ',gone,\r\nr2'),
      { file: 'roles.csv', line: 2, reason: 'org_not_found', column: 'orgSourcedId' },
    ],
    [
      'to a person in a role',
      changed('roles.csv', 'r3,,,carmen', 'r3,,,nobody'),
      { file: 'roles.csv', line: 4, reason: 'user_not_found', column: 'userSourcedId' },
    ],
    [
      'to a birthday of nobody',
      changed('demographics.csv', 'amara', 'nobody'),
      { file: 'demographics.csv', line: 3, reason: 'user_not_found', column: 'sourcedId' },
    ],
    [
      'to a person in an enrollment',
      changed('enrollments.csv', 'lark,amara', 'lark,nobody'),
      { file: 'enrollments.csv', line: 3, reason: 'user_not_found', column: 'userSourcedId' },
    ],
    [
      'to a class',
      changed('enrollments.csv', 'c-lark,', 'c-gone,'),
      { file: 'enrollments.csv', line: 3, reason: 'class_not_found', column: 'classSourcedId' },
    ],
    [
      'from a class to its school',
      changed('classes.csv', ',,lark,', ',,gone,'),
      { file: 'enrollments.csv', line: 3, reason: 'org_not_found', column: 'classSourcedId' },
    ],
    [
      'from a class to the district',
      changed('classes.csv', ',,lark,', ',,d1,'),
      { file: 'enrollments.csv', line: 3, reason: 'school_not_found', column: 'classSourcedId' },
    ],
    [
      'to a student who is none',
      changed('enrollments.csv', 'lark,amara', 'lark,carmen'),
      { file: 'enrollments.csv', line: 3, reason: 'not_a_student', column: 'userSourcedId' },
    ],
    [
      'to family',
      changed('users.csv', '"carmen,abuelo"', '"carmen,nobody"'),
      { file: 'users.csv', line: 2, reason: 'agent_not_found', column: 'agentSourcedIds' },
    ],
  ])('%s is named by file and line', async (_where, changes, refusal) => {
    expect(await refusalsIn(changes)).toContainEqual(refusal)
  })

  test('leaves out a person whom nothing describes, and every link to them', async () => {
    const roleless = await readSample(
      changed('roles.csv', 'r3,,,carmen,primary,parent', 'r3,,,abuelo,primary,parent'),
    )
    expect(roleless.findings.refusals).toEqual([{ file: 'users.csv', line: 4, reason: 'no_role' }])
    expect(roleless.roster.guardianships.map((link) => link.guardianSourcedId)).toEqual(['abuelo', 'okafor'])
  })

  test.each([
    ['amara', 3, 'amara,primary,student,,,lark', 'e2,,,c-lark,lark,amara,student,,2026-08-24,2027-06-04\r\n'],
    [
      'leo',
      2,
      'leo,primary,student,2026-08-17,,alder',
      'e1,,,c-alder,alder,leo,student,,2026-08-17,2027-06-04\r\n',
    ],
  ])(
    'leaves out %s when nothing says which school, and every link',
    async (student, line, role, enrollment) => {
      const { roster, findings } = await readSample({
        ...changed('roles.csv', role, `${student},primary,student,,,d1`),
        ...changed('enrollments.csv', enrollment, ''),
      })
      expect(findings.refusals).toEqual([{ file: 'users.csv', line, reason: 'no_school' }])
      expect(roster.students.map(({ sourcedId }) => sourcedId)).toEqual([student === 'leo' ? 'amara' : 'leo'])
      expect(roster.guardianships.map((link) => link.studentSourcedId)).not.toContain(student)
      expect(roster.guardianships).not.toEqual([])
    },
  )

  test('climbs from department to department without walking in circles', async () => {
    const circle = sampleFiles['orgs.csv'].replace(
      'alder-math,,,Mathematics,department,,alder',
      'alder-math,,,Mathematics,department,,algebra\r\n' + 'algebra,,,Algebra,department,,alder-math',
    )
    const { roster } = await readSample({ 'orgs.csv': circle })
    expect(roster.staff[0]?.roles[0]).toMatchObject({
      orgSourcedId: 'alder-math',
      schoolSourcedId: undefined,
    })
  })
})
