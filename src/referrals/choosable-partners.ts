import type { Viewing } from '#access/look.ts'
import { listPartners, obstaclesToChoosing } from '#directory/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { gateOf } from '#partnership/contract.ts'

/** Every agency a referral could go to, with what stands in the way of it now. */
export async function choosablePartners({ tx, now }: Pick<Viewing, 'tx' | 'now'>) {
  const on = dayOf(await calendarOf(tx), now)
  const partners = []
  for (const partner of await listPartners(tx)) {
    const gate = await gateOf(tx, partner.id, on)
    const unavailable = [...obstaclesToChoosing(partner, now), ...gate.obstacles]
    partners.push({ id: partner.id, name: partner.name, openPlaces: partner.openPlaces, unavailable })
  }
  return partners
}
