import { z } from 'zod'
import { type Actor, coversSchool } from '#access/actor.ts'
import { look, type Viewing } from '#access/look.ts'
import { type Role, studentReaders } from '#access/roles.ts'
import { accountingReaders } from '#consent/contract.ts'
import { mayLookAgain, readsStudentRequests } from '#concerns/contract.ts'
import { followsIncidents } from '#crisis/contract.ts'
import { mayTell } from '#exceptions/contract.ts'
import { blockReaders, detailKeepers, findStudent, type Student } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { choseNotToShare, loopFacts, loopOf } from '#referrals/contract.ts'
import { missingAtSchool, missingOn } from './missing-answers.ts'
import { lastContactOf } from './last-contact.ts'
import { nextLookAt } from './school-care.ts'
import { askedOf, classOfCare } from './classes.ts'
import { crossing, type Facts, readFacts, withLine } from './student-facts.ts'
import { timelineOf } from './timeline.ts'

/**
 * Who opens the page of a student: the care team of the school, and a principal, who may know where things
 * stand and no more: that is said in the matrix of who may know what.
 */

/** Whether the student is theirs to work with: whoever only reads, by breaking the glass, does nothing. */
const worksWith = (actor: Actor, { schoolId }: Student): boolean =>
  schoolId === null ? actor.schoolIds === null : coversSchool(actor, schoolId)

const nameOf = ({ preferredName, givenName, familyName }: Student) =>
  `${preferredName ?? givenName} ${familyName}`

/** What everybody who may open the page sees: who it is, and where things stand. */
async function standing(view: Viewing, student: Student, facts: Facts) {
  const referrals = facts.referrals.map((referral) => withLine(referral, facts, view))
  const [active] = referrals
  const care = facts.care && view.knows(classOfCare(facts.care)) ? facts.care : undefined
  const background = view.knows('background')
  const shown = {
    id: student.id,
    name: nameOf(student),
    grade: student.grade,
    schoolName: student.schoolName,
  }
  return {
    student: {
      ...shown,
      homeLanguage: background ? student.homeLanguage : 'unknown',
      accommodation: background ? student.accommodation : null,
    },
    now: view.now,
    calendar: facts.calendar,
    active,
    earlier: referrals.slice(1),
    loop:
      active === undefined || choseNotToShare(active) ? undefined : loopOf(await loopFacts(view.tx, active)),
    nextVisit: facts.nextVisit,
    care: care && { ...care, lookAt: nextLookAt(care, facts) },
    followsCrises: followsIncidents(view.actor.role),
    readsKeptAway:
      (blockReaders as readonly Role[]).includes(view.actor.role) && worksWith(view.actor, student),
    mayTell: mayTell(view.actor, student),
    /** Whether something can be done from here, and not only read. */
    here: worksWith(view.actor, student),
    leads: facts.leads,
    open: facts.open,
  }
}

/** Whoever may know one of these reads on below where things stand. */
const readsOn = ['contact_details', 'clinical_responsibility', 'consent', 'access_record'] as const

type Above = { facts: Facts; shown: Awaited<ReturnType<typeof standing>>; before: string | undefined }

/** The six answers, how to reach the family, what was allowed, and everything that happened. */
async function inFull(view: Viewing, student: Student, { facts, shown, before }: Above) {
  const { role } = view.actor
  const { here, care, active } = shown
  const asked = askedOf(view)
  const gaps = care === undefined ? missingOn(active, facts) : missingAtSchool(care, facts)
  return {
    questions: asked,
    gaps: gaps.filter(({ question }) => asked.includes(question)),
    held: facts.held,
    measures: facts.measures,
    caregivers: facts.caregivers,
    /** The latest contact with the family, so that nobody asks it twice [R062]. */
    lastContact: lastContactOf(facts),
    /** Whom nobody contacts or tells anything. Why is for whoever answers for it. */
    notTold: facts.notTold,
    mayKeepDetails: here && (detailKeepers as readonly Role[]).includes(role),
    mayAccount: here && (accountingReaders as readonly Role[]).includes(role),
    mayLookAgain: here && mayLookAgain({ actor: view.actor, deciders: facts.deciders }, student),
    knowsConsent: view.knows('consent'),
    ...(await crossing(view, facts, active)),
    timeline: view.knows('access_record')
      ? await timelineOf(view, student.id, {
          before: before === undefined ? view.now : new Date(before),
          all: readsStudentRequests(role, facts.deciders),
        })
      : undefined,
  }
}

/** Whoever does not read on reads where things stand: neither what the student needs nor where a visit is. */
const whereThingsStand = (shown: Above['shown']) => ({
  ...shown,
  student: { ...shown.student, accommodation: null },
  nextVisit: undefined,
  full: undefined,
})

/**
 * One screen for one student: six answers or gaps, what is owed next, the line, and what happened [R081]
 * [R146].
 */
export const lookStudent = look({
  name: 'coordination/student',
  by: studentReaders,
  given: z.object({ studentId: id, before: z.iso.datetime().optional().catch(undefined) }),
  shows: {
    for: 'coordination',
    whole: ['identity'],
    parts: [
      'background',
      'contact_details',
      'referrals',
      'visits',
      'supports',
      'crisis',
      'concerns',
      'signals',
      'handoffs',
      'clinical_responsibility',
      'consent',
      'packets',
      'access_record',
      'triage',
      'family_needs',
    ],
  },
  async see(view, { studentId, before }) {
    const student = (await findStudent(view.tx, view.actor, studentId)) ?? notFound()
    view.permit(true)
    view.saw({ type: 'student', id: student.id, studentId: student.id })
    const facts = await readFacts(view, student)
    const shown = await standing(view, student, facts)
    if (!readsOn.some((each) => view.knows(each))) return whereThingsStand(shown)
    return { ...shown, full: await inFull(view, student, { facts, shown, before }) }
  },
})
export type SeenStudent = Awaited<ReturnType<typeof lookStudent.see>>
export type FullStudent = NonNullable<SeenStudent['full']>
