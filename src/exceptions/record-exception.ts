import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { addExceptionToLedger } from '#consent/contract.ts'
import { calendarOf, instantAt } from '#district/contract.ts'
import { findStudent } from '#people/contract.ts'
import { choice, choices, day, id, optionalText, text, timeOfDay } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { bases, channels, type Exception, familyReaders, offices, toldItems } from './exception.ts'
import { mayTell, tellers } from './policy.ts'
import { obstaclesToRecording, reviewDueAt } from './rules.ts'
import { isIncidentOf } from './incident-store.ts'
import { addException } from './store.ts'
import { recordingObstacleWords } from './words.ts'

const typed = (given: string | undefined) => (given === '' ? undefined : given)

const Told = z.object({
  studentId: id,
  basis: choice(bases),
  threat: optionalText(2000),
  items: choices(z.enum(toldItems)),
  recipientKind: choice(offices, 'Say which office'),
  recipientName: text(120, 'Say whom you told'),
  recipientOffice: text(120, 'Name the office'),
  channel: choice(channels, 'Say by which way'),
  reportReference: optionalText(120),
  /** The incident during which a report is made. */
  reportedInId: id.optional(),
  familySees: choice(familyReaders).default('family'),
  onDay: day,
  atTime: timeOfDay,
})
type Told = z.output<typeof Told>

/** What is kept. A report for a child's protection is shown to nobody of the family, whatever was chosen. */
function exceptionOf(
  told: Told,
  at: { id: string; schoolId: string | null; disclosedAt: Date; now: Date; by: string },
): Exception {
  const { onDay: _day, atTime: _time, threat, reportReference, familySees, ...rest } = told
  const { id: exceptionId, schoolId, disclosedAt, now, by } = at
  return {
    ...rest,
    id: exceptionId,
    schoolId,
    threat: typed(threat) ?? null,
    reportReference: typed(reportReference) ?? null,
    reportedInId: told.basis === 'mandated_report' ? (told.reportedInId ?? null) : null,
    familySees: told.basis === 'mandated_report' ? 'nobody' : familySees,
    disclosedAt,
    disclosedBy: by,
    recordedAt: now,
    reviewDueAt: reviewDueAt(disclosedAt),
    incidentId: null,
    entryId: null,
  }
}

/**
 * Writes down what was told about a student without consent: in an emergency of health or safety, with the
 * threat that made it one (34 CFR 99.36), or because the law makes it a duty to report. It sends nothing, so
 * a life never waits for a form, and no packet ever leaves this way. Somebody else looks at it afterwards
 * [R136].
 */
export const recordException = act({
  name: 'exceptions/record-exception',
  by: tellers,
  given: Told,
  refusals: recordingObstacleWords,
  fields: {
    threat_missing: 'threat',
    office_not_for_basis: 'recipientKind',
    nothing_told: 'items',
    in_the_future: 'atTime',
  },
  async do(unit, told) {
    const student = (await findStudent(unit.tx, unit.actor, told.studentId)) ?? notFound()
    const { schoolId } = student
    unit.permit(mayTell(unit.actor, { schoolId }), {
      type: 'student',
      id: student.id,
      studentId: student.id,
    })
    if (!(await isIncidentOf(unit, told))) notFound()
    const disclosedAt = instantAt(await calendarOf(unit.tx), told.onDay, told.atTime)
    const by = unit.actor.personId as string
    const exception = exceptionOf(told, { id: unit.id(), schoolId, disclosedAt, now: unit.now, by })
    const because = obstaclesToRecording({
      basis: told.basis,
      threat: typed(told.threat),
      office: told.recipientKind,
      itemCount: told.items.length,
      disclosedAt,
      now: unit.now,
    })
    if (because.length > 0) return refused(because)
    addException(unit, exception)
    addExceptionToLedger(unit, exception)
    const subject = { type: 'consent_exception', id: exception.id, studentId: student.id }
    unit.record('exception.recorded', subject, { basis: told.basis, items: told.items })
    return done({ exceptionId: exception.id, studentId: student.id })
  },
})
