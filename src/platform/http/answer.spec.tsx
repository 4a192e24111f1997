import { expect, test } from 'vitest'
import { Problem } from '../problem.ts'
import { inOrderOfFields } from './answer.ts'

test('a page that came back lists its reasons in the order in which it asks, whatever order they were found in', async () => {
  const because = ['last', 'nobody', 'first', 'middle'].map((field) => ({
    code: field,
    says: field,
    ...(field !== 'nobody' && { field }),
  }))
  const draws: string[][] = []
  const page = await inOrderOfFields(new Problem('not_valid', because), ({ because: reasons }) => {
    draws.push(reasons.map(({ says }) => says))
    return (
      <form>
        <input name="last" id="of-another-form-last" />
        <input name="first" id="f-first" />
        <input name="middle" id="f-middle" />
        <input name="last" id="f-last" />
      </form>
    )
  })
  expect(page.type).toBe('form')
  expect(draws).toEqual([
    ['last', 'nobody', 'first', 'middle'],
    ['first', 'middle', 'last', 'nobody'],
  ])
})
