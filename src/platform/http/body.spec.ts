import type { FastifyRequest } from 'fastify'
import { expect, test } from 'vitest'
import { readBody } from './body.ts'

const sent = (body: unknown, type: string) =>
  readBody({ method: 'POST', url: '/x', headers: { 'content-type': type }, body } as FastifyRequest)

test('of what a machine sends only words come back to a form, and all of it is judged', () => {
  const asked = { name: 'Ana', tags: ['a', 'b'], count: 2, deep: { inner: 'x' }, mixed: ['a', 1], none: null }
  const { given, typed } = sent(asked, 'application/json')
  expect(given).toEqual(asked)
  expect(typed).toEqual({ name: 'Ana', tags: ['a', 'b'] })
})

test('of a form every word comes back as it was typed, under the name it was typed in', () => {
  const { given, typed } = sent({ 'about.name': 'Ana', 'tags': ['a', 'b'], '_key': 'k' }, 'x-form')
  expect(typed).toEqual({ 'about.name': 'Ana', 'tags': ['a', 'b'], '_key': 'k' })
  expect(given).toEqual({ about: { name: 'Ana' }, tags: ['a', 'b'] })
})
