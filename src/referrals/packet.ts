import { createHash } from 'node:crypto'
import type { Item } from '#consent/contract.ts'

/** What an agency may come to know, each item as it was worded when it was sent. Days are YYYY-MM-DD. */
export type PacketContent = {
  readonly identity?: {
    readonly name: string
    readonly bornOn: string | null
    readonly grade: string
    readonly school: string
  }
  readonly caregiver_contact?: {
    readonly name: string
    readonly relationship: string
    readonly phone: string | null
    /** A code of the safe-contact rules. */
    readonly rule: string
    readonly hours: string | null
  }
  readonly language?: {
    /** BCP 47 tags, or unknown. */
    readonly home: string
    readonly caregiver: string
    readonly interpreter: boolean
    readonly accommodation: string | null
  }
  readonly reason?: { readonly category: string; readonly label: string }
  readonly urgency?: { readonly code: 'same_week' }
  readonly service_sought?: { readonly service: string; readonly modality: string }
  readonly school_contact?: { readonly name: string; readonly phone: string | null }
  readonly transport?: { readonly how: string; readonly note: string | null }
  readonly coverage?: { readonly payer: string }
  readonly academic_observations?: { readonly observed: string }
}
export type PacketItem = keyof PacketContent

/** Everything known that a packet could hold, before anybody asked what may go. */
export type PacketFacts = Required<{ [K in PacketItem]: NonNullable<PacketContent[K]> | null }>

/**
 * The packet: what is known, cut down to the items allowed [R031]. Preview and sending both come from here,
 * so what a family hears read out is what leaves.
 */
export const composePacket = (facts: PacketFacts, allowed: readonly Item[]): PacketContent =>
  Object.fromEntries(
    allowed.flatMap((item) => {
      const known = facts[item as PacketItem]
      return known === null || known === undefined ? [] : [[item, known]]
    }),
  )

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

/** SHA-256 of the content, whatever the order its parts are kept in. */
export const packetHash = (content: PacketContent): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(sorted(content)))
    .digest()

/** Why something known stays at school. */
export type LeftOut = {
  readonly item: string
  readonly why: 'not_asked' | 'declined' | 'not_agreed' | 'unknown' | 'never'
}

type Choice = {
  facts: PacketFacts
  allowed: readonly Item[]
  agreed: readonly string[]
  declined: readonly Item[]
}

/** What no agreement and no answer lets go by itself: a scan of a consent proves it here, and stays here. */
const neverSent = ['school_record', 'checklist', 'consent_document'] as const

/**
 * What is not in the packet, and why, so that nothing disappears without a word. What is never sent comes
 * last.
 */
export function leftOut({ facts, allowed, agreed, declined }: Choice): LeftOut[] {
  const missing = (Object.keys(facts) as PacketItem[]).flatMap((item): LeftOut[] => {
    if (!agreed.includes(item)) return facts[item] === null ? [] : [{ item, why: 'not_agreed' }]
    if (!allowed.includes(item)) return [{ item, why: declined.includes(item) ? 'declined' : 'not_asked' }]
    return facts[item] === null ? [{ item, why: 'unknown' }] : []
  })
  return [...missing, ...neverSent.map((item): LeftOut => ({ item, why: 'never' }))]
}
