import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { multipartForm } from '#tests/support/multipart.ts'
import { newId } from '../ids.ts'
import { Problem } from '../problem.ts'
import { type App, createApp } from './app.ts'
import { mount } from './mount.ts'
import { declarations } from './screen.ts'

const { screen, resource } = declarations<{ name: string }, { title: string }>()
const wall = screen({
  address: '/walls/:wall',
  title: 'A wall',
  look: { name: 'walls/wall', by: ['owner'], given: z.object({}), see: async () => ({}) },
  page: (_data, view) => (
    <main>
      <p>{view.problem?.because.map(({ says }) => says).join(' ') ?? 'fine'}</p>
      <input name="text" value={String(view.typed['text'] ?? '')} />
    </main>
  ),
})

type Asked = { text: string; pictures?: string[]; asked?: string | undefined }
const kept: Asked[] = []
let looked = 0
const hang = resource({
  address: 'POST /walls/:wall/pictures',
  act: {
    name: 'walls/hang',
    by: ['owner'],
    given: z.object({ wall: z.string(), text: z.string() }),
    says: (reason) => (reason === 'blank' ? 'This picture is blank.' : reason),
    async perform(_doer, raw, asking) {
      const given = raw as Asked
      // An act says for itself who may not: nothing of the form has reached it then.
      if (!('text' in given)) throw new Problem('not_allowed')
      if (given.pictures?.includes('blank')) return { done: false, because: ['blank'] }
      kept.push({ ...given, asked: asking?.request.toString('hex') })
      return { done: true, result: {} }
    },
  },
  stands: wall,
  files: {
    field: 'pictures',
    most: 2,
    mostBytes: 64,
    async read(bytes) {
      looked += 1
      return bytes?.toString() ?? 'too large'
    },
  },
  then: () => '/walls/red',
})

let app: App
beforeAll(async () => {
  app = await createApp({
    secure: false,
    log: () => undefined,
    problemPage: (problem) => <p>{problem.toJSON().title}</p>,
  })
  mount(app, {
    screens: [wall],
    resources: [hang],
    visit: async ({ headers }) => ({
      doer: { name: 'somebody' },
      role: String(headers['x-role'] ?? 'owner'),
      language: 'en',
      byCookie: true,
      ownsForm: (token) => token === 'mine',
      shell: async ({ title }) => ({ title }),
    }),
  })
})
afterAll(() => app.close())

const host = 'riverside.example'
const from = { host, origin: `http://${host}`, accept: 'text/html' }
const url = '/walls/red/pictures'

function send(fields: Record<string, string>, bytes: string, headers: Record<string, string> = {}) {
  const part = { field: 'pictures', name: 'a.png', type: 'image/png', bytes: Buffer.from(bytes) }
  const { payload, contentType } = multipartForm({ _csrf: 'mine', _key: newId(), ...fields }, part)
  const sent = { ...from, 'content-type': contentType, ...headers }
  return app.inject({ method: 'POST', url, headers: sent, payload })
}

test('a form that sends a file is an act like any other: what was read of it, and every word, reach it at once', async () => {
  const words = { 'text': 'hello', 'of.what': 'a bird' }
  expect((await send(words, 'a bird')).statusCode).toBe(303)
  expect((await send(words, 'a tree')).statusCode).toBe(303)
  expect((await send({ text: 'none' }, '')).statusCode).toBe(303)
  expect((await send({ text: 'large' }, 'x'.repeat(65))).statusCode).toBe(303)
  const said = { wall: 'red', text: 'hello', of: { what: 'a bird' } }
  expect(kept).toMatchObject([
    { ...said, pictures: ['a bird'] },
    { ...said, pictures: ['a tree'] },
    { wall: 'red', text: 'none' },
    { pictures: ['too large'] },
  ])
  expect(kept[2]).not.toHaveProperty('pictures')
  // The same words with another file ask for something else.
  expect(new Set(kept.map(({ asked }) => asked)).size).toBe(4)
})

test('a file that is refused leaves every word where it was typed', async () => {
  const reply = await send({ text: 'typed before' }, 'blank')
  expect(reply.statusCode).toBe(409)
  expect(reply.body).toContain('This picture is blank.')
  expect(reply.body).toContain('value="typed before"')
})

test('without a file the form may come as words alone', async () => {
  const payload = new URLSearchParams({ _csrf: 'mine', _key: newId(), text: 'words alone' }).toString()
  const headers = { ...from, 'content-type': 'application/x-www-form-urlencoded' }
  expect((await app.inject({ method: 'POST', url, headers, payload })).statusCode).toBe(303)
  expect(kept.at(-1)).toMatchObject({ text: 'words alone' })
})

test('a form with a file is as closed as any other', async () => {
  const before = kept.length
  expect((await send({ text: 'x', _csrf: 'theirs' }, 'a')).statusCode).toBe(403)
  expect((await send({ text: 'x' }, 'a', { origin: 'https://elsewhere.example' })).statusCode).toBe(403)
  expect((await send({ text: 'x', _key: '' }, 'a')).statusCode).toBe(400)
  expect((await send({ 'constructor.a': 'x' }, 'a')).statusCode).toBe(400)
  expect(kept).toHaveLength(before)
})

test('of whoever may not send one, and of a form of another session, no file is looked at', async () => {
  const before = looked
  expect((await send({ text: 'x' }, 'a', { 'x-role': 'stranger' })).statusCode).toBe(403)
  expect((await send({ text: 'x', _csrf: 'theirs' }, 'a')).statusCode).toBe(403)
  expect(looked).toBe(before)
  expect((await send({ text: 'x' }, 'a')).statusCode).toBe(303)
  expect(looked).toBe(before + 1)
})
