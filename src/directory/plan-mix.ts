import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf, instantAt } from '#district/contract.ts'
import { day, id, whole } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { insertMix, mixesOf, mixWayNames } from './mix-store.ts'
import { holdPartner } from './store.ts'
import { mixWords } from './mix-words.ts'

const places = whole(0, 999).default(0)

/**
 * How an agency sees families changes on a day that is known now, as when a school goes virtual: from that
 * day on its room follows by itself, and whoever chooses with a family reads it before [R350].
 */
export const planMix = act({
  name: 'directory/plan-mix',
  by: ['district_head'],
  given: z.object({
    partnerId: id,
    effectiveOn: day,
    onCampus: places,
    offCampus: places,
    atHome: places,
    byVideo: places,
  }),
  refusals: mixWords,
  fields: { day_passed: 'effectiveOn', planned_already: 'effectiveOn', no_places: 'onCampus' },
  async do(unit, given) {
    const partner = (await holdPartner(unit, given.partnerId)) ?? notFound()
    const subject = { type: 'partner', id: partner.id }
    unit.permit(true, subject)
    const calendar = await calendarOf(unit.tx)
    const planned = await mixesOf(unit.tx, partner.id)
    const because = [
      ...(given.effectiveOn < dayOf(calendar, unit.now) ? (['day_passed'] as const) : []),
      ...(planned.some(({ effectiveOn }) => effectiveOn === given.effectiveOn)
        ? (['planned_already'] as const)
        : []),
      ...(mixWayNames.every((way) => given[way] === 0) ? (['no_places'] as const) : []),
    ]
    if (because.length > 0) return refused(because)

    const mixId = insertMix(unit, given)
    unit.record('partner.mix_planned', subject, { mix: mixId, on: given.effectiveOn })
    const at = instantAt(calendar, given.effectiveOn, '00:00')
    unit.enqueue({ task: 'directory/begin-mix', payload: { mixId }, at, key: `directory/begin-mix/${mixId}` })
    return done({ partnerId: partner.id, mixId })
  },
})
