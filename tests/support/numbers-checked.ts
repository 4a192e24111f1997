import { checkContact } from '#crisis/check-contact.ts'
import { checkLead } from '#crisis/check-lead.ts'
import { lookContacts } from '#crisis/look-papers.ts'
import { perform } from '../riverside/stories/teller.ts'
import type { World } from './riverside.ts'

type Being = Pick<World, 'being'>

/** Somebody called each service of the crisis card today. */
export async function everyServiceChecked({ being }: Being): Promise<void> {
  for (const { id: contactId, number } of (await lookContacts.see(being('ruth'), {})).contacts)
    await perform(being('ruth'), checkContact, { contactId, number })
}

/** And everybody who is told of a crisis; whoever had no number has one. */
export async function everyLeadChecked({ being }: Being): Promise<void> {
  for (const { id: personId, number } of (await lookContacts.see(being('ruth'), {})).leads)
    await perform(being('ruth'), checkLead, { personId, number: number ?? '555-0190' })
}
