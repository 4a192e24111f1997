import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, scopeOf } from '#access/actor.ts'
import { Problem } from '#platform/problem.ts'
import { actorOf, type CastKey } from '#tests/riverside/cast.ts'
import { families, type SeededFamily } from '#tests/riverside/families.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { addCaregiver } from './add-caregiver.ts'
import { caregiversOf, guardianOf } from './store.ts'
import { updateCaregiver } from './update-caregiver.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const { sofia, ruben } = families
const carmen = sofia.caregivers[0] as SeededFamily['caregivers'][number]
const as = (key: CastKey) => actorOf(key)
const reading = <T>(actor: Actor, work: Parameters<typeof world.db.transaction<T>>[1]) =>
  world.db.transaction(scopeOf(actor), work)
const notFound = new Problem('not_found')

describe('Keeping a caregiver’s details', () => {
  const given = {
    studentId: sofia.id,
    caregiverId: carmen.id,
    version: 1,
    name: 'Carmen Delgado',
    phone: '555-0199',
    language: 'es',
    interpreter: 'yes',
    contactRule: 'text_first',
    relationship: 'mother',
    authority: 'may_consent',
  }

  test('a navigator updates how to reach her; the day her authority was checked stays', async () => {
    expect((await updateCaregiver.perform(world.being('maya'), given)).done).toBe(true)
    const [now] = await reading(as('maya'), (tx) => caregiversOf(tx, sofia.id))
    expect(now).toMatchObject({
      phone: '555-0199',
      contactRule: 'text_first',
      contactHours: null,
      authorityCheckedOn: '2026-08-20',
      version: 2,
    })
    expect(await world.trail()).toEqual(
      expect.arrayContaining(['navigator: caregiver.updated', 'navigator: guardianship.updated']),
    )
  })

  test('a changed authority is dated today', async () => {
    await updateCaregiver.perform(world.being('maya'), { ...given, version: 2, authority: 'may_not_consent' })
    expect(await reading(as('maya'), (tx) => guardianOf(tx, sofia.id, carmen.id))).toMatchObject({
      authority: 'may_not_consent',
      authorityCheckedOn: '2026-10-13',
    })
  })

  test('a rule about calls needs a number', async () => {
    const { phone: _, ...without } = given
    expect(await updateCaregiver.perform(world.being('maya'), { ...without, version: 3 })).toEqual({
      done: false,
      because: ['phone_missing'],
    })
  })

  test('a caregiver of another child, and a child of another school, are not found', async () => {
    await expect(
      updateCaregiver.perform(world.being('maya'), { ...given, studentId: ruben.id }),
    ).rejects.toThrow(notFound)
    await expect(updateCaregiver.perform(world.being('jonah'), given)).rejects.toThrow(notFound)
  })

  test('a second caregiver is added after the first, with authority unknown until it is checked', async () => {
    const outcome = await addCaregiver.perform(world.being('maya'), {
      studentId: sofia.id,
      name: 'Tía Rosa',
      relationship: 'relative',
    })
    expect(outcome.done).toBe(true)
    const both = await reading(as('maya'), (tx) => caregiversOf(tx, sofia.id))
    expect(both.map(({ name, position, authority }) => [name, position, authority])).toEqual([
      ['Carmen Delgado', 1, 'may_not_consent'],
      ['Tía Rosa', 2, 'unknown'],
    ])
  })
})
