import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choice, day, id, optionalText } from '#platform/given.ts'
import { latestAgain } from './again.ts'
import { addEntry, entriesOf } from './entry-store.ts'
import { risenFrom } from './crisis-store.ts'
import { endings } from './escalation.ts'
import { escalationLifecycle } from './lifecycle.ts'
import { leads } from './policy.ts'
import { connectionOf, obstaclesToClosing } from './rules.ts'
import { chainOf, saveEscalation } from './store.ts'
import { subjectOf } from './tell.ts'
import { watchAgain } from './watch-store.ts'
import { closingWords } from './words.ts'
import { workOnEscalation } from './work-on-escalation.ts'

/**
 * An escalation is over when the family is connected, as the referral itself says, or when a clear other plan
 * stands: what it is, and when somebody looks at it again [R092].
 */
export const closeEscalation = act({
  name: 'escalations/close-escalation',
  by: leads,
  given: z.object({
    escalationId: id,
    ending: choice(endings, 'Choose how it ends'),
    words: optionalText(2000),
    againOn: day.optional(),
  }),
  refusals: closingWords,
  fields: {
    plan_missing: 'words',
    again_missing: 'againOn',
    again_too_far: 'againOn',
    not_connected: 'ending',
    nothing_since: 'ending',
  },
  async do(unit, { escalationId, ending, words = '', againOn }) {
    const escalation = await workOnEscalation(unit, escalationId)
    const [calendar, entries, chain, risen] = await Promise.all([
      calendarOf(unit.tx),
      entriesOf(unit.tx, escalation.id),
      chainOf(unit.tx, escalation.referralId),
      risenFrom(unit.tx, escalation.id),
    ])
    const plan = words === '' ? undefined : words
    const because = obstaclesToClosing({
      closed: escalation.state === 'closed',
      crisisRuns: risen.some(({ closedAt }) => closedAt === null),
      decided: escalationLifecycle.allows(escalation.state, 'close'),
      entries,
      ending,
      connection: connectionOf(escalation, chain),
      plan,
      againOn,
      today: dayOf(calendar, unit.now),
      latest: await latestAgain(unit, escalation, chain),
    })
    if (because.length > 0) return refused(because)

    if (plan !== undefined && againOn !== undefined && ending === 'other_plan')
      addEntry(unit, escalation, { kind: 'plan', words: plan, againOn })
    saveEscalation(unit, {
      ...escalation,
      state: escalationLifecycle.next(escalation.state, 'close'),
      closedAt: unit.now,
      closedBy: unit.actor.personId,
      ending,
    })
    watchAgain(unit, escalation.referralId)
    unit.record('escalation.closed', subjectOf(escalation), { ending })
    return done({ escalationId })
  },
})
