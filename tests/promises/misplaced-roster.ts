import { systemActor } from '#access/actor.ts'
import { applyRoster } from '#people/apply-roster.ts'
import { discardRoster } from '#people/discard-roster.ts'
import { finishRoster } from '#people/finish-roster.ts'
import { previewRoster } from '#people/preview-roster.ts'
import { refuseRoster } from '#people/refuse-roster.ts'
import { riversideId } from '../riverside/places.ts'
import type { Asked } from './misplaced.ts'

/** A roster file: two moves are a person's, the others the house's own. */
export function rosterAsked(id: string): Asked {
  const read = { importId: id, read: {}, onProgress: () => undefined }
  const house = { who: 'house', because: ['moved_on'] } as const
  const keeper = { who: 'ben', because: ['not_previewed'], given: { importId: id } } as const
  return {
    relation: 'roster_import',
    key: 'id',
    id,
    acts: {
      preview: { ...house, act: previewRoster, given: read },
      finish: { ...house, act: finishRoster, given: read },
      refuse: { ...house, act: refuseRoster, given: { importId: id, code: 'empty', says: 'Nothing in it' } },
      apply: { ...keeper, act: applyRoster },
      discard: { ...keeper, act: discardRoster },
    },
  }
}

/** The house acting by itself, for what no person asks. */
export const houseActor = systemActor(riversideId)
