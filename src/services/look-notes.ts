import { z } from 'zod'
import { look } from '#access/look.ts'
import { getPartner } from '#directory/contract.ts'
import { calendarOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findReferral } from '#referrals/contract.ts'
import { lawOfNotes } from './note.ts'
import { mayKeepNotes, noteKeepers } from './policy.ts'
import { notesOf } from './store.ts'

/** What clinicians of the agency wrote for themselves on one referral, and whose record that is [R134]. */
export const lookNotes = look({
  name: 'services/notes',
  by: noteKeepers,
  given: z.object({ referralId: id }),
  shows: { for: 'coordination', whole: ['provider_notes'] },
  async see(view, { referralId }) {
    const { tx, actor, now } = view
    const referral = (await findReferral(tx, actor, referralId)) ?? notFound()
    view.permit(mayKeepNotes(actor, referral))
    const agency = await getPartner(tx, referral.partnerId as string)
    const [notes, { timeZone }] = await Promise.all([notesOf(tx, referral.id), calendarOf(tx)])
    view.saw({ type: 'provider_notes', id: referral.id }, { detail: { notes: notes.length } })
    return {
      referral: { id: referral.id, number: referral.number },
      record: { owner: agency.name, law: lawOfNotes(agency) },
      notes,
      timeZone,
      now,
    }
  },
})
export type SeenNotes = Awaited<ReturnType<typeof lookNotes.see>>
