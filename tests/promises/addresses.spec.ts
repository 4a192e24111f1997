import fastify from 'fastify'
import { beforeAll, describe, expect, test } from 'vitest'
import { roles } from '#access/roles.ts'
import { type Address, listAddresses } from '#platform/http/addresses.ts'
import { asking } from '#platform/http/asked-in-body.ts'
import { readDeeds } from '../../tools/draw/deeds.ts'
import { astray, linksIn, readLinks } from '../../tools/draw/links.ts'
import { mountedAddresses } from '../../tools/draw/mounted.ts'
import { byHandIn, claims, readByHand } from './routes.ts'

/** What may stand behind an address without being an act or a look, and why. */
const ownDoors: Readonly<Record<string, string>> = {
  'design/assets': 'style sheet, fonts and icon: nothing of anybody',
  'front door': 'sends people on to sign-in or to Today',
  healthz: 'whether the service is ready: no data',
  openapi: 'what the addresses take: no data',
  'policy reports': 'what browsers stopped, by its directive alone: a line in the log and no data',
  'access/account': 'the account of whoever is signed in; each change leaves a trace by sign-in itself',
  'access/renew-invitation': 'a new link for an invitation, before anybody is signed in',
  'access/set-up-second-step': 'setting up the second step, with an account that has none yet',
  'access/new-address': 'a new address from a link in its mail, with the password of the sign-in',
  'access/new-second-step': 'a second step anew from a link in mail, with the password of the sign-in',
  'access/new-password': 'a new password by mail, before anybody is signed in',
  'access/sign-in': 'signing in, before anybody is signed in',
  'guests/link-door':
    'asks whoever opens a link for the code that was sent to them, and thanks them; changes nothing',
  'carenotices/sender-door': 'the page of a desk that sends: schools, and no child; changes nothing',
  'people/link-door':
    'asks whoever opens a link for what they know, before anybody is let in; changes nothing',
  'access/take-up-invitation': 'an account from an invitation, before anybody is signed in',
}

const words = ['anyone', 'password given', 'signed in']

let addresses: Address[]
let acts: Set<string>
let looks: Set<string>
beforeAll(async () => {
  addresses = await mountedAddresses()
  const deeds = await readDeeds()
  acts = new Set(deeds.filter(({ kind }) => kind === 'act').map(({ name }) => name))
  looks = new Set(deeds.filter(({ kind }) => kind === 'look').map(({ name }) => name))
})

const shown = ({ method, address, behind }: Address) => `${method} ${address} (${behind})`

/** A page that is read with what somebody typed: QUERY, and for browsers POST that says so beside. */
const isAsked = (all: readonly Address[], { address, behind }: Address): boolean =>
  all.some((one) => one.method === asking && one.address === address && one.behind === behind)

/** Addresses that change something without an act, or are read without a look. */
const bypassing = (all: readonly Address[]): string[] =>
  all
    .filter((one) => {
      const reads = one.method === 'GET' || isAsked(all, one)
      return !(reads ? looks : acts).has(one.behind) && !(one.behind in ownDoors)
    })
    .map(shown)

describe('Addresses', () => {
  test('all say who may use them, in roles or in one of three words', () => {
    const known: readonly string[] = [...roles, ...words]
    const unsaid = addresses.filter(({ who }) => who.length === 0 || who.some((one) => !known.includes(one)))
    expect(unsaid.map(shown)).toEqual([])
    expect(addresses.length).toBeGreaterThan(10)
  })

  test('that change something end in an act, and those that are read go through a look', () => {
    expect(bypassing(addresses)).toEqual([])
    expect(acts.size).toBeGreaterThan(60)
    expect(looks.size).toBeGreaterThan(20)
  })

  test('opened by hand ask the act or the look they name', () => {
    const byHand = readByHand()
    expect(byHand.map(({ file }) => file)).toContain('src/people/screens/upload.ts')
    expect(byHand.flatMap((each) => claims(each, Object.keys(ownDoors)))).toEqual([])
  })

  test('stand once', () => {
    const all = addresses.map(({ method, address }) => `${method} ${address.replace(/:\w+/g, ':')}`)
    expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([])
  })

  test('and every exception to this is one that is needed', () => {
    const behind = new Set(addresses.map((address) => address.behind))
    expect(Object.keys(ownDoors).filter((name) => !behind.has(name))).toEqual([])
  })
})

