import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { careTeam } from '#access/roles.ts'
import { calendarOf, dayOf, type SchoolCalendar, staffAt } from '#district/contract.ts'
import { pageKey, pageKeyText } from '#platform/page-key.ts'
import { dueAt, modelInForce, type PublishedModel } from '#standards/contract.ts'
import { type GapRow, referralsWithGaps } from './gap-store.ts'
import { nextVisitDueAt } from './missing-answers.ts'
import { factsAtSchool } from './school-care.ts'
import { type CareRow, careWithGaps } from './school-care-store.ts'
import { gapsOf, type SixFacts } from './six-answers.ts'
import { askedOf, classOfCare } from './classes.ts'

/** Students on one page. */
const size = 30

type Around = { calendar: SchoolCalendar; model: PublishedModel; head: string; now: Date }

function factsOf(row: GapRow, { calendar, model, head, now }: Around): SixFacts {
  const started = { startedAt: row.referredAt, highNeed: row.highNeed, tier: row.clockTier }
  return {
    ...row,
    navigator: row.navigatorName,
    partner: row.partnerShortName,
    decider: row.deciderName ?? row.navigatorName,
    handoffDueAt: row.handoffDueAt ?? row.nextDueAt,
    measuresDueAt: dueAt(calendar, model.time_standards.body, { clock: 'progress_meeting', ...started })
      .dueAt,
    nextVisitDueAt: nextVisitDueAt(row, { calendar, model }),
    head,
    now,
  }
}

type Listed = { dueAt: Date; id: string } & ({ of: 'referral'; row: GapRow } | { of: 'care'; row: CareRow })

const inOrder = (one: Listed, other: Listed): number =>
  one.dueAt.getTime() - other.dueAt.getTime() || (one.id < other.id ? -1 : 1)

/** Both kinds of students with a gap, in one order: of either as many as a page may need. */
async function listed(view: Viewing, after: { at: Date; id: string } | undefined): Promise<Listed[]> {
  const { tx, actor, now } = view
  const asked = { now, today: dayOf(await calendarOf(tx), now), after, limit: size + 1 }
  const referrals = await referralsWithGaps(tx, actor, asked)
  const atSchool = await careWithGaps(tx, actor, asked)
  return [
    ...referrals.map((row) => ({ of: 'referral' as const, dueAt: row.nextDueAt, id: row.id, row })),
    ...atSchool.map((row) => ({ of: 'care' as const, dueAt: row.dueAt, id: row.id, row })),
  ].sort(inOrder)
}

/** Who heads the district for each of these schools: a school without a crisis lead is theirs to fill. */
async function headsOf({ tx, now }: Viewing, schoolIds: readonly string[]): Promise<Map<string, string>> {
  const on = dayOf(await calendarOf(tx), now)
  const heads = new Map<string, string>()
  for (const schoolId of new Set(schoolIds)) {
    const [head] = await staffAt(tx, { schoolId, roles: ['district_head'], about: [], on })
    heads.set(schoolId, head?.name ?? '')
  }
  return heads
}

/** Students whose page would show a gap: which of the six, who owes the answer, and by when [R082]. */
export const lookGaps = look({
  name: 'coordination/gaps',
  by: careTeam,
  given: z.object({ after: pageKey }),
  shows: {
    for: 'coordination',
    whole: ['identity', 'referrals'],
    parts: ['consent', 'clinical_responsibility', 'visits', 'supports', 'crisis'],
  },
  async see(view, { after }) {
    view.permit(true)
    const { tx, now } = view
    const [calendar, model] = [await calendarOf(tx), await modelInForce(tx, now)]
    const found = await listed(view, after)
    const shown = found
      .slice(0, size)
      .filter(({ of, row }) => of === 'referral' || view.knows(classOfCare(row)))
    const asked = askedOf(view)
    view.saw({ type: 'gaps', id: null, studentIds: [...new Set(shown.map(({ row }) => row.studentId))] })
    const heads = await headsOf(
      view,
      shown.map(({ row }) => row.schoolId),
    )
    const last = shown.at(-1)
    return {
      now,
      calendar,
      rows: shown.map(({ of, row }) => {
        const around = { calendar, model, head: heads.get(row.schoolId) ?? '', now }
        const facts = of === 'referral' ? factsOf(row, around) : factsAtSchool(row, { ...around, ...row })
        const { studentId, studentName, grade, schoolName } = row
        return {
          studentId,
          studentName,
          grade,
          schoolName,
          highNeed: of === 'referral' && row.highNeed,
          gaps: gapsOf(facts).filter(({ question }) => asked.includes(question)),
        }
      }),
      next:
        found.length > size && last !== undefined ? pageKeyText({ at: last.dueAt, id: last.id }) : undefined,
    }
  },
})
export type SeenGaps = Awaited<ReturnType<typeof lookGaps.see>>
