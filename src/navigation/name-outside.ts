import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { subjectOf } from '#handoffs/contract.ts'
import { choice, day, id, text } from '#platform/given.ts'
import { outsideServices, outsideWays } from './outside.ts'
import { obstaclesToNaming } from './outside-rules.ts'
import { insertOutside, outsideOf } from './outside-store.ts'
import { namingWords } from './outside-words.ts'
import { helpers } from './policy.ts'
import { workOnReferral } from './work-on-help.ts'

/**
 * A family turns to a provider that is not in the directory. Nothing is sent there; whoever navigates the
 * referral calls back on a day, until it is known what came of it.
 */
export const nameOutside = act({
  name: 'navigation/name-outside',
  by: helpers,
  given: z.object({
    referralId: id,
    name: text(120, 'Say what the provider is called'),
    phone: text(40, 'Give a phone number to call'),
    service: choice(outsideServices, 'Choose what is asked for'),
    way: choice(outsideWays, 'Choose who calls'),
    callOn: day,
  }),
  refusals: namingWords,
  fields: { call_in_the_past: 'callOn' },
  async do(unit, { referralId, ...given }) {
    const referral = await workOnReferral(unit, referralId)
    const named = await outsideOf(unit.tx, referralId)
    const because = obstaclesToNaming({
      referralEnded: referral.endedAt !== null,
      isOpen: named.some(({ endedAt }) => endedAt === null),
      callOn: given.callOn,
      today: dayOf(await calendarOf(unit.tx), unit.now),
    })
    if (because.length > 0) return refused(because)
    const outsideId = insertOutside(unit, { referralId, studentId: referral.studentId, ...given })
    const subject = { ...subjectOf(referral), type: 'outside_provider', id: outsideId }
    unit.record('outside.named', subject, { service: given.service, way: given.way })
    return done({ outsideId, referralId })
  },
})
