import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { changeAddressOf } from '#access/sign-in/change-address.ts'
import { identityChecks } from '#access/sign-in/identity-check.ts'
import { choice, id, mailAddress } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdPerson } from './access-store.ts'
import { findPersonRow } from './people-store.ts'
import { accessEnders, mayKeepPeople } from './policy.ts'
import { addressReasons, obstaclesToAddress } from './rules.ts'
import { addressWords } from './words.ts'

/**
 * Gives somebody another address to sign in with, after a check of who they are and with a reason. They are
 * signed out everywhere, and both addresses are told. What they prove themselves with stays theirs: a
 * password is set anew by a link to the new address, and the second step is asked for as ever.
 */
export const changeAddress = act({
  name: 'district/change-address',
  by: accessEnders,
  provenLately: true,
  given: z.object({
    personId: id,
    email: mailAddress.transform((typed) => typed.toLowerCase()),
    checkedHow: choice(identityChecks, 'Say how you made sure who it is'),
    because: choice(addressReasons, 'Say why it changes'),
  }),
  refusals: addressWords,
  fields: { same_address: 'email', taken: 'email', elsewhere: 'email' },
  async do(unit, { personId, email, checkedHow, because }) {
    const person = (await holdPerson(unit, personId)) ?? notFound()
    // Of a family nobody is found here: whose caregiver somebody is, is of a student.
    if ((await findPersonRow(unit.tx, personId))?.ofFamily !== false) notFound()
    const subject = { type: 'person', id: personId }
    unit.permit(mayKeepPeople(unit.actor), subject)
    const obstacles = obstaclesToAddress({ person, email }, unit.actor)
    if (obstacles.length > 0) return refused(obstacles)

    const outcome = await changeAddressOf(unit, person, email)
    if (outcome !== 'done') return refused([outcome])
    unit.record('person.address_changed', subject, { checked_how: checkedHow, because })
    return done({ personId })
  },
})
