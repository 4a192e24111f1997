import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { personTold } from '#access/told.ts'
import { insertNotice, staffAt } from '#concerns/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { subjectOf } from './care-notice.ts'
import { designable, signalled } from './policy.ts'
import { askedFor, insertSignal } from './signal-store.ts'
import { holdNotice } from './store.ts'
import { askingWords } from './words.ts'

/** Asks one teacher to handle the student with care. They are told that, and nothing else [R348]. */
export const askTeacher = act({
  name: 'carenotices/ask-teacher',
  by: designable,
  given: z.object({ careNoticeId: id, personId: id }),
  refusals: askingWords,
  fields: { asked_already: 'personId' },
  async do(unit, { careNoticeId: noticeId, personId }) {
    const notice = (await holdNotice(unit, noticeId)) ?? notFound()
    const { schoolId, studentId } = notice
    unit.permit(true, subjectOf(notice))
    if (studentId === null) return refused(['match_first'])
    const here = { schoolId, roles: signalled, about: [studentId], now: unit.now }
    if (!(await staffAt(unit.tx, here)).some((teacher) => teacher.id === personId)) notFound()
    if ((await askedFor(unit.tx, noticeId)).some((each) => each.personId === personId))
      return refused(['asked_already'])
    insertSignal(unit, { id: noticeId, studentId }, personId)
    const subject = { type: 'care_notice_signal', id: noticeId }
    insertNotice(unit, { personId, kind: 'care_notice.signal', subject })
    await unit.tell(personTold, { personId, kind: 'care_notice.signal', subject })
    unit.record('care_notice.teacher_asked', subjectOf(notice), { person: personId })
    return done({ careNoticeId: noticeId })
  },
})
