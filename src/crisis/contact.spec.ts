import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { schools } from '#tests/riverside/places.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { addContact } from './add-contact.ts'
import { checkContact } from './check-contact.ts'
import { endContact } from './end-contact.ts'
import { lookCard, lookContacts } from './look-papers.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

const seen = () => lookContacts.see(world.being('ruth'), {})
const unit = {
  kind: 'stabilization',
  name: 'Harbor House',
  number: '555-0195',
  note: 'a place to stay for a few days',
  noteEs: 'un lugar para quedarse unos días',
  hours: 'Mo to Fr, 8 to 18',
}

describe('Whom to call in a crisis', () => {
  test('says of each number when it was checked, and which response nobody could be called for [R096]', async () => {
    const { contacts, missing } = await seen()
    expect(missing).toEqual(['stabilization'])
    expect(contacts.every(({ isOwed }) => isOwed)).toBe(true)
    const added = await addContact.perform(world.being('ruth'), unit)
    expect(added).toMatchObject({ done: true })
    const after = await seen()
    expect(after.missing).toEqual([])
    expect(after.contacts.find(({ name }) => name === 'Harbor House')).toMatchObject({
      isOwed: false,
      checkedOn: '2026-10-13',
      checkedByName: 'Ruth Halvorsen',
      hours: 'Mo to Fr, 8 to 18',
    })
  })

  test('a number that was checked is owed again once the limit of the standard has passed [R119]', async () => {
    const [first] = (await seen()).contacts
    const contactId = first?.id as string
    expect(await checkContact.perform(world.being('ruth'), { contactId, number: '911' })).toMatchObject({
      done: true,
    })
    const now = world.clock.now()
    const owedAfter = async (days: number) => {
      world.clock.set(new Date(now.getTime() + days * 86_400_000))
      return (await seen()).contacts.find(({ id }) => id === contactId)?.isOwed
    }
    expect([await owedAfter(0), await owedAfter(90), await owedAfter(91)]).toEqual([false, false, true])
    world.clock.set(now)
  })

  test('what the whole district calls is kept by whoever covers it; a school keeps its own', async () => {
    const given = { ...unit, name: 'Desk', kind: 'other' }
    await expect(addContact.perform(world.being('lucia'), given)).rejects.toEqual(new Problem('not_allowed'))
    const own = { ...given, schoolId: schools.alderCreek.id }
    expect(await addContact.perform(world.being('lucia'), own)).toMatchObject({ done: true })
    await expect(
      addContact.perform(world.being('lucia'), { ...given, schoolId: schools.harlow.id }),
    ).rejects.toEqual(new Problem('not_allowed'))
    const names = async (school: string) =>
      (await lookCard.see(world.being('ruth'), { school })).contacts.map(({ name }) => name)
    expect(await names(schools.alderCreek.id)).toContain('Desk')
    expect(await names(schools.harlow.id)).not.toContain('Desk')
  })

  test('911 and 988 stay on the list', async () => {
    const { contacts } = await seen()
    for (const { id, kind } of contacts) {
      if (kind !== 'emergency' && kind !== 'crisis_line') continue
      expect(await endContact.perform(world.being('ruth'), { contactId: id })).toEqual({
        done: false,
        because: ['stays'],
      })
    }
    const last = contacts.find(({ name }) => name === 'Harbor House')?.id
    expect(await endContact.perform(world.being('ruth'), { contactId: last })).toMatchObject({ done: true })
    expect((await seen()).missing).toEqual(['stabilization'])
  })
})

describe('On paper', () => {
  test('the card says since when each number is known to be right [R119]', async () => {
    const pages = await pagesOf(world)
    const { html } = await pages.get('daniel', '/crisis/papers/card')
    expect(html).toContain('Ruth Halvorsen')
    expect(html).toContain('Nobody could be called for: Crisis stabilization.')
    expect(html).toContain('Sample: not approved for use')
    expect(html).toContain('Each number is called at least every 90 days')
    const { contacts } = await seen()
    const mobile = contacts.find(({ kind }) => kind === 'mobile_crisis')
    await checkContact.perform(world.being('ruth'), { contactId: mobile?.id, number: '555-0199' })
    const now = world.clock.now()
    const card = async (days: number) => {
      world.clock.set(new Date(now.getTime() + days * 86_400_000))
      return (await pages.get('daniel', '/crisis/papers/card')).html
    }
    expect(await card(90)).not.toContain('longer ago than 90 days')
    expect(await card(91)).toContain('longer ago than 90 days')
    world.clock.set(now)
    const script = await pages.get('noor', '/crisis/papers/script')
    expect(script.html).toContain('Go through the questions')
    expect((await pages.get('karen', '/crisis/papers/form')).html).toContain('☐ No')
    expect(pages.broken).toEqual([])
    await pages.close()
  })
})
