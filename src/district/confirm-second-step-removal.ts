import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { inviters } from '#access/sign-in/invite-person.ts'
import { removeSecondStepOf } from '#access/sign-in/remove-second-step.ts'
import { id } from '#platform/given.ts'
import { notFound, Problem } from '#platform/problem.ts'
import { holdPerson } from './access-store.ts'
import { mayKeepPeople } from './policy.ts'
import { obstaclesToConfirming } from './second-step.ts'
import { confirmRemoval, waitingRemoval } from './second-step-store.ts'
import { secondStepWords } from './words.ts'

/**
 * A second person confirms that somebody lost every second step. From then on app, recovery codes and
 * passkeys open nothing, every session ends, and a link to the address they sign in with lets them set one up
 * anew. Whoever may invite may confirm: a new enrolment needs what the first one needed.
 */
export const confirmSecondStepRemoval = act({
  name: 'district/confirm-second-step-removal',
  by: inviters,
  provenLately: true,
  given: z.object({ personId: id }),
  refusals: secondStepWords,
  async do(unit, { personId }) {
    const person = (await holdPerson(unit, personId)) ?? notFound()
    const subject = { type: 'person', id: personId }
    unit.permit(mayKeepPeople(unit.actor), subject)
    const waiting = await waitingRemoval(unit.tx, { personId, now: unit.now })
    const obstacles = obstaclesToConfirming({ person, waiting }, unit.actor)
    if (obstacles.length > 0 || waiting === undefined || person.loginId === null) return refused(obstacles)

    if (!(await confirmRemoval(unit, waiting.id))) throw new Problem('changed_meanwhile')
    const whose = { id: personId, loginId: person.loginId, language: person.language }
    if ((await removeSecondStepOf(unit, whose)) === 'elsewhere') return refused(['elsewhere'])
    unit.record('second_step.removed', subject, { removal: waiting.id })
    return done({ personId })
  },
})
