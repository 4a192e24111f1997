import { itemsBack, type Standing } from '#consent/contract.ts'
import { type Share, shareOf } from './shares.ts'

/** What an agency may tell the school, each question apart. */
export const backScopes = ['status_feedback', 'safety_signals', 'participation', 'agency_alerts'] as const
export type BackScope = (typeof backScopes)[number]

/** Whether the school is told; when it was once, since when it is no more. */
export type Back = { readonly told: true } | { readonly told: false; readonly since: Date | null }

/** How information crosses on a referral: what happens, and not only what was answered. */
export type Sharing = {
  /** What the agency was sent. It keeps that, whatever the family takes back later. */
  readonly sent: { readonly at: Date; readonly items: readonly string[] } | undefined
  /** Whether the family lets the school send anything now. */
  readonly mayGo: boolean
  readonly back: Readonly<Record<BackScope, Back>>
}

type Facts = {
  shares: readonly Share[]
  packet: { sentAt: Date; content: object } | undefined
  /** What the agreement with the agency lets it tell, whatever the family allowed [R152]. */
  agreed: readonly string[]
}

const endedAt = (standing: Standing | undefined): Date | null =>
  standing?.is === 'withdrawn' || standing?.is === 'ended' ? standing.since : null

/**
 * What the school is told takes the family's yes, the agreement's, and an agency that holds the referral.
 * Work inside the school needs none of the three and goes on [R128].
 */
export function sharingOf({ shares, packet, agreed }: Facts): Sharing {
  const backOf = (scope: BackScope): Back => {
    const standing = shareOf(shares, scope)
    const isAgreed = itemsBack({ partnerToSchool: agreed }, scope).length > 0
    if (packet !== undefined && standing?.is === 'in_force' && isAgreed) return { told: true }
    return { told: false, since: packet === undefined ? null : endedAt(standing) }
  }
  return {
    sent: packet && { at: packet.sentAt, items: Object.keys(packet.content) },
    mayGo: shareOf(shares, 'referral_disclosure')?.is === 'in_force',
    back: {
      status_feedback: backOf('status_feedback'),
      safety_signals: backOf('safety_signals'),
      participation: backOf('participation'),
      agency_alerts: backOf('agency_alerts'),
    },
  }
}

export const nothingComesBack = ({ back }: Sharing): boolean => backScopes.every((scope) => !back[scope].told)
