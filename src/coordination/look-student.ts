import { z } from 'zod'
import { schoolsInReach } from '#access/actor.ts'
import { look, type Viewing } from '#access/look.ts'
import { careTeam, type Role } from '#access/roles.ts'
import { calendarOf, dayOf, staffAt } from '#district/contract.ts'
import { consentsOf } from '#consent/contract.ts'
import { caregiversOf, detailKeepers, findStudent, type Student } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { gateOf } from '#partnership/contract.ts'
import { findPacket, lineOf, loopFacts, loopOf, responsibilitiesOf } from '#referrals/contract.ts'
import { dueAt, labelOf, modelInForce } from '#standards/contract.ts'
import { measuresOf } from './measure-store.ts'
import { type Gap, gapsOf } from './six-answers.ts'
import { findNextVisit, openThings, referralsOf, type StudentReferral } from './student-store.ts'
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
  return {
    calendar,
    model: await modelInForce(tx, now),
    referrals: await referralsOf(tx, { studentId: student.id, schools: schoolsInReach(actor), now }),
    held: await responsibilitiesOf(tx, student.id),
    nextVisit: await findNextVisit(tx, student.id, now),
    measures: await measuresOf(tx, student.id),
    consents: await consentsOf(tx, student.id),
    caregivers: await caregiversOf(tx, student.id),
    open: await openThings(tx, student.id),
    leads:
      schoolId === null
        ? []
        : await staffAt(tx, { schoolId, roles: ['crisis_lead'], on: dayOf(calendar, now) }),
    heads:
      schoolId === null
        ? []
        : await staffAt(tx, { schoolId, roles: ['district_head'], on: dayOf(calendar, now) }),
  }
}

/**
 * Once care has begun a next visit is asked for by the clock for silence; before that it is what is owed
 * next.
 */
export function nextVisitDueAt(
  referral: Pick<StudentReferral, 'engagedAt' | 'firstSeenAt' | 'highNeed'> & { nextDueAt: Date | null },
  { calendar, model }: Pick<Facts, 'calendar' | 'model'>,
): Date | null {
  const since = referral.engagedAt ?? referral.firstSeenAt
  if (since === null) return referral.nextDueAt
  const clock = { clock: 'silent', startedAt: since, highNeed: referral.highNeed } as const
  return dueAt(calendar, model.time_standards.body, clock).dueAt
}

/** Which of the six answers are missing on an open referral. Nobody owes anything on one that has ended. */
function missingOn(active: StudentReferral | undefined, facts: Facts, now: Date): Gap[] {
  if (active === undefined || active.endedAt !== null || active.nextDueAt === null) return []
  const { calendar, model, held, nextVisit, measures, leads, heads } = facts
  const meeting = {
    clock: 'progress_meeting',
    startedAt: active.referredAt,
    highNeed: active.highNeed,
  } as const
  return gapsOf({
    held: held.some(({ referralId }) => referralId === active.id),
    consentAsked: active.consentAt !== null || active.declinedAt !== null,
    nextVisitAt: nextVisit?.startsAt ?? null,
    nextVisitDueAt: nextVisitDueAt(active, facts),
    onlyToClose: active.nextStep === 'close_loop',
    crisisLead: leads.length > 0,
    measured: measures.length > 0,
    navigator: active.navigatorName,
    partner: active.partnerShortName,
    decider: active.deciderName ?? active.navigatorName,
    nextOwner: active.nextOwner,
    nextDueAt: active.nextDueAt,
    handoffDueAt: active.handoffDueAt ?? active.nextDueAt,
    measuresDueAt: dueAt(calendar, model.time_standards.body, meeting).dueAt,
    head: heads[0]?.name ?? '',
    now,
  })
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

const nameOf = ({ preferredName, givenName, familyName }: Student) =>
  `${preferredName ?? givenName} ${familyName}`

/** What everybody who may open the page sees: who it is, and where things stand. */
async function standing(view: Viewing, student: Student, facts: Facts) {
  const referrals = facts.referrals.map((referral) => withLine(referral, facts, view.now))
  const [active] = referrals
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
    loop: active === undefined ? undefined : loopOf(await loopFacts(view.tx, active)),
    nextVisit: facts.nextVisit,
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
    return {
      ...shown,
      full: {
        gaps: missingOn(shown.active, facts, view.now),
        held,
        measures,
        caregivers,
        mayKeepDetails: (detailKeepers as readonly Role[]).includes(view.actor.role),
        ...(await crossing(view, facts, shown.active)),
        timeline: await timelineOf(view.tx, student.id, {
          before: before === undefined ? view.now : new Date(before),
          role: view.actor.role,
        }),
      },
    }
  },
})
export type SeenStudent = Awaited<ReturnType<typeof lookStudent.see>>
export type FullStudent = NonNullable<SeenStudent['full']>
