import {
  consentsForReferral,
  itemsAllowed,
  itemsOf,
  scopes,
  standingOf,
  type Consent,
  type Item,
} from '#consent/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { gateOf, type Gate } from '#partnership/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { composePacket, leftOut, packetHash, type LeftOut, type PacketContent } from './packet.ts'
import { packetFacts } from './packet-store.ts'
import type { Referral } from './referral.ts'

export type Preview = {
  readonly content: PacketContent
  readonly leftOut: readonly LeftOut[]
  /**
   * SHA-256 of the content, in hexadecimal: sent back with the form, so that what leaves is what was read.
   */
  readonly hash: string
}

type Known = { consents: readonly Consent[]; gate: Gate | undefined; now: Date }

/** Items the family answered no to. */
const declinedItems = (referral: Referral, { consents, now }: Known): Item[] =>
  scopes
    .filter(
      (scope) =>
        standingOf(consents, { scope, partnerId: referral.partnerId as string, now }).is === 'declined',
    )
    .flatMap((scope) => itemsOf[scope])

/** The answers that hold now towards this agency, as the latest answer to each question says. */
const answersNow = (referral: Referral, { consents, now }: Known) =>
  scopes.flatMap((scope) => {
    const standing = standingOf(consents, { scope, partnerId: referral.partnerId as string, now })
    return standing.is === 'in_force' ? [{ scope, answer: true, items: standing.items }] : []
  })

/**
 * What the agency would see if it were sent now [R031]: what the agreement and the family's answers both let
 * through. Before the family agreed to send, it shows what would go with that one yes, so that it can be
 * read out first.
 */
export async function previewOf(
  tx: Transaction,
  referral: Referral,
  known: Known,
): Promise<{ preview: Preview; toSend: PacketContent }> {
  const agreement = known.gate?.agreement ?? { schoolToPartner: [], partnerToSchool: [] }
  const answers = answersNow(referral, known)
  const standing = standingOf(known.consents, {
    scope: 'referral_disclosure',
    partnerId: referral.partnerId ?? '',
    now: known.now,
  }).is
  const wouldBe =
    standing === 'not_asked'
      ? [
          ...answers,
          { scope: 'referral_disclosure' as const, answer: true, items: itemsOf.referral_disclosure },
        ]
      : answers
  const caregiverId =
    known.consents.findLast(({ partnerId }) => partnerId === referral.partnerId)?.caregiverId ?? null
  const facts = await packetFacts(tx, referral, { now: known.now, caregiverId })
  const allowed = itemsAllowed(agreement, wouldBe)
  const content = composePacket(facts, allowed)
  const declined = declinedItems(referral, known)
  return {
    preview: {
      content,
      leftOut: leftOut({ facts, allowed, agreed: agreement.schoolToPartner, declined }),
      hash: packetHash(content).toString('hex'),
    },
    toSend: composePacket(facts, itemsAllowed(agreement, answers)),
  }
}

/** Everything sending and its preview look at. */
export async function readPreview(tx: Transaction, referral: Referral, now: Date) {
  const on = dayOf(await calendarOf(tx), now)
  const [consents, gate] = await Promise.all([
    consentsForReferral(tx, referral.id),
    referral.partnerId === null ? undefined : gateOf(tx, referral.partnerId, on),
  ])
  return { consents, gate, on, ...(await previewOf(tx, referral, { consents, gate, now })) }
}
