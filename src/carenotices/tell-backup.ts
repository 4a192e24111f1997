import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { personTold } from '#access/told.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { subjectOf } from './care-notice.ts'
import { tellableAt } from './designee-store.ts'
import { stands } from './rules.ts'
import { holdAnyNotice, saveCareNotice } from './store.ts'
import { limitsFrom, setTimer, tellOf } from './tell.ts'
import { toldOfNotice } from './told-store.ts'
import { timerWords } from './words.ts'

/**
 * Nobody answered a notice in time: whoever stands in is told, and after that everybody again, until somebody
 * answers or it ends.
 */
export const tellBackup = act({
  name: 'carenotices/tell-backup',
  by: ['system'],
  given: z.object({ careNoticeId: id }),
  refusals: timerWords,
  async do(unit, { careNoticeId: noticeId }) {
    const notice = (await holdAnyNotice(unit, noticeId)) ?? notFound()
    const subject = subjectOf(notice)
    unit.permit(true, subject)
    if (notice.acknowledgedAt !== null) return refused(['answered'])
    if (!stands(notice, unit.now)) return refused(['ended'])
    const toldLast = notice.backupToldAt
    const due = toldLast === null ? notice.answerDueAt : (await limitsFrom(unit, toldLast)).answerDueAt
    if (due > unit.now) return refused(['not_due'])
    const [{ first, backup }, told] = [await tellableAt(unit, notice), await toldOfNotice(unit.tx, noticeId)]
    const untold = [...first, ...backup].filter((person) => !told.some((each) => each.personId === person.id))
    await tellOf(unit, notice, { people: untold, position: 2 })
    if (untold.length === 0) {
      for (const { personId } of told)
        await unit.tell(personTold, { personId, kind: 'care_notice.told', subject, again: true })
      unit.record('care_notice.told_again', subject, { people: told.length })
    }
    saveCareNotice(unit, { ...notice, backupToldAt: unit.now })
    setTimer(unit, noticeId, (await limitsFrom(unit, unit.now)).answerDueAt)
    return done({ told: untold.length })
  },
})
