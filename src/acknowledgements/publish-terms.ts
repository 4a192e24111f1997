import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf, instantAt } from '#district/contract.ts'
import { choice, day, text, whole } from '#platform/given.ts'
import { Problem } from '#platform/problem.ts'
import { mayPublishTerms, termsKeepers } from './policy.ts'
import { insertTerms, oneAtATime, termsVersions } from './store.ts'
import { readings, validDays } from './terms.ts'
import { publishingObstacles } from './words.ts'

const mostLines = 20
const longestLine = 300

/** What was typed, one sentence on each line. */
const linesOf = (typed: string): string[] =>
  typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/**
 * The next version of what an audience acknowledges, in the district's own words and for its own number of
 * days. None is edited. Everybody of the audience is asked anew from the day it begins [R141].
 */
export const publishTerms = act({
  name: 'acknowledgements/publish-terms',
  by: termsKeepers,
  given: z.object({
    audience: choice(readings, 'Choose who reads it'),
    /** The version that was written anew; 0 where there is none. */
    version: whole(0, 1_000_000),
    lines: text(6000, 'Write what they keep to'),
    validDays: whole(validDays.least, validDays.most),
    inForceOn: day,
  }),
  refusals: publishingObstacles,
  fields: {
    in_the_past: 'inForceOn',
    before_the_last: 'inForceOn',
    too_many_lines: 'lines',
    too_long_a_line: 'lines',
  },
  async do(unit, { audience, version, lines: typed, validDays: days, inForceOn }) {
    const { tx, actor, now } = unit
    unit.permit(mayPublishTerms(actor))
    await oneAtATime(tx)
    const [latest] = await termsVersions(tx, audience)
    if ((latest?.version ?? 0) !== version) throw new Problem('changed_meanwhile')
    const calendar = await calendarOf(tx)
    const today = dayOf(calendar, now)
    const from = inForceOn === today ? now : instantAt(calendar, inForceOn, '00:00')
    const lines = linesOf(typed)
    const because = [
      ...(inForceOn < today ? (['in_the_past'] as const) : []),
      ...(latest !== undefined && from < latest.inForceFrom ? (['before_the_last'] as const) : []),
      ...(lines.length > mostLines ? (['too_many_lines'] as const) : []),
      ...(lines.some((line) => line.length > longestLine) ? (['too_long_a_line'] as const) : []),
    ]
    if (because.length > 0) return refused(because)

    const id = unit.id()
    const by = actor.personId
    await insertTerms(tx, {
      id,
      audience,
      version: version + 1,
      lines,
      days,
      sample: false,
      from,
      by,
      at: now,
    })
    const detail = { audience, version: version + 1, valid_days: days, in_force_on: inForceOn }
    unit.record('privacy_terms.published', { type: 'privacy_terms', id }, detail)
    return done({ id, audience })
  },
})