describe('An address that says nothing of itself', () => {
  test('is refused while the server is put together', () => {
    const app = fastify()
    listAddresses(app)
    expect(() => app.get('/open', () => 'x')).toThrow('GET /open does not say who may use it')
    expect(() => app.get('/open', { config: { who: ['anyone'] } }, () => 'x')).toThrow('what is behind it')
    expect(() => app.get('/fine', { config: { who: ['anyone'], behind: 'x' } }, () => 'x')).not.toThrow()
  })
})

const around = `
  app.get('/students/:id/raw', { config: { who: ['teacher'], behind: 'coordination/look-student' } }, async () => rows)
  app.route({ method: 'POST', url: '/x', config: { who: by, behind: acceptReferral.name }, handler: () => update() })
  app.post('/y', { config: { who: by, behind: declineReferral.name } }, () => declineReferral.perform(doer, {}))`

describe('An address that goes around acts and looks', () => {
  test('is noticed by what it says stands behind it', () => {
    const app = fastify()
    const listed = listAddresses(app)
    const reading = [...looks][0] as string
    app.get('/around', { config: { who: ['teacher'], behind: 'people/rows' } }, () => 'rows')
    app.post('/around', { config: { who: ['teacher'], behind: reading } }, () => 'changed')
    app.get('/through', { config: { who: ['teacher'], behind: reading } }, () => 'seen')
    expect(bypassing(listed)).toEqual(['GET /around (people/rows)', `POST /around (${reading})`])
  })

  test('is noticed when it only claims to ask one', () => {
    const file = byHandIn('src/a.ts', around)
    expect(file && claims(file, ['healthz'])).toEqual([
      "src/a.ts: 'coordination/look-student'",
      'src/a.ts: acceptReferral.name',
    ])
    const silent = byHandIn('src/b.ts', `app.get('/z', { config }, () => rows)`)
    expect(silent && claims(silent, [])).toEqual(['src/b.ts: says nothing'])
    expect(byHandIn('src/c.ts', `cache.get('/z'); app.get('/z', () => rows)`)).toBeUndefined()
  })
})

const planted = `
  const a = <a href="/students">x</a>
  const b = \`/students/\${id}/card?x=\${y}#top\`
  const c = \`/students/\${id}/caregivers\${rest}\`
  const d = { student: '/students/' }
  const e = ["a/b", \`/\${side}/\${id}\`]`

describe('Links inside the house', () => {
  test('lead to an address', () => {
    const lost = astray(
      readLinks(),
      addresses.map(({ address }) => address),
    )
    expect(lost.map(({ file, line, to }) => `${file}:${line} ${to}`)).toEqual([])
  })

  test('are found however they are written, and one that leads nowhere is noticed', () => {
    const links = linksIn('src/a.tsx', planted)
    expect(links.map(({ to }) => to)).toEqual([
      '/students',
      '/students/{}/card',
      '/students/{}/caregivers*',
      '/students/*',
    ])
    const known = ['/students', '/students/:studentId']
    expect(astray(links, known)).toEqual([links[1], links[2]])
    expect(astray(links, [...known, '/students/:studentId/caregivers/:caregiverId'])).toEqual([links[1]])
    expect(astray(linksIn('src/a.ts', 'x(`/inbox/${id}/${noun}`)'), ['/inbox/:id/acceptance'])).toEqual([])
    expect(linksIn('src/a.ts', `screen({ address: '/students/:studentId' })`)).toEqual([])
  })
})
