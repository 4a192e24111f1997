import type { Viewing } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { modelInForce } from '#standards/contract.ts'
import { isUnchecked } from './contact.ts'
import { contactsAt } from './contact-store.ts'
import { mayKeepLead } from './lead.ts'
import { leadsAt } from './lead-store.ts'
import { mayKeepContact } from './policy.ts'

/** How many numbers of the crisis card somebody keeps that nobody made sure of within the limit [R119]. */
export async function countOwedNumbers({ tx, actor, now }: Viewing): Promise<number> {
  const today = dayOf(await calendarOf(tx), now)
  const { crisis } = await modelInForce(tx, now)
  const limit = { today, withinDays: crisis.body.contactsCheckedWithinDays }
  const at = { schools: actor.schoolIds, now }
  const contacts = (await contactsAt(tx, at)).filter((each) => mayKeepContact(actor, each))
  const leads = (await leadsAt(tx, at)).filter((each) => mayKeepLead(actor, each))
  return [...contacts, ...leads].filter((each) => isUnchecked(each, limit)).length
}
