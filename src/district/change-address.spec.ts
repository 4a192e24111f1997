import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { newId } from '#platform/ids.ts'
import { actorOf, cast, type CastKey } from '#tests/riverside/cast.ts'
import { schools } from '#tests/riverside/places.ts'
import { doorstep, type Doorstep, linkIn, password } from '#tests/support/doorstep.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { changeAddress } from './change-address.ts'

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

const checked = { checkedHow: 'official_id', because: 'mailbox_lost' }
const change = (key: CastKey, email: string, by: CastKey = 'leila') =>
  changeAddress.perform(house.being(by), { personId: cast[key].id, email, ...checked })
const refused = (because: string) => ({ done: false, because: [because] })
const sendNotices = () =>
  house.door.jobs
    .find(({ name }) => name === 'access/send-notices')
    ?.run(house.being('ben'), { district_id: '' })

describe('The address of somebody’s sign-in', () => {
  test('is changed after a check with a reason; they are signed out, and both addresses hear of it', async () => {
    const browser = await house.signedIn('samuel')
    expect(await change('samuel', 'Samuel.New@mail.example')).toMatchObject({ done: true })
    expect(await browser.who()).toBeUndefined()
    await sendNotices()
    expect(house.mail.map(({ to }) => to).toSorted()).toEqual(
      [cast.samuel.email, 'samuel.new@mail.example'].toSorted(),
    )
    for (const { text, subject } of house.mail)
      expect(`${subject} ${text}`).not.toMatch(/Samuel|Leila|Riverside|school|student/)
    const signIn = (email: string) => house.browser().fill('/sign-in', { email, password })
    expect((await signIn(cast.samuel.email)).statusCode).toBe(422)
    expect((await signIn('samuel.new@mail.example')).headers.location).toBe('/sign-in/second-step')
    const [trace] = await house.trailOf(`name = 'person.address_changed'`, [])
    expect(trace).toMatchObject({
      role: 'privacy_officer',
      detail: { checked_how: 'official_id', because: 'mailbox_lost' },
    })
  }, 60_000)

  test('of somebody who has none yet: a link that was mailed to the one before stops', async () => {
    const link = await house.invited('jonah')
    expect((await house.browser().get(link)).body).toContain('Welcome')
    expect(await change('jonah', 'jonah.reed@mail.example')).toMatchObject({ done: true })
    expect((await house.browser().get(link)).body).toContain('does not work any more')
    const next = await house.invited('jonah')
    expect(house.mail.at(-1)?.to).toBe('jonah.reed@mail.example')
    expect((await house.browser().get(next)).body).toContain('jonah.reed@mail.example')
    expect(linkIn(house.mail.at(-1)?.text)).toBe(next)
  })

  test('stays where somebody else has it, where it is their own, and where it opens another district', async () => {
    await house.readied('marcus')
    await house.readied('thomas')
    expect(await change('marcus', cast.thomas.email)).toEqual(refused('taken'))
    expect(await change('marcus', cast.noor.email)).toEqual(refused('taken'))
    expect(await change('marcus', cast.marcus.email.toUpperCase())).toEqual(refused('same_address'))
    expect(await change('leila', 'leila@mail.example')).toEqual(refused('own_address'))
    const district = newId()
    await house.admin.query(`begin; set local session_replication_role = replica;
      insert into person (district_id, id, name, email, language, login_id, created_at)
      select '${district}', id, name, email, language, login_id, created_at from person where id = '${cast.marcus.id}';
      commit`)
    expect(await change('marcus', 'marcus@mail.example')).toEqual(refused('elsewhere'))
    const held = 'select email from person where id = $1 union select email from auth.login where email = $2'
    const { rows } = await house.admin.query(held, [cast.marcus.id, cast.marcus.email])
    expect(rows).toEqual([{ email: cast.marcus.email }])
  })

  test('is changed by nobody else, and not for one of a family', async () => {
    for (const by of ['ben', 'maya', 'noor'] as const)
      await expect(change('ines', 'ines@mail.example', by)).rejects.toThrow(new Problem('not_allowed'))
    const partly = { ...actorOf('yolanda'), schoolIds: [schools.harlow.id] }
    const given = { personId: cast.ines.id, email: 'ines@mail.example', ...checked }
    await expect(changeAddress.perform(house.as(partly), given)).rejects.toThrow(new Problem('not_allowed'))
    await expect(change('carmen', 'carmen@mail.example')).rejects.toThrow(new Problem('not_found'))
    const unchecked = { personId: cast.ines.id, email: 'ines@mail.example' }
    await expect(changeAddress.perform(house.being('leila'), unchecked)).rejects.toThrow('not_valid')
  })

  test('the database changes none unless the record of the person says so in the same breath', async () => {
    await house.readied('ines')
    const text = `select house.change_address(login_id, district_id, 'ines@mail.example', now(), 'en', null, true)
      from person where id = $1`
    await expect(house.admin.query(text, [cast.ines.id])).rejects.toThrow('follows the record of its person')
  })
})

test('The page says what will happen, and the person’s page shows the new address', async () => {
  const address = `/people/${cast.daniel.id}/address`
  const page = await pages.get('leila', address)
  expect(page.html).toContain('both addresses are told')
  expect((await pages.post('leila', address, { email: 'x' })).html).toContain('Give an address like')
  const given = { email: 'daniel@mail.example', ...checked }
  expect((await pages.post('leila', address, given)).location).toBe(`/people/${cast.daniel.id}`)
  expect((await pages.get('leila', `/people/${cast.daniel.id}`)).html).toContain('daniel@mail.example')
  expect((await pages.get('ben', address)).status).toBe(403)
  expect(pages.broken).toEqual([])
})
