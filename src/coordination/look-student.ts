import { z } from 'zod'
import { type Actor, coversSchool } from '#access/actor.ts'
import { look, type Viewing } from '#access/look.ts'
import { careTeam, type Role } from '#access/roles.ts'
import { calendarOf, dayOf, staffAt } from '#district/contract.ts'
import { accountingReaders, consentsOf } from '#consent/contract.ts'
import { decidersAt, mayLookAgain, readsStudentRequests } from '#concerns/contract.ts'
import { followsIncidents } from '#crisis/contract.ts'
import { mayTell } from '#exceptions/contract.ts'
import { blockKeepers, caregiversOf, detailKeepers, findStudent, type Student } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { gateOf } from '#partnership/contract.ts'
import {
  choseNotToShare,
  findPacket,
  lineOf,
  loopFacts,
  loopOf,
  responsibilitiesOf,
} from '#referrals/contract.ts'
import { labelOf, modelInForce } from '#standards/contract.ts'
import { measuresOf } from './measure-store.ts'
import { missingAtSchool, missingOn } from './missing-answers.ts'
import { nextLookAt } from './school-care.ts'
import { findSchoolCare } from './school-care-store.ts'
import {
  findNextVisit,
  openThings,
  referralsOf,
  type StudentReferral,
  unreportedVisitAt,
} from './student-store.ts'
import { timelineOf } from './timeline.ts'
import { careOf, sharesOf } from './shares.ts'
import { sharingOf } from './sharing.ts'

/**
 * Who opens the page of a student: the care team of the school; a principal reads where things stand and no
 * more.
 */
export const studentReaders = [...careTeam, 'principal'] as const satisfies readonly Role[]

type Facts = Awaited<ReturnType<typeof readFacts>>

async function readFacts(view: Viewing, student: Student) {
  const { tx, actor, now } = view
  const calendar = await calendarOf(tx)
  const schoolId = student.schoolId
  const on = dayOf(calendar, now)
  const heldBy = (role: Role) => (schoolId === null ? [] : staffAt(tx, { schoolId, roles: [role], on }))
  const deciders = await decidersAt(view)
  return {
    now,
    calendar,
    deciders,
    model: await modelInForce(tx, now),
    care: await findSchoolCare(tx, actor, student.id),
    referrals: await referralsOf(tx, actor, { studentId: student.id, now }),
    held: await responsibilitiesOf(tx, student.id),
    nextVisit: await findNextVisit(tx, student.id, now),
    unreportedAt: await unreportedVisitAt(tx, student.id, now),
    measures: await measuresOf(tx, student.id),
    consents: await consentsOf(tx, student.id),
    caregivers: await caregiversOf(tx, student.id),
    open: await openThings(tx, student.id, readsStudentRequests(actor.role, deciders)),
    leads: await heldBy('crisis_lead'),
    head: (await heldBy('district_head'))[0]?.name ?? '',
  }
}

const withLine = (referral: StudentReferral, facts: Facts, now: Date) => ({
  ...referral,
  reason: labelOf(facts.model.reasons.body, 'referral_category', { code: referral.reasonCategory }),
  declineSaid:
    referral.declineReason === null
      ? null
      : labelOf(facts.model.reasons.body, 'decline', { code: referral.declineReason }),
  line: lineOf(referral, now),
})

/** What was allowed on the active referral, and what really crosses. */
async function crossing(
  { tx, now }: Viewing,
  { consents, calendar }: Facts,
  active: StudentReferral | undefined,
) {
  const shares = sharesOf(consents, active, now)
  const gate =
    active === undefined || active.partnerId === null
      ? undefined
      : await gateOf(tx, active.partnerId, dayOf(calendar, now))
  const packet = active === undefined ? undefined : await findPacket(tx, active.id)
  const agreement = gate?.agreement
  return {
    shares,
    care: careOf(consents, active, now),
    agreementEndsOn: gate?.obstacles.length === 0 ? (agreement?.endsOn ?? null) : null,
    sharing: sharingOf({ shares, packet, agreed: agreement?.partnerToSchool ?? [] }),
  }
}

/** Whether the student is theirs to work with: whoever only reads, by breaking the glass, does nothing. */
const worksWith = (actor: Actor, { schoolId }: Student): boolean =>
  schoolId === null ? actor.schoolIds === null : coversSchool(actor, schoolId)

const nameOf = ({ preferredName, givenName, familyName }: Student) =>
  `${preferredName ?? givenName} ${familyName}`

/** What everybody who may open the page sees: who it is, and where things stand. */
async function standing(view: Viewing, student: Student, facts: Facts) {
  const referrals = facts.referrals.map((referral) => withLine(referral, facts, view.now))
  const [active] = referrals
  const { care } = facts
  const shown = {
    id: student.id,
    name: nameOf(student),
    grade: student.grade,
    schoolName: student.schoolName,
  }
  return {
    student: { ...shown, homeLanguage: student.homeLanguage, accommodation: student.accommodation },
    now: view.now,
    calendar: facts.calendar,
    active,
    earlier: referrals.slice(1),
    loop:
      active === undefined || choseNotToShare(active) ? undefined : loopOf(await loopFacts(view.tx, active)),
    nextVisit: facts.nextVisit,
    care: care && { ...care, lookAt: nextLookAt(care, facts) },
    followsCrises: followsIncidents(view.actor.role),
    mayTell: mayTell(view.actor, student),
    /** Whether something can be done from here, and not only read. */
    here: worksWith(view.actor, student),
    leads: facts.leads,
    open: facts.open,
  }
}

/**
 * One screen for one student: six answers or gaps, what is owed next, the line, and what happened [R081]
 * [R146].
 */
export const lookStudent = look({
  name: 'coordination/student',
  by: studentReaders,
  given: z.object({ studentId: id, before: z.iso.datetime().optional().catch(undefined) }),
  async see(view, { studentId, before }) {
    const student = (await findStudent(view.tx, view.actor, studentId)) ?? notFound()
    view.permit(true)
    view.saw({ type: 'student', id: student.id, studentId: student.id })
    const facts = await readFacts(view, student)
    const shown = await standing(view, student, facts)
    if (view.actor.role === 'principal') return { ...shown, full: undefined }
    const { held, measures, caregivers } = facts
    const { here } = shown
    return {
      ...shown,
      full: {
        gaps: facts.care === undefined ? missingOn(shown.active, facts) : missingAtSchool(facts.care, facts),
        held,
        measures,
        caregivers,
        mayKeepDetails: here && (detailKeepers as readonly Role[]).includes(view.actor.role),
        mayKeepAway: here && (blockKeepers as readonly Role[]).includes(view.actor.role),
        mayAccount: here && (accountingReaders as readonly Role[]).includes(view.actor.role),
        mayLookAgain: here && mayLookAgain({ actor: view.actor, deciders: facts.deciders }, student),
        ...(await crossing(view, facts, shown.active)),
        timeline: await timelineOf(view.tx, student.id, {
          before: before === undefined ? view.now : new Date(before),
          role: view.actor.role,
          all: readsStudentRequests(view.actor.role, facts.deciders),
        }),
      },
    }
  },
})
export type SeenStudent = Awaited<ReturnType<typeof lookStudent.see>>
export type FullStudent = NonNullable<SeenStudent['full']>
