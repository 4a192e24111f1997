import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { ClassTime, Excuse } from './class-time.ts'

type Of = { district: string }
const ofStudent = statement(
  ($: Of & { student: string }) => sql<ClassTime>`
    select t.id, t.student_id as "studentId", t.school_id as "schoolId", t.partner_id as "partnerId", t.kind, t.weekday,
      t.from_at as "fromAt", t.until_at as "untilAt", t.lesson, t.teacher_id as "teacherId", p.name as "teacherName",
      a.short_name as "partnerName", t.agreed_at as "agreedAt", t.version
    from class_time t
    join person p on p.district_id = t.district_id and p.id = t.teacher_id
    left join partner a on a.district_id = t.district_id and a.id = t.partner_id
    where t.district_id = ${$.district} and t.student_id = ${$.student} and t.ended_at is null
    order by t.weekday, t.from_at, t.id`,
)

/** The times that were agreed for a student, through the week. Reach is judged by the caller. */
export const classTimesOf = (tx: Transaction, student: string): Promise<ClassTime[]> =>
  tx.all(ofStudent, { district: tx.scope.districtId, student })

/** A time as an agency reads that agreed to it: no name, and not what it is for. */
export type AgreedTime = Pick<ClassTime, 'kind' | 'weekday' | 'fromAt' | 'untilAt'>
const ofAgency = statement(
  ($: Of & { student: string; partner: string }) => sql<AgreedTime>`
    select kind, weekday, from_at as "fromAt", until_at as "untilAt" from class_time
    where district_id = ${$.district} and student_id = ${$.student} and partner_id = ${$.partner} and ended_at is null
    order by weekday, from_at, id`,
)

/** The times of a student that were agreed with an agency. */
export const timesAgreedWith = (
  tx: Transaction,
  { studentId: student, partnerId: partner }: { studentId: string; partnerId: string },
): Promise<AgreedTime[]> => tx.all(ofAgency, { district: tx.scope.districtId, student, partner })

type New = Omit<ClassTime, 'id' | 'teacherName' | 'partnerName' | 'agreedAt' | 'version'>
const insert = statement(
  ($: Of & New & { id: string; by: string; now: Date }) => sql`
    insert into class_time (district_id, id, student_id, school_id, partner_id, kind, weekday, from_at, until_at, lesson,
      teacher_id, agreed_by, agreed_at)
    values (${$.district}, ${$.id}, ${$.studentId}, ${$.schoolId}, ${$.partnerId}, ${$.kind}, ${$.weekday}, ${$.fromAt},
      ${$.untilAt}, ${$.lesson}, ${$.teacherId}, ${$.by}, ${$.now})`,
)

/** Keeps a time that was agreed. @returns its id */
export function insertTime(unit: Unit, time: New): string {
  const { tx, districtId: district, actor, now } = unit
  const id = unit.id()
  tx.write(insert, { ...time, district, id, by: actor.personId as string, now })
  return id
}

const end = statement(
  ($: Of & { id: string; by: string; now: Date; version: number }) => sql`
    update class_time set ended_by = ${$.by}, ended_at = ${$.now}, version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)

/** A time holds no more. */
export const saveTimeEnded = (
  { tx, districtId, actor, now }: Unit,
  { id, version }: Pick<ClassTime, 'id' | 'version'>,
): void => tx.write(end, { district: districtId, id, by: actor.personId as string, now, version })

const serving = statement(
  ($: Of & { student: string }) => sql<{ partnerId: string; name: string }>`
    select distinct p.id as "partnerId", p.short_name as name
    from referral f join partner p on p.district_id = f.district_id and p.id = f.partner_id
    where f.district_id = ${$.district} and f.student_id = ${$.student} and f.accepted_at is not null and f.ended_at is null
    order by p.short_name, p.id`,
)

/** The agencies that accepted the student and go on. */
export const servingOf = (tx: Transaction, student: string) =>
  tx.all(serving, { district: tx.scope.districtId, student })

type Excused = { appointmentId: string; studentId: string; partnerId: string; reason: Excuse }
const excuse = statement(
  ($: Of & Excused & { id: string; by: string; now: Date }) => sql`
    insert into class_time_excuse (district_id, id, appointment_id, student_id, partner_id, reason, said_by, said_at)
    values (${$.district}, ${$.id}, ${$.appointmentId}, ${$.studentId}, ${$.partnerId}, ${$.reason}, ${$.by}, ${$.now})`,
)

/** Keeps why a visit was booked in a time of class, with its trace. */
export function keepExcuse(unit: Unit, excused: Excused): void {
  const { tx, districtId: district, actor, now } = unit
  tx.write(excuse, { ...excused, district, id: unit.id(), by: actor.personId as string, now })
  const { appointmentId, studentId, reason } = excused
  unit.record('class_time.cut_into', { type: 'student', id: studentId, studentId }, { appointmentId, reason })
}
