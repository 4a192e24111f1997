import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { personTold } from '#access/told.ts'
import type { Unit } from '#access/unit.ts'
import { insertNotice, staffAt, takeOffStudent } from '#concerns/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { type CareNotice, subjectOf } from './care-notice.ts'
import { designable, mayUndoMatch } from './policy.ts'
import { askedFor } from './signal-store.ts'
import { stepsOf } from './step-store.ts'
import { holdNotice, saveCareNotice } from './store.ts'
import { signalsAreOver, toldOfNotice } from './told-store.ts'
import { undoingWords } from './words.ts'

type Mistaken = { people: readonly string[]; teachers: readonly string[] }

/** Tells people that it was a mistake: not of whom, and not of what. */
async function tellOfMistake(unit: Unit, noticeId: string, { people, teachers }: Mistaken) {
  const staff = { kind: 'care_notice.mistaken', type: 'care_notice_list' } as const
  const teacher = { kind: 'care_notice.signal_mistaken', type: 'care_notice_signal' } as const
  const told = [
    ...people.map((personId) => ({ personId, ...staff })),
    ...teachers.map((personId) => ({ personId, ...teacher })),
  ]
  for (const { personId, kind, type } of told) {
    const subject = { type, id: noticeId }
    insertNotice(unit, { personId, kind, subject })
    await unit.tell(personTold, { personId, kind, subject })
  }
}

/** Whoever matched it works there no more: then anybody who was told may take it back. */
async function matcherIsGone({ tx, now }: Unit, { schoolId, matchedBy }: CareNotice) {
  const staff = await staffAt(tx, { schoolId, roles: designable, about: [], now })
  return !staff.some((person) => person.id === matchedBy)
}

/**
 * A notice was matched to the wrong student: it is moved off them. Nothing of it is read with that student
 * any more, teachers who were asked are not, a concern nobody has looked into yet is closed and of nobody,
 * and everybody who was told hears that it was a mistake. It can be matched anew.
 */
export const undoMatch = act({
  name: 'carenotices/undo-match',
  by: designable,
  given: z.object({ careNoticeId: id }),
  refusals: undoingWords,
  async do(unit, { careNoticeId: noticeId }) {
    const notice = (await holdNotice(unit, noticeId)) ?? notFound()
    const gone = await matcherIsGone(unit, notice)
    unit.permit(notice.studentId === null || gone || mayUndoMatch(unit.actor, notice), subjectOf(notice))
    if (notice.studentId === null) return refused(['not_matched'])
    const [told, teachers, steps] = [
      (await toldOfNotice(unit.tx, noticeId)).map(({ personId }) => personId),
      (await askedFor(unit.tx, noticeId)).map(({ personId }) => personId),
      await stepsOf(unit.tx, noticeId),
    ]
    for (const { concernId } of steps)
      if (concernId !== null) await takeOffStudent(unit, concernId, undoingWords()('concern_closed'))
    signalsAreOver(unit, noticeId)
    saveCareNotice(unit, { ...notice, studentId: null, matchedBy: null, matchedAt: null })
    // Of whom it was believed to be, who had been told and whom it reached stay on the trail.
    unit.record('care_notice.unmatched', subjectOf(notice), { told, teachers, matchedBy: notice.matchedBy })
    const others = told.filter((personId) => personId !== unit.actor.personId)
    await tellOfMistake(unit, noticeId, { people: others, teachers })
    return done({ careNoticeId: noticeId })
  },
})
