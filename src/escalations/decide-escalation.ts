import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf, endOfCalendarDay } from '#district/contract.ts'
import { choice, day, id, optionalText } from '#platform/given.ts'
import { askElsewhere, holdReferral, type Referral } from '#referrals/contract.ts'
import { GivenPlan, openOffered, planOffered } from '#supports/contract.ts'
import { latestAgain } from './again.ts'
import { addEntry, entriesOf } from './entry-store.ts'
import { decisions, type Entry, type Escalation } from './escalation.ts'
import { escalationLifecycle } from './lifecycle.ts'
import { leads } from './policy.ts'
import { obstaclesToDeciding } from './rules.ts'
import { chainOf, saveEscalation } from './store.ts'
import { subjectOf } from './tell.ts'
import { decidingWords } from './words.ts'
import { workOnEscalation } from './work-on-escalation.ts'

const Given = z.object({
  escalationId: id,
  decision: choice(decisions, 'Choose how it goes on'),
  /** When somebody looks at it again, whatever was decided. */
  againOn: day,
  words: optionalText(1000),
  /** For another agency: which, and why this one cannot. Left out, it is chosen in the new handoff. */
  partnerId: id.optional(),
  reason: optionalText(60),
  /** The same for an urgent community option: each way of the form has fields of its own. */
  urgentPartnerId: id.optional(),
  urgentReason: optionalText(60),
  ...GivenPlan,
})
type Decided = z.output<typeof Given>
type Opened = Pick<Entry, 'openedType' | 'openedId'>
const nothing: Opened = { openedType: null, openedId: null }

/** The latest referral of the chain: the one that can still go on. */
async function latestReferral(unit: Unit, escalation: Escalation): Promise<Referral> {
  const chain = await chainOf(unit.tx, escalation.referralId)
  const latest = await holdReferral(unit, chain.at(-1)?.id ?? escalation.referralId)
  if (latest === undefined) throw new Error('An escalation speaks of a referral that is not there')
  return latest
}

async function passOn(unit: Unit, referral: Referral, given: Decided) {
  const wish =
    given.decision === 'urgent_community'
      ? { partnerId: given.urgentPartnerId, reason: given.urgentReason ?? '', highNeed: true }
      : { partnerId: given.partnerId, reason: given.reason ?? '' }
  const outcome = await askElsewhere(unit, referral, wish)
  if (outcome.because !== undefined) return { because: outcome.because }
  return { opened: { openedType: 'referral', openedId: outcome.successor.id } satisfies Opened }
}

async function helpAtSchool(unit: Unit, escalation: Escalation, given: Decided) {
  const { because, plan } = await planOffered(unit, escalation, given)
  if (because.length > 0) return { because }
  const openedId = await openOffered(unit, escalation, plan)
  return { opened: { openedType: 'brief_support', openedId } satisfies Opened }
}

type About = { escalation: Escalation; referral: Referral }

/** Opens the record the decision speaks of [R091]. */
async function carryOut(unit: Unit, given: Decided, { escalation, referral }: About) {
  switch (given.decision) {
    case 'continue':
      return { opened: nothing }
    case 'school_support':
      return helpAtSchool(unit, escalation, given)
    case 'other_agency':
    case 'urgent_community':
      return passOn(unit, referral, given)
  }
}

/**
 * The third of three: the lead decides to go on or to take one of three other ways, and what the decision
 * opens is opened here and now [R090] [R091]. It stays on the list: a decision connects nobody.
 */
export const decideEscalation = act({
  name: 'escalations/decide-escalation',
  by: leads,
  given: Given,
  refusals: decidingWords,
  fields: {
    again_in_the_past: 'againOn',
    again_too_far: 'againOn',
    reason_unknown: 'reason',
    focus_missing: 'focus',
    owner_missing: 'ownerId',
    entry_criterion_missing: 'entryCriterion',
    review_missing: 'reviewOn',
  },
  async do(unit, given) {
    const escalation = await workOnEscalation(unit, given.escalationId)
    const [calendar, entries] = await Promise.all([calendarOf(unit.tx), entriesOf(unit.tx, escalation.id)])
    const referral = await latestReferral(unit, escalation)
    const because = obstaclesToDeciding({
      closed: escalation.state === 'closed',
      entries,
      decision: given.decision,
      againOn: given.againOn,
      today: dayOf(calendar, unit.now),
      latest: await latestAgain(unit, escalation, [referral]),
      referralEnded: referral.endedAt !== null,
    })
    if (because.length > 0) return refused(because)
    const outcome = await carryOut(unit, given, { escalation, referral })
    if ('because' in outcome) return refused(outcome.because)

    const { decision, againOn, words } = given
    addEntry(unit, escalation, {
      kind: 'decision',
      decision,
      againOn,
      words: words || null,
      ...outcome.opened,
    })
    saveEscalation(unit, {
      ...escalation,
      state: escalationLifecycle.next(escalation.state, 'decide'),
      takenBy: escalation.takenBy ?? unit.actor.personId,
      takenAt: escalation.takenAt ?? unit.now,
      nextDueAt: endOfCalendarDay(calendar, againOn),
    })
    unit.record('escalation.decided', subjectOf(escalation), { decision, ...outcome.opened })
    return done({ escalationId: escalation.id, ...outcome.opened })
  },
})
