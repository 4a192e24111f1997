import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf, staffAt } from '#district/contract.ts'
import { findStudent } from '#people/contract.ts'
import { choice, id, timeOfDay } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { lessons, timeKinds } from './class-time.ts'
import { mayKeepTimes, timeKeepers } from './policy.ts'
import { obstaclesToAgreeing } from './rules.ts'
import { classTimesOf, insertTime, servingOf } from './store.ts'
import { agreeingWords } from './words.ts'

/** A teacher, and an agency where it was asked, agreed when the student has to be in class [R168]. */
export const agreeTime = act({
  name: 'classroom/agree-time',
  by: timeKeepers,
  given: z.object({
    studentId: id,
    kind: choice(timeKinds),
    weekday: z.coerce.number('Choose a day').int().min(1, 'Choose a day').max(5, 'Choose a day'),
    fromAt: timeOfDay,
    untilAt: timeOfDay,
    lesson: choice(lessons),
    teacherId: id,
    partnerId: z.preprocess((given) => (given === '' ? undefined : given), id.optional()),
  }),
  refusals: agreeingWords,
  fields: {
    until_before_from: 'untilAt',
    teacher_unknown: 'teacherId',
    agency_unknown: 'partnerId',
    agreed_already: 'fromAt',
  },
  async do(unit, { studentId, teacherId, partnerId, ...time }) {
    const { tx, actor, now } = unit
    const student = (await findStudent(tx, actor, studentId)) ?? notFound()
    const schoolId = student.schoolId ?? notFound()
    const subject = { type: 'student', id: student.id, studentId: student.id }
    unit.permit(mayKeepTimes(actor, { schoolId }), subject)
    const on = dayOf(await calendarOf(tx), now)
    const [teachers, agencies, times] = await Promise.all([
      staffAt(tx, { schoolId, roles: ['teacher'], about: [student.id], on }),
      servingOf(tx, student.id),
      classTimesOf(tx, student.id),
    ])
    const because = obstaclesToAgreeing(time, {
      teacher: teachers.some(({ personId }) => personId === teacherId),
      agency: partnerId === undefined || agencies.some((each) => each.partnerId === partnerId),
      times,
    })
    if (because.length > 0) return refused(because)
    const kept = { ...time, studentId, schoolId, teacherId, partnerId: partnerId ?? null }
    const classTimeId = insertTime(unit, kept)
    const agreed = { type: 'class_time', id: classTimeId, studentId }
    unit.record('class_time.agreed', agreed, { kind: time.kind, partnerId: kept.partnerId })
    return done({ studentId, classTimeId })
  },
})
