/** How a law-enforcement agency and the district agreed to send notices. */
export type CareAgreement = {
  readonly id: string
  readonly agency: string
  readonly reference: string
  /** First and last day it holds, YYYY-MM-DD. */
  readonly startsOn: string
  readonly endsOn: string
  readonly recordedByName: string
  readonly endedAt: Date | null
}

/** A desk of an agency that may send notices. */
export type CareSender = {
  readonly id: string
  readonly agreementId: string
  readonly label: string
  /** Its address on this site: no secret. */
  readonly code: string
  readonly madeAt: Date
  readonly revokedAt: Date | null
}

export type AgreementStanding = 'ended' | 'not_begun' | 'over' | 'in_force'

/** How an agreement stands on a day. Nobody sends under one that is not in force. */
export function standingOf(
  { startsOn, endsOn, endedAt }: Pick<CareAgreement, 'startsOn' | 'endsOn' | 'endedAt'>,
  today: string,
): AgreementStanding {
  if (endedAt !== null) return 'ended'
  if (today < startsOn) return 'not_begun'
  return today > endsOn ? 'over' : 'in_force'
}

/** Whether a desk may send on a day: it was not revoked, and what it sends under holds. */
export const maySend = (
  sender: Pick<CareSender, 'revokedAt'>,
  agreement: Pick<CareAgreement, 'startsOn' | 'endsOn' | 'endedAt'>,
  today: string,
): boolean => sender.revokedAt === null && standingOf(agreement, today) === 'in_force'
