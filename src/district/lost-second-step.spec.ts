import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeAt } from '#access/sign-in/totp.ts'
import { newId } from '#platform/ids.ts'
import { Problem } from '#platform/problem.ts'
import { actorOf, cast, type CastKey } from '#tests/riverside/cast.ts'
import type { Authenticator } from '#tests/support/authenticator.ts'
import type { Browser } from '#tests/support/browser.ts'
import { schools } from '#tests/riverside/places.ts'
import { type Doorstep, doorstep, linkIn, password, secretOn } from '#tests/support/doorstep.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { enters, withPasskey } from '#tests/support/passkeys.ts'
import { askSecondStepRemoval } from './ask-second-step-removal.ts'
import { confirmSecondStepRemoval } from './confirm-second-step-removal.ts'

let house: Doorstep
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  house = await doorstep()
  pages = await pagesOf(house)
})
afterAll(async () => {
  await pages.close()
  await house.close()
})
beforeEach(() => {
  house.mail.length = 0
})
const said = { because: 'device_lost', checkedHow: 'called_back' }
const ask = (key: CastKey, by: CastKey = 'leila') =>
  askSecondStepRemoval.perform(house.being(by), { personId: cast[key].id, ...said })
const confirm = (key: CastKey, by: CastKey = 'ben') =>
  confirmSecondStepRemoval.perform(house.being(by), { personId: cast[key].id })
const refused = (because: string) => ({ done: false, because: [because] })

/** Runs what the job runner would: notices, and the link. */
async function sendWhatWaits() {
  const tasks = ['access/send-notices', 'access/send-second-step-link']
  const { rows } = await house.admin.query<{ identifier: string; payload: Record<string, string> }>(
    `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
     where t.id = j.task_id and t.identifier = any($1) returning t.identifier, j.payload`,
    [tasks],
  )
  for (const { identifier, payload } of rows)
    await house.door.jobs.find(({ name }) => name === identifier)?.run(house.being('ben'), payload as never)
}
const lettersTo = (key: CastKey) =>
  house.mail.filter(({ to }) => to === cast[key].email).map(({ text }) => text)
const signIn = (key: CastKey, browser = house.browser()) =>
  browser.fill('/sign-in', { email: cast[key].email, password })
const loginOf = async (key: CastKey) =>
  (await house.admin.query<{ id: string }>('select id from auth.login where email = $1', [cast[key].email]))
    .rows[0]?.id as string

/** App, recovery codes and passkey are gone, and the password alone sets nothing up. */
async function opensNothing(own: Browser, device: Authenticator) {
  expect((await signIn('samuel', own)).headers.location).toBe('/sign-in/link-owed')
  for (const path of ['/set-up/second-step', '/account', '/sign-in/recovery-code', '/sign-in/second-step'])
    expect([path, (await own.get(path)).statusCode === 200]).toEqual([path, false])
  expect((await enters(house.browser(), device)).statusCode).toBe(422)
  expect(await own.who()).toBeUndefined()
  const { rows } = await house.admin.query(
    `select (select count(*)::int from auth.passkey where login_id = $1) as keys,
      (select count(*)::int from auth.recovery_code where login_id = $1) as codes,
      (select count(*)::int from auth.session where login_id = $1) as sessions`,
    [await loginOf('samuel')],
  )
  expect(rows).toEqual([{ keys: 0, codes: 0, sessions: 0 }])
}

/** The link alone opens nothing; with the password it leads to the page that sets a new app up. */
async function setsUpAnew(own: Browser, link: string) {
  expect((await own.get(link)).body).toContain('Set up your second step again')
  expect((await own.send(link, { password: 'not the one 1' })).statusCode).toBe(422)
  expect((await own.fill(link, { password })).headers.location).toBe('/set-up/second-step')
  const secret = secretOn((await own.get('/set-up/second-step')).body)
  const done = await own.send('/set-up/second-step', { code: codeAt(secret, house.clock.now()) })
  expect(done.body).toContain('Keep these codes')
  expect(await own.who()).toMatchObject({ actor: { name: cast.samuel.name } })
  expect((await house.browser().get(link)).body).toContain('does not work any more')
  house.after(1)
  expect((await signIn('samuel')).headers.location).toBe('/sign-in/second-step')
}

