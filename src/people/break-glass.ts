import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { schoolsInReach } from '#access/actor.ts'
import type { Unit } from '#access/unit.ts'
import { choice, day, optionalText, text } from '#platform/given.ts'
import {
  endOf,
  isMeant,
  type Known,
  obstaclesToOpening,
  openingLimits,
  openingReasons,
  reviewDueAt,
} from './opening.ts'
import { tellOfOpening } from './opening-alert.ts'
import { addOpening, candidatesFor, ownOpenings } from './opening-store.ts'
import { openingObstacleWords } from './opening-words.ts'
import { glassBreakers } from './policy.ts'
import { referralNumber } from './search-pathway-store.ts'

const ownWords = text(openingLimits.mostWords, 'Say in your own words why you need it').refine(
  (typed) => [...typed].length >= openingLimits.leastWords,
  `Say it in at least ${openingLimits.leastWords} characters`,
)

/** The one student whom number and proof lead to; nobody where they lead to none, or to several. */
async function meant({ tx }: Unit, { number, ...known }: Known & { number: string }) {
  const found = await candidatesFor(tx, { typed: number, number: referralNumber(number) })
  const fitting = found.filter((candidate) => isMeant(candidate, known))
  return fitting.length === 1 ? fitting[0] : undefined
}

/**
 * Opens one student whom somebody of the school needs now and does not reach: to read, for four hours, with a
 * reason. The privacy officer and the designated lead hear of it at once, and somebody else reviews it. A
 * wrong try and a student one is kept from are answered in the same words.
 */
export const breakGlass = act({
  name: 'people/break-glass',
  by: glassBreakers,
  provenLately: true,
  tries: { most: 5, minutes: 15 },
  given: z.object({
    number: text(40),
    bornOn: day.optional(),
    name: optionalText(160),
    reason: choice(openingReasons),
    words: ownWords,
  }),
  refusals: openingObstacleWords,
  fields: { nothing_known: 'bornOn', no_match: 'number', within_reach: 'number', open_already: 'number' },
  async do(unit, { number, bornOn, name, reason, words }) {
    unit.permit(true)
    const { tx, actor, now } = unit
    const known = { bornOn, name }
    const found = await meant(unit, { number, ...known })
    const schools = schoolsInReach(actor)
    const own = await ownOpenings(tx, actor, now)
    const obstacles = obstaclesToOpening({
      known,
      found,
      reached: schools === null || schools.includes(found?.schoolId ?? ''),
      open: own.some(({ studentId }) => studentId === found?.id),
    })
    if (found === undefined || obstacles.length > 0) return refused(obstacles)

    const endsAt = endOf(now)
    const id = addOpening(unit, { studentId: found.id, reason, words, endsAt })
    const subject = { type: 'record_opening', id, studentId: found.id }
    unit.record('opening.begun', subject, { reason, endsAt: endsAt.toISOString() })
    const about = { id, personId: actor.personId as string, studentId: found.id, schoolId: found.schoolId }
    const kind = 'opening.begun' as const
    const told = await tellOfOpening(unit, about, { kind, roles: ['privacy_officer', 'designated_lead'] })
    // Somebody hears of it at once, whoever is there: the head covers every school.
    if (told === 0)
      await tellOfOpening(unit, { ...about, schoolId: null }, { kind, roles: ['district_head'] })
    unit.enqueue({
      task: 'people/escalate-opening',
      payload: { openingId: id },
      key: `people/escalate-opening/${id}`,
      at: reviewDueAt(now),
    })
    return done({ studentId: found.id, openingId: id })
  },
})
