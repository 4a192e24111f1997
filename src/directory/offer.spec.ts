import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { Problem } from '#platform/problem.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { partners } from '#tests/riverside/places.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { addService } from './add-service.ts'
import { describeOffer } from './describe-offer.ts'
import { removeService } from './remove-service.ts'
import { obstaclesToAddingService, obstaclesToOffering } from './rules.ts'
import { getPartner } from './store.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const { cedarStreet, openDoor } = partners
const partnerAt = (id: string) => world.db.transaction(scopeOf(actorOf('maya')), (tx) => getPartner(tx, id))
/** As a form sends it: a box that is not ticked sends nothing. */
const offerOf = async (id: string) => {
  const { version, languages, modalities, payers } = await partnerAt(id)
  return { partnerId: id, version, languages, modalities, payers }
}
const group = { serviceName: 'Evening group', kind: 'group', tiers: ['2', '3'], ages: '11 to 18' }

describe('What an agency offers', () => {
  test('is changed by the district, and the picker has it at once [R037] [R287]', async () => {
    const given = { ...(await offerOf(openDoor.id)), languages: ['so', 'en'], weekends: 'yes' }
    expect((await describeOffer.perform(world.being('yolanda'), given)).done).toBe(true)
    expect(await partnerAt(openDoor.id)).toMatchObject({
      languages: ['so', 'en'],
      weekends: true,
      afterSchool: false,
    })
    const [event] = await world.trailOf(`name = 'partner.offer_described'`, [])
    expect(event).toMatchObject({ role: 'district_head', subject_id: openDoor.id })
    expect(event?.detail).toMatchObject({ changed: expect.arrayContaining(['languages', 'weekends']) })
  })

  test('is kept by the agency too; another agency cannot tell that it exists, a school may not', async () => {
    const own = { ...(await offerOf(cedarStreet.id)), payers: ['uninsured'] }
    expect((await describeOffer.perform(world.being('noor'), own)).done).toBe(true)
    const other = await offerOf(openDoor.id)
    const service = { partnerId: openDoor.id, ...group }
    for (const [key, code] of [
      ['noor', 'not_found'],
      ['maya', 'not_allowed'],
    ] as const) {
      const doer = world.being(key)
      await expect(describeOffer.perform(doer, other)).rejects.toThrow(new Problem(code))
      await expect(addService.perform(doer, service)).rejects.toThrow(new Problem('not_allowed'))
    }
  })

  test('is not written over by somebody who saw an older one, nor left without a language', async () => {
    const now = await offerOf(openDoor.id)
    const yolanda = world.being('yolanda')
    const older = { ...now, version: now.version - 1 }
    await expect(describeOffer.perform(yolanda, older)).rejects.toThrow(new Problem('changed_meanwhile'))
    await expect(describeOffer.perform(yolanda, { ...now, languages: [] })).rejects.toMatchObject({
      because: [{ field: 'languages', says: 'Choose at least one language' }],
    })
    const same = { ...now, languages: now.languages.toReversed(), weekends: 'yes' }
    expect(await describeOffer.perform(yolanda, same)).toEqual({ done: false, because: ['same_entry'] })
  })

  test('stays as it is when the partnership has ended', async () => {
    const ended = { ...(await partnerAt(openDoor.id)), endedAt: world.clock.now() }
    const { languages, modalities, payers, afterSchool, weekends } = ended
    const offer = { languages, modalities, payers, afterSchool, weekends }
    expect(obstaclesToOffering(ended, offer)).toEqual(['partnership_ended', 'same_entry'])
    expect(obstaclesToAddingService(ended, 'Another')).toEqual(['partnership_ended'])
  })
})

describe('A service of an agency', () => {
  test('is added with the tiers it serves, once under a name, and removed [R287]', async () => {
    const yolanda = world.being('yolanda')
    const given = { partnerId: openDoor.id, ...group }
    const added = await addService.perform(yolanda, given)
    const serviceId = added.done ? added.result.serviceId : ''
    const found = (await partnerAt(openDoor.id)).services.find(({ id }) => id === serviceId)
    expect(found).toEqual({
      id: serviceId,
      name: 'Evening group',
      kind: 'group',
      tiers: [2, 3],
      ages: '11 to 18',
    })
    const again = await addService.perform(yolanda, { ...given, serviceName: 'evening GROUP' })
    expect(again).toEqual({ done: false, because: ['same_service'] })
    const elsewhere = { partnerId: cedarStreet.id, serviceId }
    await expect(removeService.perform(yolanda, elsewhere)).rejects.toThrow(new Problem('not_found'))
    await removeService.perform(yolanda, { partnerId: openDoor.id, serviceId })
    expect((await partnerAt(openDoor.id)).services.map(({ name }) => name)).not.toContain('Evening group')
    expect(await world.trail()).toEqual(
      expect.arrayContaining([
        'district_head: partner.service_added',
        'district_head: partner.service_removed',
      ]),
    )
  })

  test('stands on one page with what the agency offers, linked for those who keep it', async () => {
    const pages = await pagesOf(world)
    const url = `/partners/${cedarStreet.id}`
    expect((await pages.get('noor', url)).html).toContain(`href="${url}/offer"`)
    expect((await pages.get('maya', url)).html).not.toContain(`href="${url}/offer"`)
    const own = await pages.get('noor', `${url}/offer`)
    expect(own.html).toContain('Save what they offer')
    expect(own.html).not.toContain('Add a service')
    const form = { ...group, tiers: '2' }
    expect((await pages.post('yolanda', `${url}/services`, form)).location).toBe(`${url}/offer`)
    expect((await pages.get('yolanda', `${url}/offer`)).html).toContain('Evening group')
    const again = await pages.post('yolanda', `${url}/services`, form)
    expect(again.html).toContain('There is a service of this name already')
    const [added] = (await partnerAt(cedarStreet.id)).services.filter(({ name }) => name === 'Evening group')
    expect(added?.tiers).toEqual([2])
    const gone = await pages.post('yolanda', `${url}/services/${added?.id}/removal`, {})
    expect(gone.location).toBe(`${url}/offer`)
    expect(pages.broken).toEqual([])
    await pages.close()
  })
})
