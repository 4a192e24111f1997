import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishTerms } from '#acknowledgements/publish-terms.ts'
import { createToken } from '#access/create-token.ts'
import type { Doer } from '#access/doer.ts'
import type { Role } from '#access/roles.ts'
import { newToken } from '#access/token.ts'
import { newId } from '#platform/ids.ts'
import { Problem } from '#platform/problem.ts'
import { house } from '../../src/compose.ts'
import { cast, type CastKey } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { staysOpen } from './stays-open.ts'
import { wholeHouse } from '../support/whole-house.ts'

let served: Awaited<ReturnType<typeof wholeHouse>>
beforeAll(async () => {
  served = await wholeHouse()
}, 60_000)
afterAll(() => served.close())

const page = `/students/${families.sofia.id}`
const blocked = 'acknowledgement_needed'

/** Ends what somebody acknowledged, as the passing of its last day does. */
const expire = async (key: CastKey, on = '2026-10-12') => {
  await served.front.admin.query('begin; set local session_replication_role = replica')
  await served.front.admin.query('update acknowledgement set ends_on = $2 where person_id = $1', [
    cast[key].id,
    on,
  ])
  await served.front.admin.query('commit')
}
const signedIn = (key: CastKey) => served.front.signedIn(key, served.browser())

/** What a deed answers, as a code; nothing when it is done or merely refused. */
async function codeOf(deed: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await deed()
    return undefined
  } catch (error) {
    return error instanceof Problem ? error.code : 'broken'
  }
}
/** Every look and every act of the house, with somebody who may. */
const deeds = [
  ...house.screens.map(({ look }) => ({ ...look, run: (doer: Doer) => look.see(doer, {}) })),
  ...house.resources.map(({ act }) => ({ ...act, run: (doer: Doer) => act.perform(doer, {}) })),
] as readonly {
  name: string
  by: readonly Role[]
  unacknowledged?: string
  run(doer: Doer): Promise<unknown>
}[]
const works = (role: Role) => !['caregiver', 'student', 'public', 'system'].includes(role)
/** What each deed answers to somebody of a role, who owes an acknowledgement or does not. */
async function answersTo(owing: boolean): Promise<Map<string, string | undefined>> {
  const base = served.front.being('helen')
  const answers = new Map<string, string | undefined>()
  for (const { name, by, run } of deeds) {
    const role = by.find(works)
    if (role === undefined) continue
    const partnerId = ['partner_intake', 'clinician'].includes(role) ? newId() : null
    const actor = { ...base.actor, role, partnerId, ...(owing && { owesTerms: true as const }) }
    answers.set(name, await codeOf(() => run({ ...base, actor, provenLately: true })))
  }
  return answers
}
describe('[R141] Whoever owes an acknowledgement', () => {
  test('is refused by every act and every look but those that help now or are about themselves', async () => {
    const answers = await answersTo(true)
    expect([...answers.keys()].filter((name) => answers.get(name) !== blocked).sort()).toEqual(staysOpen)
    expect(answers.size).toBeGreaterThan(100)
    expect([...(await answersTo(false)).values()]).not.toContain(blocked)
  }, 120_000)

  test('is blocked when it expires, with a link to renew it, and goes on where they were', async () => {
    const browser = await signedIn('daniel')
    expect((await browser.get(page)).statusCode).toBe(200)
    await expire('daniel')
    const refused = await browser.get(page)
    expect(refused.statusCode).toBe(403)
    expect(refused.body).toContain(`href="/privacy-terms?to=${encodeURIComponent(page)}"`)
    expect((await browser.get('/')).headers.location).toBe('/privacy-terms?to=/today')

    await browser.get(`/privacy-terms?to=${encodeURIComponent(page)}`)
    const hidden = (name: string) =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(browser.page)?.[1] ?? ''
    const said = { termsId: hidden('termsId'), to: hidden('to'), _key: newId() }
    const done = await browser.send('/privacy-terms', said)
    expect([done.statusCode, done.headers.location]).toEqual([303, page])
    expect((await browser.get(page)).statusCode).toBe(200)
  }, 60_000)

  test('was told of its end on Today for two weeks before, and is named to the privacy officer', async () => {
    const told = 'holds until'
    const browser = await signedIn('priya')
    await expire('priya', '2026-10-28')
    expect((await browser.get('/today')).body).not.toContain(told)
    await expire('priya', '2026-10-27')
    expect((await browser.get('/today')).body).toContain(`${told} Tue\u00a0Oct\u00a027`)
    await expire('ines')
    const list = await (await signedIn('leila')).get('/acknowledgements')
    const shown = list.body.replaceAll(/<[^>]*>/g, ' ')
    expect(shown).toMatch(/Ines Duarte\s+School nurse\s+School staff\s+Not acknowledged/)
    expect(shown).toMatch(/Priya Nair\s+School counselor\s+School staff\s+Tue\sOct\s27/)
    expect(shown).not.toContain('Maya Okafor')
  }, 60_000)

  test('is blocked from the day a new version begins, and no day before', async () => {
    const browser = await signedIn('noor')
    const version = {
      audience: 'partner',
      version: 1,
      lines: 'One thing',
      validDays: 90,
      inForceOn: '2026-10-14',
    }
    const published = await publishTerms.perform(served.front.being('leila'), version)
    expect(published).toMatchObject({ done: true })
    expect((await browser.get('/inbox')).statusCode).toBe(200)
    served.front.clock.set(new Date('2026-10-14T16:00:00Z'))
    const next = await signedIn('noor')
    expect((await next.get('/inbox')).statusCode).toBe(403)
  }, 60_000)

  test('starts a crisis and raises a concern, finds the account, and keeps what was typed elsewhere', async () => {
    const browser = await signedIn('joan')
    await expire('joan')
    await browser.get('/crisis')
    const start = await browser.send('/crisis/incidents', { _key: newId() })
    expect(start.headers.location).toMatch(/^\/crisis\/incidents\//)
    expect((await browser.get(start.headers.location as string)).statusCode).toBe(200)
    const form = `/concerns/new/${families.sofia.id}`
    const said = { observed: 'Quiet since Monday', urgency: 'this_week', _key: newId() }
    await browser.get(form)
    const raised = await browser.send(`/students/${families.sofia.id}/concerns`, said)
    expect(raised.headers.location).toBe('/concerns/mine')
    expect((await browser.get('/concerns/mine')).statusCode).toBe(200)
    expect((await browser.get('/account')).statusCode).toBe(200)
    const kept = await browser.send(`/concerns/${newId()}/answer`, { answer: 'Words to keep', _key: newId() })
    expect([kept.statusCode, kept.body.includes('Words to keep')]).toEqual([403, true])
  }, 60_000)

  test('holds up their machine too, which cannot acknowledge for them', async () => {
    const { id, text, hash } = newToken(newId())
    const asked = { tokenId: id, secretHash: hash.toString('hex'), label: 'Nightly', days: 30 }
    await createToken.perform(served.front.being('leila'), asked)
    const headers = { authorization: `Bearer ${text}`, accept: 'application/json' }
    const get = () => served.app.inject({ method: 'GET', url: '/records', headers })
    expect((await get()).statusCode).toBe(200)
    await expire('leila')
    expect((await get()).json()).toMatchObject({ code: blocked, at: '/privacy-terms' })
    const read = await served.app.inject({ method: 'GET', url: '/privacy-terms', headers })
    const { terms } = read.json<{ terms: { id: string } }>()
    const payload = { termsId: terms.id }
    const own = { ...headers, 'idempotency-key': newId() }
    const done = await served.app.inject({ method: 'POST', url: '/privacy-terms', headers: own, payload })
    expect(done.json()).toMatchObject({ code: 'not_allowed' })
  }, 60_000)
})
