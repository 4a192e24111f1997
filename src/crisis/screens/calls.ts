import { type Call, phoneHref } from '#design/contract.ts'
import type { CrisisContact } from '#concerns/contract.ts'
import { say } from './screen-words.ts'

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
    href: phoneHref(number),
  }))
  const own = lead?.phone ? [{ name: lead.name, note: say('lead'), href: phoneHref(lead.phone) }] : []
  return [...outside.slice(0, 4 - own.length), ...own]
}
