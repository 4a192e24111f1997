import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { Scan } from '#platform/scan/scan.ts'
import { addDocument, getScanned } from './document-store.ts'
import { documentRefusals } from './document-words.ts'
import { consentStaff, mayRecordConsent } from './policy.ts'
import { mostDocuments } from './scans-given.ts'
import { findReferralOf, holdAsking } from './store.ts'

/** The signed paper of a consent is kept beside its record: the proof of how it was captured [R149]. */
export const addDocuments = act({
  name: 'consent/add-documents',
  by: consentStaff,
  given: z.object({
    consentId: id,
    /** Looked through already: nothing else is a scan. */
    scans: z.array(z.instanceof(Scan)).min(1).max(mostDocuments),
  }),
  refusals: documentRefusals,
  async do(unit, { consentId, scans }) {
    const referralId = (await findReferralOf(unit.tx, consentId)) ?? notFound()
    const asking = (await holdAsking(unit, referralId)) ?? notFound()
    const subject = { type: 'consent', id: consentId, studentId: asking.studentId }
    unit.permit(mayRecordConsent(unit.actor, asking), subject)
    const consent = await getScanned(unit.tx, consentId)
    if (consent.method !== 'paper') return refused(['not_paper'])
    if (consent.documents + scans.length > mostDocuments) return refused(['too_many'])
    const { studentId } = consent
    for (const scan of scans) addDocument(unit, { consentId, studentId }, scan)
    unit.record('consent.documented', subject, { referralId, scans: scans.length })
    return done({ referralId })
  },
})
