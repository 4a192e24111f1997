import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Doer } from '#access/doer.ts'
import { cast, type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { changeProtected } from './change-protected.ts'
import { endProtection } from './end-protection.ts'
import { expireProtection } from './expire-protection.ts'
import { lookProtections } from './look-protections.ts'
import { protectContact } from './protect-contact.ts'
import { protectionJobs } from './protection-jobs.ts'
import { updateCaregiver } from './update-caregiver.ts'
import { updateStudent } from './update-student.ts'

let story: AgencyStory
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  story = await agencyStory()
  pages = await pagesOf(story)
})
afterAll(async () => {
  await pages.close()
  await story.close()
})

const { sofia, mateo } = families
const caregiver = sofia.caregivers[0] as (typeof sofia.caregivers)[number]
const whose = { studentId: sofia.id, caregiverId: caregiver.id }
const address = '17 Unlisted Row'
const named = [cast.leila.id, cast.maya.id]
const order = { reason: 'protective_order', endsOn: '2026-12-31', readers: named, address }
const marks = (given: object, key: CastKey = 'leila') =>
  protectContact.perform(story.being(key), { ...whose, ...order, ...given })
const system = (): Doer => story.asSystem(story.districtId)

const seenBy = (key: CastKey, studentId: string = sofia.id) =>
  lookProtections.see(story.being(key), { studentId })
const contactFor = async (key: CastKey, studentId?: string) =>
  (await seenBy(key, studentId)).standing[0]?.contact
const heldBy = async () =>
  (await story.rows('select phone, email, version from caregiver where id = $1', caregiver.id))[0]

