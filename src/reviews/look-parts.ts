import { z } from 'zod'
import { look } from '#access/look.ts'
import { partnerStaff } from '#access/roles.ts'
import { mayTellCoordinated, noteMet, readableItems } from '#consent/contract.ts'
import { calendarOf, dayOf, instantAt } from '#district/contract.ts'
import { initialsOf } from '#platform/name-words.ts'
import { notFound } from '#platform/problem.ts'
import { partsToldTo, type ToldPart } from './part-store.ts'

/** How long what a case review said is shown, in milliseconds, and how many lines at most. */
const [shownFor, most] = [56 * 86_400_000, 200]

/** What an agency is given of a part: each field is named, and no other. */
const partAtAgency = (part: ToldPart, mayName: boolean) => ({
  id: part.id,
  referralId: part.referralId,
  number: part.number,
  name: mayName ? (part.content.identity?.name ?? '') : initialsOf(part.content.identity?.name ?? ''),
  weekOn: part.weekOn,
  decision: part.decision,
  what: part.what,
  doneBy: part.doneBy,
  dueOn: part.dueOn,
  otherVisitsAt: part.otherVisitsAt,
  nextVisitAt: part.nextVisitAt,
})

/**
 * What case reviews told an agency of students it serves: its own part, while the family's yes to care
 * coordination and the agreement with the agency hold; of visits elsewhere, while the yes there holds too.
 * Each reading stands in the accounting [R161].
 */
export const lookParts = look({
  name: 'reviews/parts',
  by: partnerStaff,
  given: z.object({}),
  shows: { for: 'coordination', whole: ['identity', 'referrals', 'visits'] },
  async see(view) {
    const { tx, actor, now } = view
    const partnerId = actor.partnerId ?? notFound()
    view.permit(true)
    const since = new Date(now.getTime() - shownFor)
    const told = await partsToldTo(tx, { partner: partnerId, since, now, limit: most })
    const sent = [...new Set(told.map(({ referralId }) => referralId))].map((id) => ({ id, partnerId }))
    const [consents, readable, calendar] = await Promise.all([
      mayTellCoordinated(tx, sent, now),
      readableItems(tx, sent, now),
      calendarOf(tx),
    ])
    const parts = told.filter(({ referralId }) => consents.has(referralId))
    const named = parts.filter(({ referralId }) => readable.get(referralId)?.has('identity') === true)
    const meeting = { partnerId, since: instantAt(calendar, dayOf(calendar, now), '00:00') }
    const rowsOf = (of: readonly ToldPart[], items: readonly string[]) =>
      [...new Set(of.map(({ referralId }) => referralId))].map((referralId) => ({ referralId, items }))
    noteMet(view, { ...meeting, rows: rowsOf(parts, ['coordination']) })
    noteMet(view, { ...meeting, rows: rowsOf(named, ['identity']) })
    view.saw({
      type: 'case_review_parts',
      id: null,
      studentIds: [...new Set(parts.map((each) => each.studentId))],
    })
    const mayName = new Set(named.map(({ id }) => id))
    return {
      parts: parts.map((part) => partAtAgency(part, mayName.has(part.id))),
      calendar,
      timeZone: calendar.timeZone,
      today: dayOf(calendar, now),
      now,
    }
  },
})
export type SeenParts = Awaited<ReturnType<typeof lookParts.see>>
