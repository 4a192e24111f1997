import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { staffAt } from '#concerns/contract.ts'
import { calendarOf, findSchool } from '#district/contract.ts'
import { findStudent, personNames, searchStudents, studentName } from '#people/contract.ts'
import { id, optionalText } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { type CareNotice, subjectOf } from './care-notice.ts'
import { designable, mayUndoMatch, signalled } from './policy.ts'
import { askedFor } from './signal-store.ts'
import { stepsOf } from './step-store.ts'
import { findNotice } from './store.ts'
import { toldOfNotice } from './told-store.ts'

/** Students it may be about: by the name that was sent, or by a name typed now. */
const candidatesFor = (view: Viewing, { studentId, childName }: CareNotice, typed: string) =>
  studentId !== null || !view.knows('identity')
    ? []
    : searchStudents(view.tx, view.actor, { typed: typed === '' ? childName : typed })

/** Who may be asked to handle the student with care and was not yet; nobody before it is known who it is. */
async function teachersFor({ tx, now }: Viewing, { id: noticeId, schoolId, studentId }: CareNotice) {
  const asked = await askedFor(tx, noticeId)
  if (studentId === null) return { asked, askable: [] }
  const staff = await staffAt(tx, { schoolId, roles: signalled, about: [studentId], now })
  const askable = staff.filter((teacher) => !asked.some(({ personId }) => personId === teacher.id))
  return { asked, askable: askable.map((teacher) => ({ id: teacher.id, name: teacher.name })) }
}

async function studentOf(view: Viewing, { studentId }: CareNotice) {
  if (studentId === null || !view.knows('identity')) return null
  const student = await findStudent(view.tx, view.actor, studentId)
  return student === undefined ? null : { id: studentId, name: studentName(student), grade: student.grade }
}

/** One notice, for whoever was told of it: whom it may be about, and what was done. */
export const lookCareNotice = look({
  name: 'carenotices/notice',
  by: designable,
  given: z.object({ careNoticeId: id, name: optionalText(80) }),
  shows: { for: 'coordination', whole: ['care_notices'], parts: ['identity'] },
  async see(view, { careNoticeId: noticeId, name = '' }) {
    const notice = (await findNotice(view, noticeId)) ?? notFound()
    view.permit(true)
    const candidates = await candidatesFor(view, notice, name)
    const found = candidates.map((student) => student.id)
    view.saw({ ...subjectOf(notice), ...(found.length > 0 && { studentIds: found }) })
    const { tx, now } = view
    const names = await personNames(tx, [notice.acknowledgedBy, notice.matchedBy])
    const calendar = await calendarOf(tx)
    return {
      notice: view.knows('identity') ? notice : { ...notice, childName: '', bornOn: null, grade: null },
      schoolName: (await findSchool(tx, notice.schoolId))?.name ?? '',
      student: await studentOf(view, notice),
      acknowledgedByName: names.get(notice.acknowledgedBy ?? '') ?? null,
      candidates,
      mayUndo: notice.studentId !== null && mayUndoMatch(view.actor, notice),
      search: name,
      steps: await stepsOf(tx, noticeId),
      told: await toldOfNotice(tx, noticeId),
      teachers: await teachersFor(view, notice),
      calendar,
      timeZone: calendar.timeZone,
      now,
    }
  },
})
export type SeenCareNotice = Awaited<ReturnType<typeof lookCareNotice.see>>
