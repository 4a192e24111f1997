import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookPeople } from '#district/look-people.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { doorstep, type Doorstep, linkIn } from '#tests/support/doorstep.ts'
import { addCaregiver } from './add-caregiver.ts'
import { endProtection } from './end-protection.ts'
import { giveSignIn } from './give-sign-in.ts'
import { lookBlocks } from './look-blocks.ts'
import { lookProtections } from './look-protections.ts'
import { protectContact } from './protect-contact.ts'

const studentId = families.theo.id
const email = 'ray.hidden@families.example'
const password = 'lantern gravel pony under seven bridges'

let house: Doorstep
let caregiverId: string
beforeAll(async () => {
  house = await doorstep()
  const said = { language: 'en', interpreter: 'no', contactRule: 'any', relationship: 'father' }
  const words = { ...said, studentId, name: 'Ray Brandt', email, authority: 'may_consent', phone: '555-0190' }
  const added = await addCaregiver.perform(house.being('maya'), words)
  if (!added.done) throw new Error(added.because.join())
  caregiverId = added.result.caregiverId
  const given = { studentId, caregiverId, checkedHow: 'official_id' }
  const begun = await giveSignIn.perform(house.being('maya'), given)
  if (!begun.done) throw new Error(begun.because.join())
  await house.sendInvitations()
  await house.browser().fill(linkIn(house.mail.at(-1)?.text), { password })
})
afterAll(() => house.close())

/** Whoever may keep somebody away looks for them by a part of their name, or of their address. */
const found = async (who: string) =>
  (await lookBlocks.see(house.being('leila'), { studentId, who })).found.map(({ name, email: at }) => ({
    name,
    at,
  }))

/** Everything school staff are answered with who look for people. */
const answered = async () =>
  JSON.stringify([
    await lookBlocks.see(house.being('leila'), { studentId, who: 'brandt' }),
    await lookBlocks.see(house.being('leila'), { studentId, who: 'hidden@families' }),
    await lookPeople.see(house.being('yolanda'), { q: 'hidden@families' }),
    await lookPeople.see(house.being('yolanda'), { q: '' }),
  ]).replaceAll('"typed":"hidden@families"', '')

describe('The address a caregiver signs in with', () => {
  test('is found where nobody protects it: what is asked here would notice', async () => {
    expect(await found('hidden@families')).toEqual([{ name: 'Ray Brandt', at: email }])
    expect(await answered()).toContain('hidden@families')
  })

  test('is protected with the contact: no list, no search and no trace says it, behind whatever wall', async () => {
    const order = { reason: 'protective_order', endsOn: '2027-06-30', readers: [cast.leila.id] }
    const marked = await protectContact.perform(house.being('leila'), { studentId, caregiverId, ...order })
    expect(marked).toMatchObject({ done: true })
    expect(await found('brandt')).toEqual([{ name: 'Ray Brandt', at: null }])
    expect(await found('hidden@families')).toEqual([])
    expect(await answered()).not.toContain('hidden@families')
    const { rows } = await house.admin.query(
      `select name from audit_event where detail::text like '%hidden@families%'`,
    )
    expect(rows).toEqual([])
    const { standing } = await lookProtections.see(house.being('leila'), { studentId })
    expect(standing[0]?.contact).toMatchObject({ email })
  })

  test('still signs in, and a link for a new password still reaches it', async () => {
    const browser = house.browser()
    await browser.fill('/sign-in', { email, password })
    expect((await browser.who())?.actor).toMatchObject({ role: 'caregiver', studentId })
    const before = house.mail.length
    await house.browser().fill('/forgot-password', { email })
    await expect.poll(() => house.mail.slice(before).map(({ to }) => to)).toEqual([email])
  })

  test('is an address like any again when the protection has ended', async () => {
    const { standing } = await lookProtections.see(house.being('leila'), { studentId })
    const [row] = standing
    const ended = await endProtection.perform(house.being('leila'), {
      studentId,
      protectionId: row?.id,
      version: row?.version,
      because: 'order_ended',
    })
    expect(ended).toMatchObject({ done: true })
    expect(await found('hidden@families')).toEqual([{ name: 'Ray Brandt', at: email }])
  })
})
