import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '#access/actor.ts'
import { Problem } from '#platform/problem.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { partners } from '#tests/riverside/places.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { describePartner } from './describe-partner.ts'
import { getPartner } from './store.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const { cedarStreet, openDoor } = partners
const entryOf = (id: string) =>
  world.db.transaction(scopeOf(actorOf('maya')), async (tx) => {
    const { version, about, contactName, phone, crisisPhone, address, hours, populations } = await getPartner(
      tx,
      id,
    )
    return { partnerId: id, version, about, contactName, phone, crisisPhone, address, hours, populations }
  })
const ways = { crisisPhone: '(555) 555-0189 ext. 2', populations: 'Newcomers, and children in foster care' }

describe('The entry of an agency', () => {
  test('says whom it serves and whom to call in a crisis: the district keeps it [R287]', async () => {
    const about = 'Visits for whole families'
    const given = { ...(await entryOf(openDoor.id)), ...ways, about }
    const outcome = await describePartner.perform(world.being('yolanda'), given)
    expect(outcome).toEqual({ done: true, result: { partnerId: openDoor.id, version: given.version + 1 } })
    expect(await entryOf(openDoor.id)).toMatchObject({ ...ways, about })
    const [event] = await world.trailOf(`name = 'partner.described'`, [])
    expect(event).toMatchObject({
      role: 'district_head',
      subject_id: openDoor.id,
      detail: { changed: ['about', 'crisisPhone', 'populations'] },
    })
    expect(JSON.stringify(event)).not.toContain('0189')
  })

  test('is kept by the agency itself too, and another agency cannot tell that it exists', async () => {
    const given = { ...(await entryOf(cedarStreet.id)), crisisPhone: undefined }
    expect((await describePartner.perform(world.being('noor'), given)).done).toBe(true)
    expect((await entryOf(cedarStreet.id)).crisisPhone).toBeNull()
    const other = { ...(await entryOf(openDoor.id)), ...ways, hours: 'Never' }
    await expect(describePartner.perform(world.being('noor'), other)).rejects.toThrow(
      new Problem('not_found'),
    )
    for (const key of ['maya', 'ruth', 'leila'] as const)
      await expect(describePartner.perform(world.being(key), other)).rejects.toThrow(
        new Problem('not_allowed'),
      )
  })

  test('is not written over by somebody who saw an older one, nor with what stands there already', async () => {
    const now = await entryOf(openDoor.id)
    const older = { ...now, version: now.version - 1, hours: 'By appointment' }
    await expect(describePartner.perform(world.being('yolanda'), older)).rejects.toThrow(
      new Problem('changed_meanwhile'),
    )
    expect(await describePartner.perform(world.being('yolanda'), now)).toEqual({
      done: false,
      because: ['same_entry'],
    })
  })

  test('takes a number that can be called', async () => {
    const given = { ...(await entryOf(openDoor.id)), crisisPhone: 'ask at the desk' }
    await expect(describePartner.perform(world.being('yolanda'), given)).rejects.toMatchObject({
      because: [{ field: 'crisisPhone', says: 'Give a phone number' }],
    })
  })

  test('is changed on a page that is linked for those who keep it', async () => {
    const pages = await pagesOf(world)
    const url = `/partners/${openDoor.id}/entry`
    expect((await pages.get('yolanda', `/partners/${openDoor.id}`)).html).toContain(`href="${url}"`)
    expect((await pages.get('maya', `/partners/${openDoor.id}`)).html).not.toContain(`href="${url}"`)
    expect((await pages.get('yolanda', url)).html).toContain(ways.populations)
    const { version, about, contactName, phone, address, hours } = await entryOf(openDoor.id)
    const fields = {
      version: String(version),
      about,
      contactName,
      phone,
      address,
      hours,
      crisisPhone: '',
      populations: '',
    }
    const sent = await pages.post('yolanda', url, fields)
    expect(sent).toMatchObject({ status: 303, location: `/partners/${openDoor.id}` })
    expect(await entryOf(openDoor.id)).toMatchObject({ crisisPhone: null, populations: null })
    expect(pages.broken).toEqual([])
    await pages.close()
  })
})
