import { expect, test } from 'vitest'
import { notFound, Problem, problemCodes } from './problem.ts'

test('every problem has a code, a plain sentence and what to do next', () => {
  for (const code of problemCodes) {
    const body = new Problem(code).toJSON()
    expect(body.title).toMatch(/^[A-Z].+\.$/)
    expect(body.next).toMatch(/^[A-Z].+\.$/)
    expect(body.status).toBeGreaterThanOrEqual(400)
  }
})

test('a record that does not exist is a problem like any other', () => {
  expect(notFound).toThrow(Problem)
})
