import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { addDisclosure, crossingNow, itemsThere } from '#consent/contract.ts'
import { calendarOf, dayOf, endOfCalendarDay } from '#district/contract.ts'
import { gateOf } from '#partnership/contract.ts'
import { findStudent } from '#people/contract.ts'
import { choice, day, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { mayKeepTimes, timeKeepers } from './policy.ts'
import { obstaclesToLogging, purposes } from './school-visit.ts'
import { type Hosted, hostedFor, insertSchoolVisit, schoolVisitsOf } from './school-visit-store.ts'
import { loggingWords } from './words.ts'

const scope = 'academic_observations'

/**
 * The consent on which an agency saw or heard of the student at school on a day, and whether the agreement
 * lets it: the same yes that lets teachers tell it what they notice. A visit that is written down later rests
 * on what held then.
 */
async function standingOn({ tx, now }: Unit, referral: Hosted, visitedOn: string) {
  const calendar = await calendarOf(tx)
  const over = endOfCalendarDay(calendar, visitedOn)
  const at = over < now ? new Date(over.getTime() - 1) : now
  const [crossing, { agreement, obstacles }] = await Promise.all([
    crossingNow(tx, { referral, scope, now: at }),
    gateOf(tx, referral.partnerId, visitedOn),
  ])
  return {
    today: dayOf(calendar, now),
    consentId: crossing.allowed ? crossing.consentId : undefined,
    agreed: obstacles.length === 0 && itemsThere(agreement, scope).length > 0,
  }
}

/** An agency came to school for a student: which, on which day, what for, and on which yes [R039]. */
export const logSchoolVisit = act({
  name: 'classroom/log-school-visit',
  by: timeKeepers,
  given: z.object({ studentId: id, referralId: id, purpose: choice(purposes), visitedOn: day }),
  refusals: loggingWords,
  fields: { not_yet: 'visitedOn', not_shared: 'referralId', not_agreed: 'referralId' },
  async do(unit, { studentId, referralId, purpose, visitedOn }) {
    const { tx, actor } = unit
    const student = (await findStudent(tx, actor, studentId)) ?? notFound()
    const referral = (await hostedFor(tx, student.id)).find((each) => each.id === referralId) ?? notFound()
    const subject = { type: 'referral', id: referral.id, studentId: student.id }
    unit.permit(mayKeepTimes(actor, referral), subject)
    const { today, consentId, agreed } = await standingOn(unit, referral, visitedOn)
    const visits = await schoolVisitsOf(tx, student.id)
    const visit = { referralId: referral.id, purpose, visitedOn }
    const because = obstaclesToLogging(visit, { today, shared: consentId !== undefined, agreed, visits })
    if (because.length > 0 || consentId === undefined) return refused(because)

    const { partnerId, schoolId } = referral
    const at = { studentId: student.id, referralId: referral.id, partnerId, consentId }
    const schoolVisitId = insertSchoolVisit(unit, { ...at, schoolId, purpose, visitedOn })
    addDisclosure(unit, { ...at, direction: 'to_partner', items: [scope], purpose: 'continuity_of_care' })
    unit.record('school_visit.logged', subject, { schoolVisitId, partnerId, purpose, visitedOn })
    return done({ studentId: student.id, schoolVisitId })
  },
})
