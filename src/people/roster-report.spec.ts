import { expect, test } from 'vitest'
import { groupRefused } from './roster-report.ts'

test('rows left out for one reason in one column stand together, each with its line', () => {
  const wrong = { file: 'users.csv', column: 'role', reason: 'not_in_list' } as const
  const missing = { file: 'users.csv', reason: 'no_role' } as const
  expect(
    groupRefused([
      { ...wrong, line: 3 },
      { ...missing, line: 4 },
      { ...wrong, line: 9 },
      { ...wrong, file: 'roles.csv', line: 3 },
    ]),
  ).toEqual([
    { ...wrong, lines: [3, 9] },
    { ...missing, lines: [4] },
    { ...wrong, file: 'roles.csv', lines: [3] },
  ])
})
