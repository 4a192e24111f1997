import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf } from '#district/contract.ts'
import { ticked } from '#platform/given.ts'
import { Problem } from '#platform/problem.ts'
import { modelInForce } from '#standards/contract.ts'
import { choiceFields, choiceGiven, obstaclesToChoosing, pauseEnd } from './choosing.ts'
import { saveChoice } from './choice-store.ts'
import { tolds } from './policy.ts'
import { findPersonReader } from './reader-store.ts'
import { choosingWords } from './words.ts'

/** Somebody chooses how they are written to. A crisis alert comes whatever they choose. */
export const setOwnChoice = act({
  name: 'messages/set-own-choice',
  by: tolds,
  given: z.object({ ...choiceGiven, digest: ticked }),
  refusals: choosingWords,
  fields: { ...choiceFields, no_phone: 'text', no_email: 'email' },
  async do(unit, { version, email, text, digest, hoursFrom, hoursUntil, pausedOn }) {
    const { tx, now, actor } = unit
    const personId = actor.personId as string
    const subject = { type: 'message_choice', id: personId }
    unit.permit(true, subject)
    const [reader, calendar, model] = await Promise.all([
      findPersonReader(tx, personId),
      calendarOf(tx),
      modelInForce(tx, now),
    ])
    const asked = { hoursFrom, hoursUntil, pausedOn, reason: 'own_choice' as const }
    const because = [
      ...obstaclesToChoosing(asked, { calendar, rules: model.message_rules.body, now }),
      ...(text && reader?.phone == null ? (['no_phone'] as const) : []),
      ...(email && reader?.email == null ? (['no_email'] as const) : []),
    ]
    if (because.length > 0) return refused(because)
    const pausedUntil = pauseEnd(calendar, pausedOn)
    const saved = await saveChoice(
      unit,
      { personId },
      {
        email,
        text,
        digest,
        withTime: false,
        hoursFrom: hoursFrom ?? null,
        hoursUntil: hoursUntil ?? null,
        pausedUntil,
        pauseReason: pausedUntil === null ? null : 'own_choice',
        version,
      },
    )
    if (!saved) throw new Problem('changed_meanwhile')
    unit.record('message_choice.changed', subject, { email, text, digest, paused: pausedUntil !== null })
    return done({})
  },
})
