import type { StatusListed } from './status-store.ts'
import type { Referral } from './referral.ts'
import type { Responsibility } from './responsibility-store.ts'
import type { StopNotice } from './stop-store.ts'
import type { Telling } from './telling.ts'
import type { Visit, VisitOffer } from './visit.ts'

/*
 * What an agency is given of each row of its referral, on the page and as data. Each field is named here:
 * what a row comes to hold later goes to no agency before somebody names it.
 */

/** Of the referral itself: where it stands, and the agency's own dates. */
export type Received = Pick<
  Referral,
  'id' | 'number' | 'state' | 'receivedAt' | 'acceptedAt' | 'firstSeenAt' | 'endedAt'
> & {
  /** By when the agency owes its next step; null where the turn is not its own. */
  dueAt: Date | null
  highNeed: boolean
}

/**
 * What an agency is given of its referral.
 * @param may.tell whether it may tell the school how it goes: it owes nothing where it may not
 * @param may.readUrgency whether the urgency was sent and may still be read: high need goes with it
 */
export const received = (referral: Referral, may: { tell: boolean; readUrgency: boolean }): Received => ({
  id: referral.id,
  number: referral.number,
  state: referral.state,
  receivedAt: referral.receivedAt,
  acceptedAt: referral.acceptedAt,
  firstSeenAt: referral.firstSeenAt,
  endedAt: referral.endedAt,
  dueAt: may.tell && referral.nextOwner === 'partner' ? referral.nextDueAt : null,
  highNeed: may.readUrgency && referral.highNeed,
})

/** A visit without why it is late, which the school may have named, and without who booked it. */
export type VisitAtAgency = Pick<
  Visit,
  'id' | 'kind' | 'startsAt' | 'minutes' | 'place' | 'modality' | 'withWhom' | 'result' | 'replacesId'
>
export const visitAtAgency = ({
  id,
  kind,
  startsAt,
  minutes,
  place,
  modality,
  withWhom,
  result,
  replacesId,
}: Visit): VisitAtAgency => ({ id, kind, startsAt, minutes, place, modality, withWhom, result, replacesId })

/** A time it offered, and whether a visit was booked for it. */
export const offerAtAgency = ({ id, startsAt, appointmentId }: VisitOffer) => ({
  id,
  startsAt,
  appointmentId,
})

/** A status: which, when and by whom, without the reason somebody else may have given. */
export const statusAtAgency = ({ status, source, happenedAt, enteredByName }: StatusListed) => ({
  status,
  source,
  happenedAt,
  enteredByName,
})

export const responsibilityAtAgency = ({ holderName, acceptedAt }: Responsibility) => ({
  holderName,
  acceptedAt,
})

export const stopAtAgency = ({ referralId, because, madeAt, dueAt, acknowledgedAt }: StopNotice) => ({
  referralId,
  because,
  madeAt,
  dueAt,
  acknowledgedAt,
})

/** Whether an item may be told, and on which consent. */
export const tellingAtAgency = ({ scope, items, standing, agreed, consentId }: Telling) => ({
  scope,
  items,
  standing,
  agreed,
  consentId,
})
