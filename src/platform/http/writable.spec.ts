import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, createApp } from './app.ts'

const broken: Error[] = []
let app: App
beforeAll(async () => {
  const log = ({ error }: { error: Error }) => void broken.push(error)
  app = await createApp({ secure: false, log, problemPage: ({ code }) => code as never })
  const config = { who: ['anyone'], behind: 'spec' }
  app.post('/x', { config }, async () => ({ taken: true }))
})
afterAll(() => app.close())

const form = 'application/x-www-form-urlencoded'
const send = async (payload: string, type = 'application/json') => {
  const headers = { 'content-type': type, accept: 'application/json' }
  const { statusCode } = await app.inject({ method: 'POST', url: '/x', payload, headers })
  return statusCode
}
const nested = (depth: number) => `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`
const many = (count: number) => Array.from({ length: count }, (_, at) => `f${at}=x`).join('&')
const long = (count: number) => JSON.stringify({ a: 'x'.repeat(count) })

describe('What is sent', () => {
  test('is as deep as what an act takes, and deeper is refused, however deep', async () => {
    expect([await send(nested(10)), await send(nested(20)), await send(nested(200_000))]).toEqual([
      200, 400, 400,
    ])
  })

  test('has as many answers as a form, and more is refused', async () => {
    expect([await send(many(2000), form), await send(many(2001), form)]).toEqual([200, 413])
  })

  test('is as long as a form or a megabyte of JSON, and longer is refused', async () => {
    expect([await send(long(1_000_000)), await send(long(1_048_577))]).toEqual([200, 413])
    expect(await send(`a=${'x'.repeat(262_144)}`, form)).toBe(413)
    expect(broken).toEqual([])
  })
})
