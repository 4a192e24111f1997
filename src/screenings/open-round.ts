import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { coversSchool } from '#access/actor.ts'
import { isLive } from '#concerns/contract.ts'
import { findSchool } from '#district/contract.ts'
import { choices, day, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { cutOffsOf, findInstrument } from './instrument-store.ts'
import { screeners } from './policy.ts'
import { gradesAt, insertRound } from './round-store.ts'
import { obstaclesToOpening } from './rules.ts'
import { roundActWords } from './words.ts'

/** Opens a round: a school, grades, an instrument, and the version of its cut-off in force now [R006]. */
export const openRound = act({
  name: 'screenings/open-round',
  by: screeners,
  given: z.object({
    schoolId: id,
    instrumentId: id,
    grades: choices(z.string().max(20)),
    opensOn: day,
    closesOn: day,
  }),
  refusals: roundActWords,
  fields: {
    instrument_unknown: 'instrumentId',
    sample_at_live_school: 'instrumentId',
    no_cut_off: 'instrumentId',
    ends_before_start: 'closesOn',
    no_grade: 'grades',
    grade_unknown: 'grades',
  },
  async do(unit, { schoolId, instrumentId, grades, opensOn, closesOn }) {
    const { tx, actor } = unit
    const school = (await findSchool(tx, schoolId)) ?? notFound()
    if (!coversSchool(actor, school.id)) notFound()
    unit.permit(true, { type: 'school', id: schoolId })
    const instrument = await findInstrument(tx, instrumentId)
    if (instrument === undefined) return refused(['instrument_unknown'])
    const cutOff = (await cutOffsOf(tx)).find((each) => each.instrumentId === instrumentId)
    const live = await isLive(unit, schoolId)
    const known = await gradesAt(tx, actor)
    const facts = { sample: instrument.sample, live, cut: cutOff !== undefined, known }
    const chosen = { grades: [...new Set(grades)], opensOn, closesOn }
    const obstacles = obstaclesToOpening({ ...facts, ...chosen })
    if (cutOff === undefined || obstacles.length > 0) return refused(obstacles)
    const roundId = insertRound(unit, { schoolId, instrumentId, cutOffId: cutOff.id, ...chosen })
    unit.record(
      'screening_round.opened',
      { type: 'screening_round', id: roundId },
      { cut_off: cutOff.number },
    )
    return done({ roundId })
  },
})
