import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { schools } from '#tests/riverside/places.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { addPartner } from './add-partner.ts'
import { obstaclesToChoosing } from './rules.ts'
import { findPartner } from './store.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const given = {
  name: 'Millpond Family Center',
  shortName: 'Millpond',
  about: 'Counseling',
  address: '1 Mill Lane',
  phone: '555-0190',
  hours: 'Monday to Friday, 9:00 to 17:00',
  contactName: 'Ada Quist',
  languages: ['en', 'es'],
  modalities: 'in_person',
  payers: ['medicaid', 'uninsured'],
  weekends: 'yes',
}

test('the district adds an agency, which is chosen for nobody before it is on board and has room', async () => {
  const outcome = await addPartner.perform(world.being('yolanda'), given)
  const id = outcome.done ? outcome.result.partnerId : ''
  const partner = await world.db.transaction(scopeOf(actorOf('yolanda')), (tx) => findPartner(tx, id))
  if (partner === undefined) throw new Error('It is not there')
  expect(partner).toMatchObject({
    languages: ['en', 'es'],
    modalities: ['in_person'],
    weekends: true,
    openPlaces: 0,
  })
  expect(obstaclesToChoosing(partner, world.clock.now())).toEqual(['not_onboarded', 'no_route', 'paused'])
  const again = await addPartner.perform(world.being('yolanda'), { ...given, name: 'millpond family center' })
  expect(again).toEqual({ done: false, because: ['there_already'] })
  expect(await world.trail()).toContain('district_head: partner.added')
})

test('nobody else adds one, and one without a language is refused', async () => {
  const partly = world.as({ ...actorOf('yolanda'), schoolIds: [schools.harlow.id] })
  for (const doer of [world.being('maya'), world.being('noor'), partly])
    await expect(addPartner.perform(doer, given)).rejects.toThrow('not_allowed')
  await expect(addPartner.perform(world.being('yolanda'), { ...given, languages: [] })).rejects.toThrow(
    'not_valid',
  )
})

test('the form stands behind the list, and leads to the profile', async () => {
  const pages = await pagesOf(world)
  expect((await pages.get('yolanda', '/partners')).html).toContain('/partners/new')
  expect((await pages.get('maya', '/partners')).html).not.toContain('/partners/new')
  expect((await pages.get('yolanda', '/partners/new')).html).toContain('Who pays?')
  const form = { ...given, name: 'Second Center', languages: 'ar', payers: 'medicaid' }
  const sent = await pages.post('yolanda', '/partners', form)
  expect(sent.location).toMatch(/^\/partners\/[0-9a-f-]{36}$/)
  expect((await pages.get('yolanda', sent.location ?? '')).html).toContain('Second Center')
  expect(pages.broken).toEqual([])
  await pages.close()
})
