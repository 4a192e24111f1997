import { z } from 'zod'
import { endingSoon } from '#acknowledgements/contract.ts'
import { look, type Viewing } from '#access/look.ts'
import { careTeam, partnerStaff, type Role, schoolStaff } from '#access/roles.ts'
import { decidersAt, isDecider } from '#concerns/contract.ts'
import { calendarOf, dayOf, standsInFor } from '#district/contract.ts'
import { pageKey, pageKeyText } from '#platform/page-key.ts'
import { type AgencyPromise, lineOf, owedByAgency } from '#referrals/contract.ts'
import { dutiesOf } from './duties.ts'
import {
  type Bounds,
  boundsOf,
  eachGroup,
  type Group,
  groups,
  shownOf,
  type Showing,
  sortPromises,
} from './promises.ts'
import { classesToday } from './classes.ts'
import { knownDetails, knownThings, noteMetAtAgency, signalsSaid, studentsIn } from './today-known.ts'
import { type OwedThing, thingsOwedTo } from './owed-store.ts'
import {
  concernsRaised,
  keptSince,
  type OpenReferral,
  type OwedReferral,
  referralsOwnedBy,
} from './today-store.ts'
import { isSmall, saidOf } from './timeline.ts'

const is = (roles: readonly Role[], role: Role) => roles.includes(role)

/** An agency's turn is waited for; once its day has passed, the navigator owes a call. */
const waitsFor = ({ nextOwner, dueAt }: OpenReferral, { today }: Bounds): boolean =>
  nextOwner === 'partner' && dueAt >= today

/** How many of those one waits for are named. The tracker has the others. */
const mostWaiting = 10

/** Everything that may stand on the page, as far as it has to be known to be sorted. */
async function promisesOf(view: Viewing) {
  const { tx, actor, now } = view
  // A score of lists and counts: they took longer to plan for each page than to read.
  tx.planOnce()
  const { role } = actor
  const deciders = await decidersAt(view)
  const owning = is(careTeam, role) && actor.personId !== null
  const named = view.knows('identity')
  const referred = named && view.knows('referrals')
  const calendar = await calendarOf(tx)
  const standsIn = owning ? await standsInFor(tx, actor.personId as string, dayOf(calendar, now)) : []
  const what = {
    now,
    deciders,
    triage: isDecider(role, deciders),
    care: is(careTeam, role),
    lead: role === 'designated_lead' || role === 'crisis_lead',
    covered: standsIn.map(({ id }) => id),
  }
  const [duties, referrals, things, agency, raised] = await Promise.all([
    dutiesOf(view, dayOf(calendar, now)),
    owning && referred ? referralsOwnedBy(tx, actor, what) : [],
    thingsOwedTo(tx, actor, what),
    actor.partnerId === null || !referred ? [] : owedByAgency(view, actor.partnerId),
    role === 'teacher' && named && view.knows('concerns') ? concernsRaised(tx, actor.personId as string) : [],
  ])
  const termsEndOn = endingSoon(actor.termsEndOn, dayOf(calendar, now))
  return {
    calendar,
    duties,
    referrals,
    things: knownThings(view, things),
    agency,
    raised,
    termsEndOn,
    standsIn,
  }
}

type Found = Awaited<ReturnType<typeof promisesOf>>
const asPromise = (thing: OwedThing) => ({
  of: 'thing' as const,
  ...thing,
  // Whoever is at high risk while nobody clinical answers for them stands first, as high need does.
  highNeed: thing.kind === 'holder',
})
const asAgencys = (promise: AgencyPromise) => ({ of: 'agency' as const, ...promise })

