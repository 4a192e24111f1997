import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from '../ids.ts'
import { Problem } from '../problem.ts'
import { type App, createApp } from './app.ts'
import { mount } from './mount.ts'
import { declarations } from './screen.ts'

type Doer = { name: string }
type Shell = { title: string }
const { screen, resource } = declarations<Doer, Shell>()

const letters: string[] = []
const box = screen({
  address: '/boxes/:box',
  title: 'A box',
  look: {
    name: 'boxes/box',
    by: ['owner'],
    given: z.object({ box: z.string() }),
    async see(_doer, raw) {
      const { box: name } = raw as { box: string }
      if (name !== 'red') throw new Problem('not_found')
      return { name, letters }
    },
  },
  page: (data, view) => (
    <main>
      <h1>{data.name}</h1>
      <p>{view.problem?.because.map(({ says }) => says).join(' ') ?? 'fine'}</p>
      <input name="text" value={String(view.typed['text'] ?? '')} />
    </main>
  ),
})
const put = (method: 'POST' | 'DELETE', code: string) =>
  resource({
    address: `${method} /boxes/:box/letter`,
    act: {
      name: `boxes/${code}`,
      by: ['owner'],
      given: z.object({ box: z.string(), text: z.string() }),
      says: (reason) => (reason === 'full' ? 'The box is full. Empty it first.' : reason),
      async perform(_doer, raw) {
        const { text } = raw as { text: string }
        if (text === 'too much') return { done: false, because: ['full'] }
        letters.push(`${code} ${text}`)
        return { done: true, result: { id: text } }
      },
    },
    stands: box,
    then: (result, { box: name }) => `/boxes/${name}#${result.id}`,
  })

const lid = screen({
  address: '/lids/:lidId',
  title: 'A lid',
  look: {
    name: 'lids/lid',
    by: ['owner'],
    given: z.object({ lidId: z.string() }),
    see: async (_doer, raw) => raw as { lidId: string },
  },
  page: ({ lidId }) => <main>{lidId}</main>,
})
const onLid = resource({
  address: 'POST /lids/:lidId/letter',
  act: {
    name: 'lids/add',
    by: ['owner'],
    given: z.object({ lidId: z.string() }),
    says: (reason) => reason,
    perform: async () => ({ done: true, result: {} }),
  },
  stands: lid,
  then: (_result, { lidId }) => `/lids/${lidId}`,
})

let app: App
beforeAll(async () => {
  app = await createApp({
    secure: false,
    log: () => undefined,
    problemPage: (problem) => <p>{problem.toJSON().title}</p>,
  })
  mount(app, {
    screens: [box, lid],
    resources: [put('POST', 'add'), put('DELETE', 'remove'), onLid],
    visit: async () => ({
      doer: { name: 'somebody' },
      role: 'owner',
      language: 'en',
      byCookie: true,
      ownsForm: (token) => token === 'mine',
      shell: async ({ title }) => ({ title }),
    }),
  })
})
afterAll(() => app.close())

const host = 'riverside.example'
const form = (
  fields: Record<string, string>,
  headers: Record<string, string> = {},
  url = '/boxes/red/letter',
) =>
  app.inject({
    method: 'POST',
    url,
    headers: {
      host,
      origin: `http://${host}`,
      accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    payload: new URLSearchParams({ _csrf: 'mine', _key: newId(), ...fields }).toString(),
  })

test('one address answers a page to a browser and the same data as JSON to a machine', async () => {
  const page = await app.inject({ url: '/boxes/red', headers: { accept: 'text/html' } })
  expect(page.headers['content-type']).toContain('text/html')
  expect(page.body).toContain('<h1>red</h1>')
  const data = await app.inject({ url: '/boxes/red', headers: { accept: 'application/json' } })
  expect(data.json()).toMatchObject({ name: 'red' })
})

test('what is not there is a problem with a code, on a page or as JSON', async () => {
  const page = await app.inject({ url: '/boxes/blue', headers: { accept: 'text/html' } })
  expect(page.statusCode).toBe(404)
  expect(page.body).toContain('There is nothing here that you can open.')
  const data = await app.inject({ url: '/boxes/blue', headers: { accept: 'application/json' } })
  expect(data.headers['content-type']).toContain('application/problem+json')
  expect(data.json()).toMatchObject({ code: 'not_found', status: 404 })
})

test('an id in an address that is no id names nothing, for reading and for writing', async () => {
  const id = newId()
  expect((await app.inject({ url: `/lids/${id}`, headers: { accept: 'application/json' } })).json()).toEqual({
    lidId: id,
  })
  for (const lid of ['abc', `${id}0`, '1']) {
    expect((await app.inject({ url: `/lids/${lid}` })).statusCode).toBe(404)
    const written = await form({ text: 'hello' }, {}, `/lids/${lid}/letter`)
    expect(written.statusCode).toBe(404)
  }
  expect((await form({ text: 'hello' }, {}, `/lids/${id}/letter`)).statusCode).toBe(303)
})

test('a form that is carried out leads to the next page, and a refused one shows the page again with every word kept', async () => {
  const carried = await form({ text: 'hello' })
  expect(carried.statusCode).toBe(303)
  expect(carried.headers.location).toBe('/boxes/red#hello')
  const refused = await form({ text: 'too much' })
  expect(refused.statusCode).toBe(409)
  expect(refused.body).toContain('The box is full. Empty it first.')
  expect(refused.body).toContain('value="too much"')
})

test('a form that means DELETE reaches the act that removes', async () => {
  await form({ text: 'old', _method: 'delete' })
  expect(letters).toContain('remove old')
})

test('a form of another site, of another session, or without a key is refused and changes nothing', async () => {
  const before = letters.length
  expect((await form({ text: 'x' }, { origin: 'https://elsewhere.example' })).statusCode).toBe(403)
  expect(
    (await form({ text: 'x' }, { origin: `http://${host}`, 'sec-fetch-site': 'cross-site' })).statusCode,
  ).toBe(403)
  expect((await form({ text: 'x' }, { origin: 'null' })).statusCode).toBe(403)
  expect((await form({ text: 'x', _csrf: 'theirs' })).statusCode).toBe(403)
  expect((await form({ text: 'x', _key: '' })).statusCode).toBe(400)
  expect(letters.length).toBe(before)
})

test('every answer forbids inline scripts and styles and is not stored', async () => {
  const page = await app.inject({ url: '/boxes/red', headers: { accept: 'text/html' } })
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  expect(page.headers['content-security-policy']).not.toContain('unsafe')
  expect(page.headers['cache-control']).toBe('no-store')
})

test('a body that is not what it says is a problem, not an error', async () => {
  const send = (payload: string, type: string) =>
    app.inject({
      method: 'POST',
      url: '/boxes/red/letter',
      headers: { host, origin: `http://${host}`, accept: 'application/json', 'content-type': type },
      payload,
    })
  expect((await send('{"a":', 'application/json')).json()).toMatchObject({ code: 'not_readable' })
  expect((await send('<a/>', 'text/xml')).json()).toMatchObject({ code: 'wrong_kind' })
  expect(
    (await send('constructor.a=1&_csrf=mine', 'application/x-www-form-urlencoded')).json(),
  ).toMatchObject({ code: 'not_readable' })
})

test('a route that does not say who may use it cannot be opened', () => {
  expect(() => app.listed.length && app.get('/secret', async () => 'x')).toThrow()
})
