import type { LeadContact } from '#escalations/contract.ts'
import type { Contact } from '#handoffs/contract.ts'
import { labelOf, type PublishedModel } from '#standards/contract.ts'

type Known = {
  readonly lastContact: Contact | undefined
  readonly lastLeadContact: LeadContact | undefined
  readonly model: PublishedModel
}
/** The latest time somebody reached for the family: on the way to a visit, or because a loop stalled. */
export type LastContact =
  | { readonly of: 'log'; readonly contact: Contact; readonly resultSaid: string }
  | { readonly of: 'lead'; readonly contact: LeadContact }

/** Whichever of the two was later, so that whoever is about to call reads it first [R062]. */
export function lastContactOf({ lastContact, lastLeadContact, model }: Known): LastContact | undefined {
  const log = lastContact?.happenedAt.getTime() ?? -Infinity
  if (lastLeadContact !== undefined && lastLeadContact.happenedAt.getTime() > log)
    return { of: 'lead', contact: lastLeadContact }
  return (
    lastContact && {
      of: 'log',
      contact: lastContact,
      resultSaid: labelOf(model.reasons.body, 'contact_result', { code: lastContact.result }),
    }
  )
}
