import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Doer } from '#access/doer.ts'
import { addCalendarDays } from '#district/contract.ts'
import { Problem } from '#platform/problem.ts'
import { newId } from '#platform/ids.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families, type FamilyKey, type SeededFamily } from '#tests/riverside/families.ts'
import { doorstep, type Doorstep, linkIn } from '#tests/support/doorstep.ts'
import { addCaregiver } from './add-caregiver.ts'
import { blockAccess } from './block-access.ts'
import { endFamilySignIn } from './end-family-sign-in.ts'
import { lastDayAsChild, obstaclesToGiving } from './family-sign-in.ts'
import { giveSignIn } from './give-sign-in.ts'
import { lookDetails } from './look-details.ts'

let house: Doorstep
beforeAll(async () => {
  house = await doorstep()
})
afterAll(() => house.close())

const longWords = 'lantern gravel pony under seven bridges'
const maya = () => house.being('maya')
const of = (key: FamilyKey): SeededFamily => families[key]

/** A caregiver of a student, who may consent and is reached at an address. @returns their id */
async function caregiver(key: FamilyKey, given: object): Promise<string> {
  const common = { language: 'en', interpreter: 'no', contactRule: 'any', relationship: 'father' }
  const words = { ...common, authority: 'may_consent', phone: '555-0190', studentId: of(key).id, ...given }
  const added = await addCaregiver.perform(maya(), words)
  if (!added.done) throw new Error(added.because.join())
  return added.result.caregiverId
}
const give = (key: FamilyKey, caregiverId: string, by: Doer = maya()) =>
  giveSignIn.perform(by, { studentId: of(key).id, caregiverId, checkedHow: 'official_id' })

/** Takes up the invitation that was mailed last. */
async function takenUp() {
  await house.sendInvitations()
  const browser = house.browser()
  await browser.fill(linkIn(house.mail.at(-1)?.text), { password: longWords })
  return browser
}