/** What is owed, sorted, and what of it this page shows. */
function sortedOf(
  { referrals, things, agency }: Found,
  { bounds, showing }: { bounds: Bounds; showing: Showing },
) {
  const sorted = sortPromises(
    [
      ...referrals
        .filter((referral) => !waitsFor(referral, bounds))
        .map((referral) => ({ of: 'referral' as const, ...referral })),
      ...things.filter(({ kind }) => kind !== 'notice').map(asPromise),
      ...agency.map(asAgencys),
    ],
    bounds,
  )
  return { counts: eachGroup((group) => sorted[group].length), ...shownOf(sorted, showing) }
}

/** A promise as the page shows it. */
export type Promised =
  | ReturnType<typeof asPromise>
  | ReturnType<typeof asAgencys>
  | ReturnType<typeof withLine>
type Sorted = ReturnType<typeof sortedOf>['shown'][Group][number]

const withLine = (referral: OwedReferral, now: Date) => ({
  of: 'referral' as const,
  ...referral,
  dueAt: referral.nextDueAt,
  line: lineOf(referral, now),
})

/** A promise with everything its row says. A referral that ended in between is not there any more. */
function wholeOf(promise: Sorted, details: Map<string, OwedReferral>, now: Date): Promised[] {
  if (promise.of !== 'referral') return [promise]
  const referral = details.get(promise.id)
  return referral === undefined ? [] : [withLine(referral, now)]
}

async function done(view: Viewing, since: Date) {
  const rows = await keptSince(view.tx, view.actor, since)
  return rows.flatMap((row) => {
    const what = saidOf(row.name)
    return what === undefined || isSmall(row.name) ? [] : [{ ...row, what }]
  })
}

/** What stands on the page beside promises, and the calendar it is all read by. */
const besideOf = ({ referrals: _, things: _things, agency: _agency, ...beside }: Found) => beside

/**
 * What one person owes in this assignment, to whom and by when; a first screen made of clocks [R055]. The
 * first of each group, or one group alone, page by page. News and whom one waits for stand on the first page.
 */
export const lookToday = look({
  name: 'coordination/today',
  by: [...schoolStaff, ...partnerStaff],
  given: z.object({
    show: z
      .enum(['everything', ...groups])
      .default('everything')
      .catch('everything'),
    after: pageKey,
  }),
  shows: {
    for: 'coordination',
    parts: classesToday,
  },
  async see(view, showing) {
    view.permit(true)
    const { actor, now } = view
    const all = await promisesOf(view)
    const bounds = boundsOf({ calendar: all.calendar, now })
    const { counts, shown, next } = sortedOf(all, { bounds, showing })
    const whole = showing.show === 'everything'
    const waiting = whole ? all.referrals.filter((referral) => waitsFor(referral, bounds)) : []
    const promised = groups.flatMap((group) => shown[group])
    const owned = promised.filter((promise) => promise.of === 'referral')
    const ids = [...owned, ...waiting.slice(0, mostWaiting)].map(({ id }) => id)
    const [details, kept] = await Promise.all([
      knownDetails(view, ids),
      whole && view.knows('identity') ? done(view, bounds.today) : [],
    ])
    const notices = whole ? all.things.filter(({ kind }) => kind === 'notice') : []
    const things = promised.filter((promise) => promise.of !== 'referral')
    const seen = [...details.values(), ...things, ...notices, ...kept]
    noteMetAtAgency(view, promised, bounds.today)
    view.saw({ type: 'today', id: null, studentIds: studentsIn(seen) })
    return {
      role: actor.role,
      personId: actor.personId,
      show: showing.show,
      now,
      bounds,
      counts,
      /** An agency answers in its inbox. */
      inbox: is(partnerStaff, actor.role),
      groups: eachGroup((group) => shown[group].flatMap((promise) => wholeOf(promise, details, now))),
      signals: await signalsSaid(view, things),
      next: next && pageKeyText(next),
      waiting: waiting.flatMap(({ id }) => details.get(id) ?? []),
      waitingCount: waiting.length,
      notices,
      kept,
      ...besideOf(all),
    }
  },
})
export type SeenToday = Awaited<ReturnType<typeof lookToday.see>>
