import type { Unit } from '#access/unit.ts'
import type { Concern, Source, Urgency } from './concern.ts'
import { triageDue } from './read-by.ts'
import { queueRoleOf } from './route-store.ts'
import { insertConcern } from './store.ts'
import { askToTell } from './tell-arrival.ts'

export type Received = {
  schoolId: string
  studentId?: string | null
  source: Source
  observed: string
  urgency: Urgency
  reporterId?: string | null
} & Partial<
  Pick<
    Concern,
    | 'observedOn'
    | 'setting'
    | 'schoolwork'
    | 'health'
    | 'askedBy'
    | 'askedByContact'
    | 'aboutName'
    | 'aboutGrade'
    | 'askedIn'
    | 'retriageOf'
  >
>

const unsaid = {
  studentId: null,
  reporterId: null,
  observedOn: null,
  setting: null,
  schoolwork: null,
  health: null,
  askedBy: null,
  askedByContact: null,
  aboutName: null,
  aboutGrade: null,
  askedIn: null,
  retriageOf: null,
}

/**
 * Puts a concern into its school's triage queue, time-stamped and with its due time [R001] [R007] [R025], and
 * tells whose queue it is of what cannot wait until somebody looks.
 * The caller asks permission; the trace is left here.
 * @param traced the name of the trace: raised by somebody known, or asked for on the public page
 * @returns the id of the concern
 */
export async function receiveConcern(
  unit: Unit,
  received: Received,
  traced: 'concern.raised' | 'concern.requested' = 'concern.raised',
): Promise<string> {
  const [due, queueRole] = await Promise.all([
    triageDue(unit, received.urgency),
    queueRoleOf(unit.tx, received.schoolId),
  ])
  const id = unit.id()
  insertConcern(unit, {
    ...unsaid,
    ...received,
    id,
    state: 'submitted',
    receivedAt: unit.now,
    dueAt: due.dueAt,
    dueStandard: due.standard,
    acknowledgedBy: null,
    acknowledgedAt: null,
    endedAt: null,
    closedReason: null,
    closedBy: null,
    queueRole,
    version: 1,
  })
  const { studentId = null, source, urgency } = received
  unit.record(traced, { type: 'concern', id, studentId }, { source, urgency })
  askToTell(unit, { id, source, urgency })
  return id
}
