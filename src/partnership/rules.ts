import { addCalendarDays, dayOf, instantAt, type SchoolCalendar } from '#district/contract.ts'
import type { Agreement, SignOff } from './agreement.ts'

/** What stands at the gate of an agency: its latest agreement, and the latest sign-off of that agreement. */
export type AtTheGate = { agreement: Agreement | undefined; signOff: SignOff | undefined }

const obstacles = {
  no_agreement: ({ agreement }) => agreement === undefined,
  agreement_not_begun: ({ agreement }, on) => agreement !== undefined && on < agreement.startsOn,
  agreement_ended: ({ agreement }, on) => agreement !== undefined && on > agreement.endsOn,
  agreement_suspended: ({ agreement }) => agreement !== undefined && agreement.suspendedAt !== null,
  questions_unanswered: ({ agreement }) =>
    agreement !== undefined &&
    (agreement.schoolToPartner.length === 0 || agreement.partnerToSchool.length === 0),
  no_sign_off: ({ signOff }) => signOff === undefined,
  sign_off_not_begun: ({ signOff }, on) => signOff !== undefined && on < signOff.signedOn,
  sign_off_ended: ({ signOff }, on) => signOff !== undefined && on > signOff.endsOn,
  sign_off_withdrawn: ({ signOff }) => signOff !== undefined && signOff.withdrawnAt !== null,
} satisfies Record<string, (gate: AtTheGate, on: string) => boolean>

export type ObstacleAtTheGate = keyof typeof obstacles

/**
 * Every reason nothing about a student may reach this agency on a day, in the order a person would clear them
 * [R030] [R139]. An empty list opens the gate; consent of the family is judged apart.
 * @param on the district's calendar day, YYYY-MM-DD; the first and the last day of a document both count
 */
export const obstaclesAtTheGate = (gate: AtTheGate, on: string): ObstacleAtTheGate[] =>
  (Object.keys(obstacles) as ObstacleAtTheGate[]).filter((name) => obstacles[name](gate, on))

const dayAfter = (day: string, calendar: SchoolCalendar) =>
  instantAt(calendar, addCalendarDays(day, 1), '00:00')

/**
 * Since when nothing may be sent to the agency: the first moment of what closes the gate now. Null while it
 * is open, and where nothing that was ever on file says when.
 */
export function gateClosedAt(gate: AtTheGate, calendar: SchoolCalendar, now: Date): Date | null {
  if (obstaclesAtTheGate(gate, dayOf(calendar, now)).length === 0) return null
  const { agreement, signOff } = gate
  const moments = [
    agreement?.suspendedAt,
    signOff?.withdrawnAt,
    agreement && dayAfter(agreement.endsOn, calendar),
    signOff && dayAfter(signOff.endsOn, calendar),
    agreement && signOff === undefined ? instantAt(calendar, agreement.startsOn, '00:00') : undefined,
  ].filter((moment) => moment instanceof Date && moment <= now)
  return moments.length === 0 ? null : new Date(Math.min(...moments.map(Number)))
}

type Recording = Pick<Agreement, 'startsOn' | 'endsOn' | 'schoolToPartner' | 'partnerToSchool'> & {
  partnerEndedAt: Date | null
}

const recording = {
  partnership_ended: ({ partnerEndedAt }) => partnerEndedAt !== null,
  ends_before_it_starts: ({ startsOn, endsOn }) => endsOn < startsOn,
  school_question_open: ({ schoolToPartner }) => schoolToPartner.length === 0,
  partner_question_open: ({ partnerToSchool }) => partnerToSchool.length === 0,
} satisfies Record<string, (given: Recording) => boolean>

export type ObstacleToRecording = keyof typeof recording

/** Every reason an agreement cannot be put on file; both open questions must be answered [R152]. */
export const obstaclesToRecording = (given: Recording): ObstacleToRecording[] =>
  (Object.keys(recording) as ObstacleToRecording[]).filter((name) => recording[name](given))

type Signing = Pick<SignOff, 'signedOn' | 'endsOn'>

const signing = {
  agreement_suspended: ({ suspendedAt }) => suspendedAt !== null,
  ends_before_it_starts: (_, { signedOn, endsOn }) => endsOn < signedOn,
  outlives_agreement: (agreement, { endsOn }) => endsOn > agreement.endsOn,
} satisfies Record<string, (agreement: Agreement, given: Signing) => boolean>

export type ObstacleToSigning = keyof typeof signing

/** Every reason a legal sign-off cannot be put on file. */
export const obstaclesToSigning = (agreement: Agreement, given: Signing): ObstacleToSigning[] =>
  (Object.keys(signing) as ObstacleToSigning[]).filter((name) => signing[name](agreement, given))
