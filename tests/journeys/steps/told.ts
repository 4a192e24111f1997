import { families } from '../../riverside/families.ts'
import type { FamilyKey } from '../../riverside/families.ts'
import type { PartnerKey } from '../../riverside/places.ts'
import type { Stage } from '../support/stage.ts'

export const nameOf = (key: FamilyKey) => `${families[key].given} ${families[key].family}`

/** Told by acts, on the morning of the journey's day: a decision, a talk, consent, and the packet is sent. */
export async function aReferralIsSent({ before, at }: Stage, key: FamilyKey, agency: PartnerKey) {
  const walk = before(key).at(new Date('2026-10-13T16:00:00Z'))
  await walk.raise('Quiet for two weeks.')
  await walk.decide('b')
  await walk.talk(agency)
  await walk.consent()
  await walk.send()
  at('2026-10-13T20:30:00Z')
  return walk
}

/** The same, with a first visit arranged and the agency's yes. */
export async function aVisitIsArranged(stage: Stage, key: FamilyKey, on: string) {
  const walk = await aReferralIsSent(stage, key, 'cedarStreet')
  await walk.confirmReceiptByPhone()
  await walk.arrange({ on })
  await walk.accept()
  return walk
}
