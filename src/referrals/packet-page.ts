import { z } from 'zod'
import { reaches } from '#access/actor.ts'
import { look } from '#access/look.ts'
import { careTeam } from '#access/roles.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { getPartner } from '#directory/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { classesOfPacket, knownOf } from './packet-known.ts'
import { findPacket } from './packet-store.ts'
import { findReferral } from './store.ts'

/** The exact packet that was sent, as it left [R031]. */
export const packetPage = look({
  name: 'referrals/packet',
  by: careTeam,
  given: z.object({ referralId: id }),
  shows: { for: 'coordination', whole: ['packets'], parts: classesOfPacket },
  async see(view, { referralId }) {
    const referral = (await findReferral(view.tx, view.actor, referralId)) ?? notFound()
    view.permit(reaches(view.actor, referral))
    const packet = (await findPacket(view.tx, referral.id)) ?? notFound()
    const calendar = await calendarOf(view.tx)
    view.saw({ type: 'referral', id: referral.id, studentId: referral.studentId })
    const { contentHash, ...shown } = packet
    return {
      referral: { id: referral.id, number: referral.number },
      partnerName: (await getPartner(view.tx, packet.partnerId)).shortName,
      packet: { ...shown, content: knownOf(view, shown.content), hash: contentHash.toString('hex') },
      timeZone: calendar.timeZone,
      today: dayOf(calendar, view.now),
      now: view.now,
    }
  },
})
export type PacketData = Awaited<ReturnType<typeof packetPage.see>>
