import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { addCalendarDays, calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound, Problem } from '#platform/problem.ts'
import { goingTo } from './going-to.ts'
import { whoAcknowledges } from './policy.ts'
import { addAcknowledgement, termsInForce } from './store.ts'
import { audienceOf } from './terms.ts'

/**
 * Somebody has read what they keep to, and says so: it holds for the days this version gives, and records of
 * students open at their next request [R141]. Nobody does it for somebody else, and no machine does it for
 * whoever it acts for.
 */
export const acknowledgeTerms = act({
  name: 'acknowledgements/acknowledge-terms',
  by: whoAcknowledges,
  unacknowledged: 'own',
  inPerson: true,
  given: z.object({
    /** The version that was read. */
    termsId: id,
    /** Where they were going. */
    to: goingTo,
  }),
  async do(unit, { termsId, to }) {
    const { tx, actor, now } = unit
    const audience = audienceOf(actor.role) ?? notFound()
    const terms = (await termsInForce(tx, audience, now)) ?? notFound()
    const subject = { type: 'acknowledgement', id: unit.id() }
    unit.permit(actor.personId !== null, subject)
    if (terms.id !== termsId) throw new Problem('changed_meanwhile')
    const ends = addCalendarDays(dayOf(await calendarOf(tx), now), terms.validDays)
    const person = actor.personId as string
    await addAcknowledgement(tx, { id: subject.id, person, terms: terms.id, at: now, ends })
    unit.record('terms.acknowledged', subject, { audience, version: terms.version, ends_on: ends })
    return done({ to, endsOn: ends })
  },
})
