import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { schoolStaff } from '#access/roles.ts'
import { insertNotice } from '#concerns/contract.ts'
import { choice, id, optionalText, text } from '#platform/given.ts'
import { addEntry } from './entry-store.ts'
import { endAs, endedOf } from './end.ts'
import { obstaclesToEnding, takesSecond } from './ending.ts'
import { newsKind, subjectOf, endings } from './incident.ts'
import { namedAt } from './people-at.ts'
import { mayDecide } from './policy.ts'
import { endingWords } from './words-of-endings.ts'
import { workOnIncident } from './write-entry.ts'

/**
 * Whoever leads ends an incident that is no crisis of a student of this school, and says why: a mistaken
 * press, somebody nobody could name, or another school's. A mistake after which something was recorded waits
 * for a second person; until then it has its owner and its timer.
 */
export const endIncident = act({
  name: 'crisis/end-incident',
  by: schoolStaff,
  unacknowledged: 'help',
  given: z.object({
    incidentId: id,
    ending: choice(endings, 'Say how it ends'),
    why: text(500, 'Say why'),
    toWhom: optionalText(200),
    reviewerId: id.optional(),
  }),
  refusals: endingWords,
  fields: { second_missing: 'reviewerId', second_is_you: 'reviewerId', to_whom_missing: 'toWhom' },
  async do(unit, { incidentId, ending, why, toWhom, reviewerId: asked }) {
    const held = await workOnIncident(unit, incidentId)
    const { incident } = held
    const reviewerId = (await namedAt(unit, incident, asked)) ?? undefined
    if (incident.state === 'closed') return refused(['closed'])
    if (!mayDecide(unit.actor, incident)) return refused(['not_a_lead'])
    const ended = await endedOf(unit, held)
    const said = { ending, by: unit.actor.personId, reviewerId, toWhom: toWhom || undefined }
    const because = obstaclesToEnding(ended, said)
    if (because.length > 0) return refused(because)
    const second = ending === 'opened_by_mistake' && takesSecond(ended) ? reviewerId : undefined
    const words = toWhom ? `${toWhom}: ${why}` : why
    const draft = { kind: 'ending_said', what: ending, words, personId: second ?? null } as const
    addEntry(unit, incident, { ...draft, happenedAt: unit.now })
    unit.record('crisis.ending_said', subjectOf(incident), { as: ending, second: second ?? null })
    if (second === undefined) endAs(unit, incident, ending)
    else
      insertNotice(unit, {
        personId: second,
        kind: newsKind(incident, 'review_asked'),
        subject: subjectOf(incident),
      })
    return done({ incidentId })
  },
})
