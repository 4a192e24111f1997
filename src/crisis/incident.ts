import type { KnownBy } from './known-by.ts'
import type { IncidentState } from './lifecycle.ts'

export const incidentSources = ['triage', 'staff', 'family_or_student', 'partner_signal'] as const
export type IncidentSource = (typeof incidentSources)[number]

/** How an incident ends that is no crisis of a student of this school; each is told apart in every figure. */
export const endings = ['opened_by_mistake', 'never_identified', 'belongs_elsewhere'] as const
export type Ending = (typeof endings)[number]
/** How it ended, where it was no crisis of this student at this school. */
export type EndedAs = Ending | 'another_student'

/** A student may be in danger now. */
export type Incident = {
  id: string
  /** As soon as it is known. */
  studentId: string | null
  schoolId: string
  source: IncidentSource
  decisionId: string | null
  concernId: string | null
  place: string | null
  onPremises: boolean | null
  /** How it became known; null while nobody said. */
  knownBy: KnownBy | null
  /** Help that was called before the record, in a few words. */
  servicesCalled: string | null
  state: IncidentState
  startedAt: Date
  openedBy: string | null
  /** Who has it now: whoever began it, until a lead takes it. */
  ownerId: string
  /** When whoever has it is asked again. */
  checkDueAt: Date
  /** When the record was opened: later than it began, where help was called first. */
  enteredAt: Date
  closedAt: Date | null
  /** How it ended where it was no crisis of a student of this school; null where it was, or runs. */
  endedAs: EndedAs | null
  /** The incident of another school that turned out to belong here. */
  fromId: string | null
  /** The incident that was entered for the wrong student, and goes on in this one. */
  rightsId: string | null
  /** The timed drill it is of, whose id it bears; null for what is real. */
  drillId: string | null
  /** Who takes part in that drill: nobody else follows it or is told. */
  takePart: readonly string[] | null
  version: number
}

/** What the trail and news speak of: an incident with its student, or the drill that it is. */
export const subjectOf = ({ id, studentId, drillId }: Pick<Incident, 'id' | 'studentId' | 'drillId'>) => ({
  type: drillId === null ? 'crisis_incident' : 'crisis_drill',
  id,
  studentId,
})

/** The kind of news about an incident: of a drill it says so before anything else. */
export const newsKind = <K extends 'told' | 'owed' | 'review_asked'>(
  { drillId }: Pick<Incident, 'drillId'>,
  kind: K,
) => (drillId === null ? (`crisis.${kind}` as const) : (`drill.${kind}` as const))

/** Somebody was told of an incident. */
export type Alert = {
  id: string
  personId: string
  name: string
  phone: string | null
  position: number
  sentAt: Date
  ackDueAt: Date
  acknowledgedAt: Date | null
}
