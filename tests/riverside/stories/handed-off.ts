import type { FamilyKey } from '../families.ts'
import type { PartnerKey } from '../places.ts'
import type { Story } from './story.ts'
import { Walk } from './walk.ts'

type Opening = { key: FamilyKey; on: number; observed: string; partner?: PartnerKey; late?: boolean }

/** Concern, decision, call, consent, packet, receipt: what most stories begin with. */
export async function handedOff(
  { teller, almanac }: Parameters<Story>[0],
  { key, on, observed, partner = 'cedarStreet', late = false }: Opening,
  until: 'sent' | 'received' = 'received',
) {
  const walk = new Walk(teller, key)
  const { moment } = almanac
  await walk.at(moment(on - 1, '10:15')).raise(observed)
  await walk.at(moment(on, '08:50')).decide('b')
  const day = late ? on + 1 : on
  if (late) await walk.at(moment(on, '09:30')).callWithoutAnswer(almanac.day(on + 1))
  await walk.at(moment(day, '14:20')).talk(partner)
  await walk.at(moment(day, '14:34')).consent()
  await walk.at(moment(day, '14:40')).send()
  if (until === 'received') await walk.at(moment(day, '14:46')).confirmReceiptByPhone()
  return { walk, day }
}
