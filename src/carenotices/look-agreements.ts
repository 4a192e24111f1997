import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { standingOf } from './agreement.ts'
import { careAgreements, careSenders } from './agreement-store.ts'
import { agreementKeepers, revokers } from './policy.ts'

/** What was agreed with law enforcement, and which desks send under it. */
export const lookAgreements = look({
  name: 'carenotices/agreements',
  by: revokers,
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    const { tx, actor, now } = view
    view.permit(true)
    view.sawNoStudent()
    const calendar = await calendarOf(tx)
    const today = dayOf(calendar, now)
    const [agreements, senders] = [await careAgreements(tx), await careSenders(tx)]
    const keeps = (agreementKeepers as readonly string[]).includes(actor.role)
    return {
      agreements: agreements.map((agreement) => ({
        ...agreement,
        standing: standingOf(agreement, today),
        senders: senders.filter(({ agreementId }) => agreementId === agreement.id),
      })),
      keeps,
      today,
      timeZone: calendar.timeZone,
      now,
    }
  },
})
export type SeenAgreements = Awaited<ReturnType<typeof lookAgreements.see>>
