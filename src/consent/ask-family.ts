import type { Unit } from '#access/unit.ts'
import { addNotice } from '#access/notice-store.ts'
import { personTold } from '#access/told.ts'
import { calendarOf, dayOf, standsInFor } from '#district/contract.ts'
import { ageOn, studentBornOn } from '#people/contract.ts'
import { givesSubstanceUseCare } from './by-link-store.ts'
import type { Scope } from './consent.ts'
import type { BesideReason, FamilyContact, RequestWay } from './request.ts'
import { addRequest, findFamilyContact } from './request-store.ts'
import { isMinorConsented, obstaclesToRecording } from './rules.ts'
import { type Asking, consentsForReferral, findGrantor } from './store.ts'

/** How a family is to be asked: whom, what, until when a yes would hold, and why beside its contact. */
export type ToAsk = {
  caregiverId: string
  way: RequestWay
  scopes: readonly Scope[]
  endsOn: string
  beside: BesideReason | undefined
}

/**
 * Who collects consent from the family, where whoever asks is somebody else and does not stand in for them:
 * they are warned before they turn to the family [R063].
 */
export async function passedOver(
  { tx, actor, now }: Pick<Unit, 'tx' | 'actor' | 'now'>,
  referralId: string,
): Promise<FamilyContact | undefined> {
  const contact = await findFamilyContact(tx, referralId)
  if (contact === undefined || contact.personId === actor.personId) return undefined
  const today = dayOf(await calendarOf(tx), now)
  const covered = await standsInFor(tx, actor.personId as string, today)
  return covered.some(({ id }) => id === contact.personId) ? undefined : contact
}

/** What would stand in the way of the answer: known before anything is sent or given. */
async function obstaclesToAnswer(unit: Unit, asking: Asking, { caregiverId, way, scopes, endsOn }: ToAsk) {
  const { tx } = unit
  const grantor = await findGrantor(tx, asking.studentId, caregiverId)
  const today = dayOf(await calendarOf(tx), unit.now)
  const bornOn = await studentBornOn(tx, asking.studentId)
  const because = obstaclesToRecording({
    partnerId: asking.partnerId,
    referralEnded: asking.endedAt !== null,
    grantorKind: 'caregiver',
    grantor,
    age: bornOn === null ? null : ageOn(bornOn, today),
    own: undefined,
    minorConsented: isMinorConsented(await consentsForReferral(tx, asking.id)),
    method: way,
    // They read it in a language of the words; who says it otherwise is named with the answer.
    language: 'en',
    interpreter: undefined,
    witness: undefined,
    documentReference: 'comes with the answer',
    scans: 0,
    answered: scopes,
    endsOn,
    today,
  })
  return { because, grantor, bornOn }
}

/** Every reason a family cannot be asked like this, whom it would pass over, and who is asked. */
export async function judgeAsking(unit: Unit, asking: Asking, asked: ToAsk) {
  const { because, grantor, bornOn } = await obstaclesToAnswer(unit, asking, asked)
  const contact = await passedOver(unit, asking.id)
  const alone = asking.partnerId !== null && (await givesSubstanceUseCare(unit.tx, asking.partnerId))
  return {
    grantor,
    contact,
    because: [
      ...because,
      ...(asked.way === 'link' && bornOn === null ? (['birth_date_unknown'] as const) : []),
      ...(alone ? (['student_alone'] as const) : []),
      ...(contact !== undefined && asked.beside === undefined ? (['has_contact'] as const) : []),
    ],
  }
}

type Kept = { asked: ToAsk; linkId: string | null; dueAt: Date; contact: FamilyContact | undefined }

/**
 * Keeps that the family was asked, by whom and until when an answer is waited for. Whoever asks beside the
 * named contact leaves a trace with the reason, and the contact hears of it [R063].
 */
export async function keepAsking(unit: Unit, asking: Asking, { asked, linkId, dueAt, contact }: Kept) {
  const { id: referralId, studentId } = asking
  const partnerId = asking.partnerId as string
  const { way, scopes, beside } = asked
  const passed = contact === undefined || beside === undefined ? undefined : { contact, reason: beside }
  const requestId = addRequest(unit, {
    referralId,
    studentId,
    partnerId,
    caregiverId: asked.caregiverId,
    way,
    scopes,
    linkId,
    dueAt,
    besideId: passed?.contact.personId ?? null,
    besideBecause: passed?.reason ?? null,
  })
  const subject = { type: 'consent_request', id: requestId, studentId }
  unit.record('consent.asked', subject, { referralId, partnerId, way, scopes })
  if (passed === undefined) return
  const { personId } = passed.contact
  const about = { type: 'referral', id: referralId }
  const detail = { requestId, contactId: personId, reason: passed.reason }
  unit.record('family_contact.passed_over', { ...about, studentId }, detail)
  addNotice(unit, { personId, kind: 'asked_beside_you', subject: about })
  await unit.tell(personTold, { personId, kind: 'asked_beside_you', subject: about })
}
