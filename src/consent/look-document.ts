import { z } from 'zod'
import { coversSchool } from '#access/actor.ts'
import { look } from '#access/look.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { openDocument } from './document-store.ts'
import { consentReaders } from './policy.ts'
import { findAsking, findReferralOf } from './store.ts'

/** A scan of a consent, handed out as a file: asked and written down each time. */
export const consentDocument = look({
  name: 'consent/document',
  by: consentReaders,
  given: z.object({ consentId: id, documentId: id }),
  shows: { for: 'coordination', whole: ['consent'] },
  async see(view, { consentId, documentId }) {
    const referralId = (await findReferralOf(view.tx, consentId)) ?? notFound()
    const asking = (await findAsking(view.tx, view.actor, referralId)) ?? notFound()
    view.permit(coversSchool(view.actor, asking.schoolId))
    const document = (await openDocument(view.tx, { consentId, documentId })) ?? notFound()
    const subject = { type: 'consent', id: consentId, studentId: asking.studentId }
    view.saw(subject, { kind: 'export', detail: { documentId } })
    return document
  },
})
