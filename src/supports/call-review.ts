import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { insertNotice } from '#concerns/contract.ts'
import { calendarOf, dayOf, findHours, instantAt } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { catalog } from '#platform/words.ts'
import { supportLifecycle } from './lifecycle.ts'
import { holdSupport, saveSupport } from './store.ts'
import type { BriefSupport } from './support.ts'

/** Asks for the review to be called on the morning of its day. */
export async function callReviewAt(
  unit: Unit,
  { id: supportId, reviewOn }: { id: string; reviewOn: string },
) {
  const calendar = await calendarOf(unit.tx)
  const at = instantAt(calendar, reviewOn, findHours(calendar, reviewOn)?.opens ?? '08:00')
  unit.enqueue({
    task: 'supports/call-review',
    payload: { supportId },
    key: `supports/call-review/${supportId}`,
    at,
  })
}

/** A held support whose review is called now, and its owner told. Left as it is when that has no place. */
export async function called(unit: Unit, support: BriefSupport): Promise<BriefSupport> {
  if (!supportLifecycle.allows(support.state, 'call')) return support
  const subject = { type: 'brief_support', id: support.id, studentId: support.studentId }
  insertNotice(unit, { personId: support.ownerId, kind: 'support.review_due', subject })
  unit.record('support.review_called', subject)
  return { ...support, state: supportLifecycle.next(support.state, 'call') }
}

const words = catalog({ en: { not_yet: 'The review of this support is not due, or it is called already.' } })

/** The review day has come. Done twice, the second time changes nothing. */
export const callReview = act({
  name: 'supports/call-review',
  by: ['system'],
  given: z.object({ supportId: id }),
  refusals: words,
  async do(unit, { supportId }) {
    const support = (await holdSupport(unit, supportId)) ?? notFound()
    unit.permit(true, { type: 'brief_support', id: supportId, studentId: support.studentId })
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    if (support.state !== 'active' || support.reviewOn > today) return refused(['not_yet'])
    saveSupport(unit, await called(unit, support))
    return done({ supportId })
  },
})
