import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { careTeam, partnerStaff, type Role, schoolStaff, triageStaff } from '#access/roles.ts'
import { calendarOf } from '#district/contract.ts'
import { lineOf } from '#referrals/contract.ts'
import { boundsOf, sortPromises } from './promises.ts'
import { thingsOwedTo } from './owed-store.ts'
import { concernsRaised, keptSince, type OwedReferral, referralsOwnedBy } from './today-store.ts'
import { isSmall, saidOf } from './timeline.ts'

const is = (roles: readonly Role[], role: Role) => roles.includes(role)

/** An agency's turn is waited for; once its time has passed, the navigator owes a call. */
const owesNow = (referral: OwedReferral, now: Date): boolean =>
  referral.nextOwner !== 'partner' || (referral.nextLateAt !== null && referral.nextLateAt <= now)

async function promisesOf(view: Viewing) {
  const { tx, actor, now } = view
  const { role } = actor
  const referrals =
    is(careTeam, role) && actor.personId !== null ? await referralsOwnedBy(tx, actor.personId, now) : []
  const what = {
    now,
    triage: is(triageStaff, role),
    care: is(careTeam, role),
    lead: role === 'designated_lead' || role === 'crisis_lead',
  }
  return { referrals, things: await thingsOwedTo(tx, actor, what) }
}

const withLine = (referral: OwedReferral, now: Date) => ({
  of: 'referral' as const,
  ...referral,
  dueAt: referral.nextDueAt,
  line: lineOf(referral, now),
})

async function done(view: Viewing, since: Date) {
  const rows = await keptSince(view.tx, view.actor.personId as string, since)
  return rows.flatMap((row) => {
    const what = saidOf(row.name)
    return what === undefined || isSmall(row.name) ? [] : [{ ...row, what }]
  })
}

const studentsIn = (rows: readonly { studentId: string | null }[]) => [
  ...new Set(rows.map(({ studentId }) => studentId).filter((each) => each !== null)),
]

/** What one person owes in this assignment, to whom and by when; a first screen made of clocks [R055]. */
export const lookToday = look({
  name: 'coordination/today',
  by: [...schoolStaff, ...partnerStaff],
  given: z.object({
    show: z.enum(['everything', 'handoffs', 'visits', 'late']).default('everything').catch('everything'),
  }),
  async see(view, { show }) {
    view.permit(true)
    const calendar = await calendarOf(view.tx)
    const { now } = view
    const bounds = boundsOf({ calendar, now })
    const { referrals, things } = await promisesOf(view)
    const owed = referrals.filter((referral) => owesNow(referral, now))
    const promised = [
      ...owed.map((referral) => withLine(referral, now)),
      ...things
        .filter(({ kind }) => kind !== 'notice')
        .map((thing) => ({ of: 'thing' as const, ...thing, highNeed: false })),
    ]
    const kept = await done(view, bounds.today)
    const raised =
      view.actor.role === 'teacher' ? await concernsRaised(view.tx, view.actor.personId as string) : []
    view.saw({ type: 'today', id: null, studentIds: studentsIn([...referrals, ...things, ...kept]) })
    return {
      role: view.actor.role,
      /** An agency's promises stand in its inbox. */
      inbox: is(partnerStaff, view.actor.role),
      show,
      calendar,
      now,
      bounds,
      groups: sortPromises(promised, bounds),
      waiting: referrals.filter((referral) => !owesNow(referral, now)),
      notices: things.filter(({ kind }) => kind === 'notice'),
      kept,
      raised,
    }
  },
})
export type SeenToday = Awaited<ReturnType<typeof lookToday.see>>
export type Promised = SeenToday['groups']['high'][number]