describe('A sign-in for somebody of a family', () => {
  test('is given for one student after a check that is written down, and ends at the next request', async () => {
    const caregiverId = await caregiver('theo', { name: 'Ray Brandt', email: 'ray@families.example' })
    const given = await give('theo', caregiverId)
    if (!given.done) throw new Error(given.because.join())
    const ray = await takenUp()
    expect(house.mail.at(-1)?.to).toBe('ray@families.example')
    expect(house.mail.at(-1)?.text).not.toContain('Brandt')
    expect((await ray.who())?.actor).toMatchObject({ role: 'caregiver', studentId: of('theo').id })

    const keeping = await lookDetails.see(house.being('ben'), { studentId: of('theo').id })
    expect(keeping.signIns).toMatchObject([{ name: 'Ray Brandt', checkedHow: null, givenByName: null }])
    const { signIns } = await lookDetails.see(maya(), { studentId: of('theo').id })
    expect(signIns).toMatchObject([
      {
        name: 'Ray Brandt',
        startsOn: '2026-10-13',
        checkedHow: 'official_id',
        givenByName: 'Maya Okafor',
        takenUp: true,
      },
    ])
    const ending = { studentId: of('theo').id, assignmentId: given.result.signInId }
    expect(await endFamilySignIn.perform(house.being('leila'), ending)).toMatchObject({ done: true })
    expect(await ray.who()).toBeUndefined()
    const trail = await house.trailOf(`name like 'family_sign_in.%' and student_id = $1`, [of('theo').id])
    expect(trail.map(({ role, name }) => `${role}: ${name}`)).toEqual([
      'navigator: family_sign_in.given',
      'privacy_officer: family_sign_in.ended',
    ])
  }, 60_000)

  test('shows neither of two caregivers anything the other is reached by, or that there is one', async () => {
    for (const [name, email] of [
      ['Uma Simmons', 'uma@families.example'],
      ['Vic Simmons', 'vic@families.example'],
    ] as const) {
      expect(await give('kayla', await caregiver('kayla', { name, email }))).toMatchObject({ done: true })
      const actor = (await (await takenUp()).who())?.actor as unknown as Doer['actor']
      const { districtId, studentId, personId, assignmentId } = actor
      const scope = { districtId, side: 'family', studentId, personId, assignmentId } as never
      const seen = await house.db.transaction(scope, async (tx) => ({
        people: (await tx.all(sql<{ name: string }>`select name from person`)).map((each) => each.name),
        held: await tx.all(sql`select id from assignment where id <> ${assignmentId}`),
        caregivers: await tx.all(sql`select id from caregiver union select caregiver_id from guardianship`),
        given: await tx.all(sql`select assignment_id from family_sign_in`),
      }))
      expect(seen).toEqual({ people: [name], held: [], caregivers: [], given: [] })
    }
  }, 60_000)

  test.each([
    ['they are nothing to the child any more', 'ended_on = current_date'],
    ['they may not consent any more', "authority = 'may_not_consent'"],
  ])(
    'gives nothing at the next request when %s',
    async (why, change) => {
      const name = `Wes ${why.length}`
      const caregiverId = await caregiver('emma', { name, email: `wes${why.length}@families.example` })
      expect(await give('emma', caregiverId)).toMatchObject({ done: true })
      const wes = await takenUp()
      expect((await wes.who())?.actor).toMatchObject({ role: 'caregiver' })
      await house.admin.query(`begin; set local session_replication_role = replica;
      update guardianship set ${change} where caregiver_id = '${caregiverId}'; commit`)
      expect(await wes.who()).toBeUndefined()
    },
    60_000,
  )

  test('of a caregiver ends by itself before the student is of age', async () => {
    const caregiverId = await caregiver('ivy', { name: 'Xan Reed', email: 'xan@families.example' })
    expect(await give('ivy', caregiverId)).toMatchObject({ done: true })
    const { rows } = await house.admin.query<{ last: string; birthday: string }>(
      `select a.ends_on::text as last, (s.born_on + interval '18 years')::date::text as birthday
       from family_sign_in f join assignment a on a.id = f.assignment_id join student s on s.id = f.student_id
       where f.caregiver_id = $1`,
      [caregiverId],
    )
    const { last = '', birthday = '' } = rows[0] ?? {}
    expect(addCalendarDays(last, 1)).toBe(birthday)
    expect(lastDayAsChild({ bornOn: '2008-02-29' })).toBe('2026-02-28')
  })

  test('is refused to a caregiver who was kept away before they had one', async () => {
    const caregiverId = await caregiver('ruben', { name: 'Sal Castillo', email: 'sal@families.example' })
    const order = {
      studentId: of('ruben').id,
      personId: caregiverId,
      kind: 'custody',
      documentReference: '12',
    }
    expect(await blockAccess.perform(house.being('leila'), order)).toMatchObject({ done: true })
    expect(await give('ruben', caregiverId)).toEqual({ done: false, because: ['kept_away'] })
  })

  test('opens nothing of the student once they are kept away', async () => {
    const caregiverId = await caregiver('ada', { name: 'Tia Young', email: 'tia@families.example' })
    expect(await give('ada', caregiverId)).toMatchObject({ done: true })
    const tia = await takenUp()
    const person = (await tia.who())?.actor as unknown as { personId: string }
    const kept = { studentId: of('ada').id, personId: person.personId, kind: 'student_objection' }
    expect(await blockAccess.perform(house.being('leila'), kept)).toMatchObject({ done: true })
    expect((await tia.who())?.actor).toMatchObject({ blockedIds: [of('ada').id] })
  }, 60_000)

  test('goes to nobody who shares an address, whom nobody checked, or whom nobody may contact', async () => {
    const both = { name: 'Ann Park', email: 'one@families.example' }
    expect(await give('lena', await caregiver('lena', both))).toMatchObject({ done: true })
    const answer = async (given: object) => {
      const outcome = await give('lena', await caregiver('lena', { name: 'Bo Park', ...given }))
      return outcome.done ? [] : outcome.because
    }
    expect(await answer({ email: 'One@families.example' })).toEqual(['address_shared'])
    expect(await answer({ email: 'two@families.example', authority: 'unknown' })).toEqual([
      'authority_unchecked',
    ])
    expect(await answer({ contactRule: 'do_not_contact' })).toEqual(['do_not_contact', 'no_address'])
  })

  test('is no conflict of interest: of that there must be work', async () => {
    const caregiverId = await caregiver('ivy', { name: 'Xia Reed', email: 'xia@families.example' })
    const given = { studentId: of('ivy').id, personId: caregiverId, kind: 'conflict_of_interest' }
    expect(await blockAccess.perform(house.being('leila'), given)).toMatchObject({ because: ['no_work'] })
  })

  test('asks for a fresh proof, and for a student within reach', async () => {
    const caregiverId = await caregiver('lena', { name: 'Cy Park', email: 'cy@families.example' })
    const stale = give('lena', caregiverId, { ...maya(), provenLately: false })
    await expect(stale).rejects.toThrow(new Problem('proof_needed'))
    await expect(give('eli', newId())).rejects.toThrow(new Problem('not_found'))
  })
})

test('A student of age has a sign-in of their own, and no caregiver has one then', async () => {
  const { id } = of('lena')
  const student = { studentId: id, email: 'lena@students.example', checkedHow: 'known_in_person' }
  expect(await giveSignIn.perform(maya(), student)).toEqual({ done: false, because: ['not_of_age'] })
  await house.admin.query(
    `begin; set local session_replication_role = replica; update student set born_on = '2008-10-13' where id = '${id}'; commit`,
  )
  expect(await giveSignIn.perform(maya(), student)).toMatchObject({ done: true })
  expect((await (await takenUp()).who())?.actor).toMatchObject({ role: 'student', studentId: id })
  const facts = { ofAge: true, email: 'a@b.example', keptAway: false, signsIn: false, sharedAddress: false }
  const grown = { authority: 'may_consent', contactRule: 'any' } as const
  expect(obstaclesToGiving({ ...facts, caregiver: grown })).toEqual(['student_of_age'])
  expect(await giveSignIn.perform(maya(), { ...student, email: cast.daniel.email })).toMatchObject({
    done: false,
  })
}, 60_000)
