import { momentWords } from '#consent/contract.ts'
import { contactModeWords } from '#handoffs/contract.ts'
import { languageName } from '#people/contract.ts'
import type { LastContact } from '../last-contact.ts'
import type { SeenStudent } from '../look-student.ts'
import { studentWords } from './student-words.ts'

const say = studentWords()

/** When somebody last reached for the family, how, and what came of it: read before anybody calls again. */
export function lastContactWords(last: LastContact, { calendar, now }: SeenStudent): string {
  const at = momentWords(last.contact.happenedAt, { timeZone: calendar.timeZone, now })
  const name = last.contact.enteredByName
  if (last.of === 'lead') return say(last.contact.reached ? 'lead_reached' : 'lead_not_reached', { at, name })
  const { mode, language: spoken, interpreter } = last.contact
  const language = languageName(spoken)
  return say('last_contact', {
    at,
    how: contactModeWords(mode),
    language: interpreter === null ? language : say('with_interpreter', { language, interpreter }),
    result: last.resultSaid,
    name,
  })
}
