import type { SchoolCalendar } from '#district/contract.ts'
import { dueAt, type Model } from '#standards/contract.ts'
import type { SixFacts } from './six-answers.ts'

/** What holds a student for whom no referral is open: path (a) or path (c). */
export type SchoolCare = {
  of: 'support' | 'crisis'
  id: string
  studentId: string
  schoolId: string
  since: Date
  /** Who answers for the student now; nobody where a clinician is owed, or no lead has answered. */
  holderName: string | null
  /** The holder is named as the clinician of the support. */
  clinical: boolean
  heldSince: Date | null
  /** Who sees it through: the owner of the support, or the lead who answered or was told last. */
  ownerName: string | null
  /** By when somebody has to hold it. */
  owedAt: Date
  /** When support is looked at again, by the end of that day. A crisis has no such day of its own. */
  nextAt: Date | null
}

type Around = {
  readonly calendar: SchoolCalendar
  readonly model: Pick<Model, 'time_standards'>
  readonly crisisLead: boolean
  readonly measured: boolean
  readonly head: string
  readonly now: Date
}

/** By when the next look at the student is owed: the review, or what a return to school is planned by. */
export const nextLookAt = (
  { nextAt, since }: Pick<SchoolCare, 'nextAt' | 'since'>,
  { calendar, model }: Pick<Around, 'calendar' | 'model'>,
): Date =>
  nextAt ?? dueAt(calendar, model.time_standards.body, { clock: 'return_plan', startedAt: since }).dueAt

/**
 * The six facts of a student who is held at school [R081]. Nothing goes to an agency, so nothing is asked of
 * the family about sharing before a referral is.
 */
export function factsAtSchool(care: SchoolCare, around: Around): SixFacts {
  const { calendar, model, crisisLead, measured, head, now } = around
  const owner = care.ownerName ?? head
  const meeting = { clock: 'progress_meeting', startedAt: care.since } as const
  return {
    held: care.holderName !== null,
    // The support itself has no holder then: it is said there, with its own owner and time.
    clinicianOwedSince: null,
    consentAsked: true,
    declined: false,
    nextVisitAt: care.nextAt !== null && care.nextAt >= now ? care.nextAt : null,
    unreportedAt: null,
    askFamily: false,
    nextVisitDueAt: nextLookAt(care, around),
    onlyToClose: false,
    crisisLead,
    measured,
    navigator: owner,
    partner: null,
    decider: owner,
    nextOwner: 'navigator',
    nextDueAt: care.owedAt,
    handoffDueAt: care.owedAt,
    measuresDueAt: dueAt(calendar, model.time_standards.body, meeting).dueAt,
    head,
    now,
  }
}
