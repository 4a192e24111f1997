import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { identityChecks } from '#access/sign-in/identity-check.ts'
import { tellThatAsked } from '#access/sign-in/remove-second-step.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdPerson } from './access-store.ts'
import { findPersonRow } from './people-store.ts'
import { accessEnders, mayKeepPeople } from './policy.ts'
import { lossReasons, obstaclesToAsking } from './second-step.ts'
import { addRemovalOf, waitingRemoval } from './second-step-store.ts'
import { secondStepWords } from './words.ts'

/**
 * Says that somebody lost every second step, after a check of who they are and with a reason. Nothing changes
 * before another person confirms it, and whose it is hears of it at once.
 */
export const askSecondStepRemoval = act({
  name: 'district/ask-second-step-removal',
  by: accessEnders,
  provenLately: true,
  given: z.object({
    personId: id,
    because: choice(lossReasons, 'Say why it is out of reach'),
    checkedHow: choice(identityChecks, 'Say how you made sure who it is'),
  }),
  refusals: secondStepWords,
  async do(unit, { personId, because, checkedHow }) {
    const person = (await holdPerson(unit, personId)) ?? notFound()
    // Whoever is family alone has no second step that anybody here answers for.
    if ((await findPersonRow(unit.tx, personId))?.ofFamily !== false) notFound()
    const subject = { type: 'person', id: personId }
    unit.permit(mayKeepPeople(unit.actor), subject)
    const waiting = await waitingRemoval(unit.tx, { personId, now: unit.now })
    const obstacles = obstaclesToAsking({ person, waiting }, unit.actor)
    if (obstacles.length > 0 || person.loginId === null) return refused(obstacles)

    await addRemovalOf(unit, { personId, because, checkedHow })
    await tellThatAsked(unit, { id: personId, loginId: person.loginId, language: person.language })
    unit.record('second_step.removal_asked', subject, { checked_how: checkedHow, because })
    return done({ personId })
  },
})
