import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdMix, mixWayNames, mixWays, saveBegun } from './mix-store.ts'
import { mixWords } from './mix-words.ts'
import type { Modality } from './partner.ts'
import { holdPartner } from './store.ts'

/** The day of a planned mix has come: the room and the ways of the agency follow. Done once [R350]. */
export const beginMix = act({
  name: 'directory/begin-mix',
  by: ['system'],
  given: z.object({ mixId: id }),
  refusals: mixWords,
  async do(unit, { mixId }) {
    const mix = (await holdMix(unit, mixId)) ?? notFound()
    const partner = (await holdPartner(unit, mix.partnerId)) ?? notFound()
    const subject = { type: 'partner', id: partner.id }
    unit.permit(true, subject)
    if (mix.begunAt !== null) return refused(['begun_already'])
    if (mix.effectiveOn > dayOf(await calendarOf(unit.tx), unit.now)) return refused(['not_due'])

    const video = partner.modalities.filter((way) => way.startsWith('tele'))
    const ways = mixWayNames.flatMap((way): Modality[] =>
      mix[way] === 0 ? [] : way === 'byVideo' && video.length > 0 ? video : [mixWays[way]],
    )
    saveBegun(unit, mix, ways)
    unit.record('partner.mix_begun', subject, { mix: mix.id })
    return done({ partnerId: partner.id })
  },
})