describe('Somebody who lost every second step', () => {
  test('is set up anew after two people said so: what they had opens nothing, and a link and their password do', async () => {
    const { browser, device } = await withPasskey(house, 'samuel')
    await house.letters(1)
    house.mail.length = 0
    expect(await ask('samuel')).toMatchObject({ done: true })
    // Asked is not done: their session goes on, and they hear of it.
    expect(await browser.who()).toBeDefined()
    await sendWhatWaits()
    expect(lettersTo('samuel')).toEqual([expect.stringMatching(/Nothing has changed yet/)])
    expect(await confirm('samuel')).toMatchObject({ done: true })
    expect(await browser.who()).toBeUndefined()
    await sendWhatWaits()
    expect(lettersTo('samuel').slice(1).toSorted().join('\n')).toMatch(
      /second step again[^]*do not work any more/,
    )
    for (const { text, subject } of house.mail)
      expect(`${subject} ${text}`).not.toMatch(/Samuel|Leila|Ben|Riverside|school|student/)
    const own = house.browser()
    await opensNothing(own, device)
    await house.letters(4)
    await setsUpAnew(own, linkIn(house.mail.findLast(({ text }) => text.includes('/new-second-step/'))?.text))
    const changed = await house.trailOf(`subject_id = $1 and name like 'second_step.%'`, [cast.samuel.id])
    expect(changed).toMatchObject([
      { role: 'privacy_officer', name: 'second_step.removal_asked', detail: { because: 'device_lost' } },
      { role: 'roster_manager', name: 'second_step.removed' },
      { role: 'public', name: 'second_step.set_up' },
    ])
  }, 120_000)

  test('has a link that ends after half an hour, and a new one with each right password', async () => {
    await house.readied('grace')
    await ask('grace')
    await confirm('grace')
    await sendWhatWaits()
    const first = linkIn(lettersTo('grace').find((text) => text.includes('/new-second-step/')))
    house.after(31)
    expect((await house.browser().get(first)).body).toContain('does not work any more')
    const count = house.mail.length
    expect((await signIn('grace')).headers.location).toBe('/sign-in/link-owed')
    await house.letters(count + 1)
    expect((await house.browser().get(linkIn(house.mail.at(-1)?.text))).body).toContain(cast.grace.email)
    // A wrong password sends nothing, nor is a new one sent: the mailbox alone would open everything.
    await house.browser().fill('/forgot-password', { email: cast.grace.email })
    await house.browser().fill('/sign-in', { email: cast.grace.email, password: 'not the one 1' })
    expect(house.mail).toHaveLength(count + 1)
  }, 60_000)
})

describe('Two people say so', () => {
  test('never one alone, never for oneself, and not after three days', async () => {
    await house.readied('marcus')
    expect(await confirm('marcus')).toEqual(refused('not_asked'))
    expect(await ask('marcus', 'yolanda')).toMatchObject({ done: true })
    expect(await ask('marcus')).toEqual(refused('asked_already'))
    expect(await confirm('marcus', 'yolanda')).toEqual(refused('asked_by_you'))
    house.after(3 * 24 * 60)
    expect(await confirm('marcus')).toEqual(refused('not_asked'))
    await house.readied('leila')
    expect(await ask('leila', 'leila')).toEqual(refused('own_second_step'))
    await house.readied('ben')
    expect(await ask('ben', 'leila')).toMatchObject({ done: true })
    expect(await confirm('ben', 'ben')).toEqual(refused('own_second_step'))
    expect(await ask('jonah')).toEqual(refused('never_signed_in'))
  }, 60_000)

  test('who answers for access asks, who may invite confirms, and nobody else', async () => {
    for (const by of ['ben', 'maya', 'noor'] as const)
      await expect(ask('ines', by)).rejects.toThrow(new Problem('not_allowed'))
    for (const by of ['maya', 'noor', 'carmen'] as const)
      await expect(confirm('ines', by)).rejects.toThrow(new Problem('not_allowed'))
    const partly = { ...actorOf('yolanda'), schoolIds: [schools.harlow.id] }
    const given = { personId: cast.ines.id, ...said }
    await expect(askSecondStepRemoval.perform(house.as(partly), given)).rejects.toThrow('not_allowed')
    await expect(ask('carmen')).rejects.toThrow(new Problem('not_found'))
  })

  test('where the sign-in opens another district nothing is removed', async () => {
    await house.readied('thomas')
    await ask('thomas')
    await house.admin.query(`begin; set local session_replication_role = replica;
      insert into person (district_id, id, name, email, language, login_id, created_at)
      select '${newId()}', id, name, email, language, login_id, created_at from person where id = '${cast.thomas.id}';
      commit`)
    expect(await confirm('thomas')).toEqual(refused('elsewhere'))
    expect((await signIn('thomas')).headers.location).toBe('/sign-in/second-step')
  }, 60_000)

  test('the database removes none unless both are on record in the same breath', async () => {
    await house.readied('ines')
    const login = await loginOf('ines')
    const text = `select house.remove_second_step($1, district_id, id, now(), 'en') from person where id = $2`
    await expect(house.admin.query(text, [login, cast.ines.id])).rejects.toThrow('after two people said so')
    const alone = `insert into second_step_removal (district_id, id, person_id, because, checked_how, asked_by, asked_at,
      confirmed_by, confirmed_at) select district_id, $1, id, 'device_lost', 'official_id', $2, now(), $2, now()
      from person where id = $3`
    await expect(house.admin.query(alone, [newId(), cast.leila.id, cast.ines.id])).rejects.toThrow(
      'confirmed_by_another',
    )
  })
})

test('The pages ask, say who asked, and let another person confirm it', async () => {
  await house.readied('daniel')
  const address = `/people/${cast.daniel.id}/second-step`
  expect((await pages.get('leila', `/people/${cast.daniel.id}`)).html).toContain(`href="${address}"`)
  expect((await pages.get('leila', address)).html).toContain('somebody else who gives sign-ins confirms it')
  expect((await pages.post('leila', address, {})).html).toContain('Say why it is out of reach')
  expect((await pages.post('leila', address, said)).location).toBe(`/people/${cast.daniel.id}`)
  expect((await pages.get('leila', address)).html).toContain('You cannot, because you asked')
  expect((await pages.get('ben', '/people')).html).toContain(`href="${address}"`)
  expect((await pages.get('ben', address)).html).toContain('the device is lost or stolen')
  expect((await pages.post('ben', `${address}/confirmation`, {})).location).toBe(`/people/${cast.daniel.id}`)
  expect((await pages.get('ben', address)).html).not.toContain('Confirm that it is lost')
  expect((await pages.get('maya', address)).status).toBe(403)
  expect(pages.broken).toEqual([])
}, 60_000)
