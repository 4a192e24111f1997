import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { schools } from '#tests/riverside/places.ts'
import { everyLeadChecked, everyServiceChecked } from '#tests/support/numbers-checked.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { addContact } from './add-contact.ts'
import { checkLead } from './check-lead.ts'
import { lookCard, lookContacts } from './look-papers.ts'

let world: World
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  world = await riverside()
  pages = await pagesOf(world)
})
afterAll(async () => {
  await pages.close()
  await world.close()
})

const days = 86_400_000
const check = (by: CastKey, who: CastKey, number = '555-0150') =>
  checkLead.perform(world.being(by), { personId: cast[who].id, number })
const leadOf = async (who: CastKey, by: CastKey = 'ruth') =>
  (await lookContacts.see(world.being(by), {})).leads.find(({ id }) => id === cast[who].id)

describe('Who is told of a crisis', () => {
  test('stands on the list with roles and schools, and is owed a call until somebody made sure of the number [R119]', async () => {
    expect(await leadOf('samuel')).toMatchObject({
      roles: ['crisis_lead'],
      number: '555-0151',
      checkedOn: null,
      isOwed: true,
    })
    expect((await leadOf('samuel'))?.schools.map(({ name }) => name).toSorted()).toEqual([
      'Alder Creek Middle School',
      'Harlow High School',
    ])
    expect((await leadOf('ruth'))?.schools, 'of every school').toEqual([])
    expect(await check('ruth', 'samuel', '555-0177')).toMatchObject({ done: true })
    expect(await leadOf('samuel')).toMatchObject({
      number: '555-0177',
      checkedOn: '2026-10-13',
      checkedByName: 'Ruth Halvorsen',
      isOwed: false,
    })
    const [trace] = await world.trail().then((lines) => lines.filter((line) => line.includes('lead_checked')))
    expect(trace).toContain('crisis_contact.lead_checked')
    const now = world.clock.now()
    world.clock.set(new Date(now.getTime() + 91 * days))
    expect(await leadOf('samuel')).toMatchObject({ isOwed: true })
    world.clock.set(now)
  })

  test('is kept by whoever keeps the list of their schools; a lead of another school is not there', async () => {
    expect(await check('lucia', 'marcus')).toMatchObject({ done: true })
    await expect(check('lucia', 'ruth'), 'of every school').rejects.toEqual(new Problem('not_allowed'))
    await expect(check('lucia', 'joan'), 'no lead').rejects.toEqual(new Problem('not_found'))
    await expect(check('marcus', 'marcus')).rejects.toEqual(new Problem('not_allowed'))
    await expect(check('ruth', 'samuel', 'call me')).rejects.toMatchObject({ code: 'not_valid' })
  })

  test('is named, where the number is owed a call, to whoever keeps the list; who keeps none reads of none [R119]', async () => {
    const owed = (html: string) => /owed a call to make sure: ([^<]*)\./.exec(html)?.[1]
    const ruths = owed((await pages.get('ruth', '/crisis/contacts')).html)
    expect(ruths).toContain('Ruth Halvorsen')
    expect(ruths).not.toContain('Samuel Ito')
    const lucias = owed((await pages.get('lucia', '/crisis/contacts')).html)
    expect(lucias).toContain('Lucia Santos')
    expect(lucias, 'she covers one school').not.toContain('Ruth Halvorsen')
    const count = (ruths ?? '').split(', ').length
    const today = async (key: CastKey) => (await pages.get(key, '/today')).html
    expect(await today('ruth')).toContain(`${count} numbers of the crisis card are`)
    expect(await today('joan')).not.toContain('crisis card')
  })
})

test('on the printed card every contact shows a date under the limit, once each was checked [R119]', async () => {
  const school = schools.alderCreek.id
  const seen = () => lookCard.see(world.being('daniel'), { school })
  const owed = async () => {
    const { contacts, leads } = await seen()
    return [...contacts, ...leads].filter(({ isOwed }) => isOwed).map(({ name }) => name)
  }
  expect(await owed()).toContain('Ruth Halvorsen')
  await everyServiceChecked(world)
  const given = {
    kind: 'stabilization',
    name: 'Harbor House',
    number: '555-0195',
    note: 'a place',
    noteEs: 'un lugar',
  }
  await addContact.perform(world.being('ruth'), given)
  expect(await owed(), 'the services alone are not all').not.toEqual([])
  await everyLeadChecked(world)
  expect(await owed()).toEqual([])
  const card = async () => (await pages.get('daniel', `/crisis/papers/card?school=${school}`)).html
  const rows = async () => (await card()).split('<tr>').filter((row) => row.includes('<td'))
  const { contacts, leads } = await seen()
  expect(leads.length).toBeGreaterThan(1)
  expect(await rows()).toHaveLength(contacts.length + leads.length)
  for (const row of await rows()) expect(row).toContain('Tue Oct 13')
  const now = world.clock.now()
  world.clock.set(new Date(now.getTime() + 91 * days))
  for (const row of await rows()) expect(row).toContain('longer ago than 90 days')
  world.clock.set(now)
})