describe('A contact a court protects', () => {
  test('is marked by whoever writes down orders, for people of the staff, until a day', async () => {
    await expect(marks({}, 'maya')).rejects.toMatchObject({ code: 'not_allowed' })
    expect(await marks({ readers: [] })).toMatchObject({ because: ['nobody_named'] })
    expect(await marks({ readers: [cast.noor.id] })).toMatchObject({ because: ['not_of_the_staff'] })
    expect(await marks({ endsOn: '2026-10-01' })).toMatchObject({ because: ['day_is_past'] })
    story.must(await marks({}))
    expect(await marks({})).toMatchObject({ because: ['stands_already'] })
    expect(await heldBy()).toMatchObject({ phone: null, email: null })
  })

  test('is shown to those who are named and to nobody else; that there is one, to whoever reaches the family', async () => {
    for (const key of ['leila', 'maya'] as const)
      expect(await contactFor(key)).toMatchObject({ phone: caregiver.phone, address })
    for (const key of ['daniel', 'helen', 'ruth', 'marcus', 'lucia'] as const) {
      const [row] = (await seenBy(key)).standing
      expect(row?.contact).toBeUndefined()
      expect(row?.readers.map(({ name }) => name)).toEqual(['Leila Haddad', 'Maya Okafor'])
      expect(row?.reason).toBe(key === 'lucia' ? 'protective_order' : null)
    }
    await expect(seenBy('joan')).rejects.toMatchObject({ code: 'not_allowed' })
  })

  test('stands on no other page, paper or packet, whoever reads it', async () => {
    const { referralId } = await story.sent('sofia')
    const places: [CastKey, string][] = [
      ['maya', `/students/${sofia.id}`],
      ['maya', `/students/${sofia.id}/details`],
      ['maya', `/students/${sofia.id}/caregivers/${caregiver.id}`],
      ['maya', `/students/${sofia.id}/caregivers/${caregiver.id}/messages`],
      ['maya', `/referrals/${referralId}`],
      ['maya', `/referrals/${referralId}/handoff`],
      ['maya', `/referrals/${referralId}/contacts`],
      ['maya', `/referrals/${referralId}/consents`],
      ['maya', '/today'],
      ['helen', `/students/${sofia.id}`],
      ['daniel', `/crisis?student=${sofia.id}`],
      ['noor', `/inbox/${referralId}`],
    ]
    const shown = await Promise.all(
      places.map(async ([key, place]) => ({ place, html: (await pages.get(key, place)).html })),
    )
    const told = shown.filter(({ html }) => html.includes(caregiver.phone) || html.includes(address))
    expect(told.map(({ place }) => place)).toEqual([])
    const { html } = await pages.get('maya', `/students/${sofia.id}/protected-contacts`)
    expect(html).toContain(caregiver.phone)
    const [packet] = await story.rows(
      'select count(*)::int as n from packet where referral_id = $1',
      referralId,
    )
    expect(packet).toEqual({ n: 1 })
  })

  test('stays protected when somebody writes down another number, and staff who are not named do not see it', async () => {
    const { version } = (await heldBy()) as { version: number }
    const said = { name: caregiver.name, relationship: 'mother', authority: 'may_consent', language: 'es' }
    const typed = { ...whose, ...said, version, phone: '555-0177' }
    story.must(await updateCaregiver.perform(story.being('daniel'), typed))
    expect(await heldBy()).toMatchObject({ phone: null })
    expect(await contactFor('maya')).toMatchObject({ phone: '555-0177', address })
    expect(await contactFor('daniel')).toBeUndefined()
  })

  test('is changed by whoever is named, and is not there for anybody else', async () => {
    const [row] = (await seenBy('maya')).standing
    const given = { studentId: sofia.id, protectionId: row?.id, version: row?.version, phone: '555-0178' }
    await expect(changeProtected.perform(story.being('daniel'), given)).rejects.toMatchObject({
      code: 'not_found',
    })
    story.must(await changeProtected.perform(story.being('maya'), given))
    expect(await contactFor('leila')).toMatchObject({ phone: '555-0178', address: null })
    await expect(changeProtected.perform(story.being('maya'), given)).rejects.toMatchObject({
      code: 'changed_meanwhile',
    })
  })

  test('is of its class again once its last day has passed, and not before', async () => {
    const [row] = (await seenBy('maya')).standing
    const protectionId = row?.id as string
    expect(await expireProtection.perform(system(), { protectionId })).toMatchObject({
      because: ['not_over'],
    })
    const before = story.clock.now()
    story.clock.set('2027-01-01T09:00:00Z')
    const payload = { protectionId, district_id: story.districtId }
    for (const _ of ['once', 'again']) await protectionJobs[0]?.run(system(), payload)
    story.clock.set(before)
    expect((await seenBy('maya')).standing).toEqual([])
    const { html } = await pages.get('maya', `/students/${sofia.id}`)
    expect(html).toContain('555-0178')
    const left = await story.rows('select phone, address from protected_contact where id = $1', protectionId)
    expect(left).toEqual([{ phone: null, address: null }])
  })
})

describe('Where a student lives', () => {
  test('is protected in the same way, stays so when staff write it down, and comes back when it ends', async () => {
    const given = { studentId: mateo.id, reason: 'address_program', endsOn: '2026-12-31', readers: named }
    const { protectionId } = story.must(await protectContact.perform(story.being('lucia'), given))
    const place = async () =>
      (await story.rows('select neighborhood, version from student where id = $1', mateo.id))[0]
    expect(await place()).toMatchObject({ neighborhood: 'unknown' })
    expect(await contactFor('maya', mateo.id)).toMatchObject({ neighborhood: mateo.neighborhood })
    const typed = { studentId: mateo.id, version: (await place())?.['version'], neighborhood: 'North Hill' }
    story.must(await updateStudent.perform(story.being('daniel'), typed))
    expect(await place()).toMatchObject({ neighborhood: 'unknown' })
    const ending = { studentId: mateo.id, protectionId, because: 'order_ended' }
    await expect(endProtection.perform(story.being('maya'), ending)).rejects.toMatchObject({
      code: 'not_allowed',
    })
    story.must(await endProtection.perform(story.being('leila'), ending))
    expect(await place()).toMatchObject({ neighborhood: 'North Hill' })
  })
})
