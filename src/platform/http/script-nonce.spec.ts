import { h } from 'preact'
import { useContext } from 'preact/hooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendPage } from './answer.ts'
import { type App, createApp } from './app.ts'
import { ScriptNonce } from './script-nonce.ts'

const Plain = () => h('p', {}, '<script>')
const Page = () => h('script', { src: '/assets/live.js', nonce: useContext(ScriptNonce) })
let app: App
beforeAll(async () => {
  app = await createApp({ secure: false, log: () => undefined, problemPage: ({ code }) => h('p', {}, code) })
  const config = { who: ['anyone' as const], behind: 'spec' }
  app.get('/page', { config }, (_request, reply) => sendPage(reply, h(Page, {})))
  app.get('/plain', { config }, (_request, reply) => sendPage(reply, h(Plain, {})))
  app.get('/file', { config }, async () => ({ no: 'page' }))
  await app.ready()
})
afterAll(() => app.close())

async function read(url: string) {
  const { headers, body } = await app.inject({ url, headers: { accept: 'text/html' } })
  const policy = String(headers['content-security-policy'])
  return { scripts: /script-src ([^;]*)/.exec(policy)?.[1], written: /nonce="([^"]*)"/.exec(body)?.[1] }
}

test('the scripts of a page are known by a word of that one answer', async () => {
  const [first, second] = [await read('/page'), await read('/page')]
  for (const { scripts, written } of [first, second]) {
    expect(written).toMatch(/^[\w-]{22}$/)
    expect(scripts).toBe(`'nonce-${written}' 'strict-dynamic'`)
  }
  expect(first.written).not.toBe(second.written)
})

test('what was sent without a script runs none, from wherever it comes, and is the same each time', async () => {
  for (const url of ['/file', '/plain'])
    expect(await read(url)).toEqual({ scripts: "'strict-dynamic'", written: undefined })
})
