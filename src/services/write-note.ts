import { act, done } from '#access/act.ts'
import { getPartner } from '#directory/contract.ts'
import { id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findReferral } from '#referrals/contract.ts'
import { z } from 'zod'
import { lawOfNotes } from './note.ts'
import { mayKeepNotes, noteKeepers } from './policy.ts'
import { insertNote } from './store.ts'

/** A clinician writes a note for their own agency. It crosses to nobody [R134]. */
export const writeNote = act({
  name: 'services/write-note',
  by: noteKeepers,
  inPerson: true,
  given: z.object({ referralId: id, words: text(4000, 'Write the note') }),
  async do(unit, { referralId, words }) {
    const referral = (await findReferral(unit.tx, unit.actor, referralId)) ?? notFound()
    unit.permit(mayKeepNotes(unit.actor, referral))
    const agency = await getPartner(unit.tx, referral.partnerId as string)
    const noteId = insertNote(unit, referral, { words, governedBy: lawOfNotes(agency) })
    // Of no student: the school's file of the student does not say that there is a note.
    unit.record('note.written', { type: 'provider_note', id: noteId })
    return done({ referralId, noteId })
  },
})
