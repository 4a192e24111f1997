import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { addCalendarDays, calendarOf, dayOf } from '#district/contract.ts'
import { choice, id } from '#platform/given.ts'
import { notFound, Problem } from '#platform/problem.ts'
import { guideReaders, mayTrain } from './policy.ts'
import { addAcknowledgement, termsInForce } from './store.ts'
import { guides } from './terms.ts'

/**
 * Somebody took part in the training on the version of a protocol or guideline that is in force, and works by
 * it: it holds for the days the version gives [R166] [R172]. Nobody says it for somebody else.
 */
export const trainInGuide = act({
  name: 'acknowledgements/train-in-guide',
  by: guideReaders,
  inPerson: true,
  given: z.object({
    guide: choice(guides),
    /** The version that was read. */
    termsId: id,
  }),
  async do(unit, { guide, termsId }) {
    const { tx, actor, now } = unit
    const terms = (await termsInForce(tx, guide, now)) ?? notFound()
    const subject = { type: 'acknowledgement', id: unit.id() }
    unit.permit(actor.personId !== null && mayTrain(actor, guide), subject)
    if (terms.id !== termsId) throw new Problem('changed_meanwhile')
    const ends = addCalendarDays(dayOf(await calendarOf(tx), now), terms.validDays)
    const person = actor.personId as string
    await addAcknowledgement(tx, { id: subject.id, person, terms: terms.id, at: now, ends })
    unit.record('guide.trained', subject, { guide, version: terms.version, ends_on: ends })
    return done({ guide, endsOn: ends })
  },
})
