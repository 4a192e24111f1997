import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { barriersOf, subjectOf } from '#handoffs/contract.ts'
import { choice, day, id, optionalText } from '#platform/given.ts'
import { helpKinds } from './help.ts'
import { helpers } from './policy.ts'
import { obstaclesToAsking } from './rules.ts'
import { insertHelp } from './store.ts'
import { workOnReferral } from './work-on-help.ts'
import { askingWords } from './words.ts'

const Request = z.object({
  referralId: id,
  kind: choice(helpKinds, 'Choose what is needed'),
  need: optionalText(300),
  dueOn: day,
  /** The barrier it clears once it is done. */
  barrierId: z.preprocess((given) => given || undefined, id.optional()),
})

/**
 * A family needs practical help: a ride, forms filled in, insurance, food. It is owed by whoever navigates
 * the referral, by a day, until it ends [R056] [R058] [R064].
 */
export const requestHelp = act({
  name: 'navigation/request-help',
  by: helpers,
  given: Request,
  refusals: askingWords,
  async do(unit, { referralId, kind, need, dueOn, barrierId }) {
    const referral = await workOnReferral(unit, referralId)
    const calendar = await calendarOf(unit.tx)
    const barriers = barrierId === undefined ? [] : await barriersOf(unit.tx, referralId)
    const because = obstaclesToAsking({
      asked: { kind, need, dueOn },
      referralEnded: referral.endedAt !== null,
      barrier: barrierId === undefined ? undefined : (barriers.find((each) => each.id === barrierId) ?? null),
      today: dayOf(calendar, unit.now),
    })
    if (because.length > 0) return refused(because)

    const { studentId } = referral
    const asked = { referralId, studentId, barrierId: barrierId ?? null, kind, need: need || null, dueOn }
    const helpId = insertHelp(unit, asked)
    unit.record('help.asked', { ...subjectOf(referral), type: 'practical_support', id: helpId }, { kind })
    return done({ helpId, referralId })
  },
})
