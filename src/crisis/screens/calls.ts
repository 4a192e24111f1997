import type { Call } from '#design/contract.ts'
import type { CrisisContact } from '#concerns/contract.ts'
import { say } from './screen-words.ts'

const tel = (number: string) => `tel:${number.replaceAll(/[^0-9+]/g, '')}`

/**
 * The calls on top of every crisis page: the district's contacts, and the school's own lead. At most four.
 */
export function callsOf(
  contacts: readonly CrisisContact[],
  lead: { name: string; phone: string | null } | null,
): Call[] {
  const outside = contacts.map(({ name, number, note }) => ({
    name,
    note: name === number ? note.en : number,
    href: tel(number),
  }))
  const own = lead?.phone ? [{ name: lead.name, note: say('lead'), href: tel(lead.phone) }] : []
  return [...outside.slice(0, 4 - own.length), ...own]
}
