import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { trainings } from '#access/trainings.ts'
import { calendarOf, dayOf, instantAt } from '#district/contract.ts'
import { choice, day, text, whole, yesNo } from '#platform/given.ts'
import { Problem } from '#platform/problem.ts'
import { mayPublish, trainingKeepers } from './policy.ts'
import { insertRequirement, oneAtATime, requirementVersions } from './requirement-store.ts'
import { isSample, validMonths } from './shipped.ts'
import { publishingWords } from './words.ts'

const mostLines = 20
const longestLine = 300

/** What was typed, one sentence on each line. */
const linesOf = (typed: string): string[] =>
  typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/**
 * The next version of a training: what it covers, how many months it holds, and whether the district requires
 * it. From that day on what it is for is closed to whoever has none that holds [R308].
 */
export const publishRequirement = act({
  name: 'training/publish-requirement',
  by: trainingKeepers,
  given: z.object({
    topic: choice(trainings, 'Choose which training'),
    /** The version that was written anew; 0 where there is none. */
    version: whole(0, 1_000_000),
    lines: text(6000, 'Write what it covers'),
    validMonths: whole(validMonths.least, validMonths.most),
    required: yesNo('Say whether it is required'),
    inForceOn: day,
  }),
  refusals: publishingWords,
  fields: {
    in_the_past: 'inForceOn',
    before_the_last: 'inForceOn',
    too_many_lines: 'lines',
    too_long_a_line: 'lines',
  },
  async do(unit, { topic, version, lines: typed, validMonths: months, required, inForceOn }) {
    const { tx, actor, now } = unit
    unit.permit(mayPublish(actor))
    await oneAtATime(tx)
    const [latest] = await requirementVersions(tx, topic)
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
    const next = { topic, version: version + 1, lines, validMonths: months, required }
    const id = insertRequirement(unit, { ...next, sample: isSample(topic, lines), inForceFrom: from })
    const detail = { topic, version: next.version, valid_months: months, required, in_force_on: inForceOn }
    unit.record('training.published', { type: 'training_requirement', id }, detail)
    return done({ id, topic })
  },
})
