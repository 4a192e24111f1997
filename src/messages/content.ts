import { dayOf, dayWords, type SchoolCalendar, timeOf } from '#district/contract.ts'
import { guestLimits } from '#guests/contract.ts'
import { linkLimits } from '#people/contract.ts'
import { type Language, languages } from '#platform/words.ts'
import type { Channel, Message } from './message.ts'
import { isOfDrill, isToFamily, isUrgent } from './message.ts'
import { guestTemplates } from './guest-templates.ts'
import { templates } from './templates.ts'

/** What stands in the records at the moment of sending, as far as a message says anything of it. */
export type Told = {
  /** How much waits, and how much of it is due today: for a digest. */
  readonly waiting?: { readonly count: number; readonly due: number }
  /** When the visit is, where the family agreed that a reminder says so. */
  readonly startsAt?: Date
  /** The address on this site that a link leads to. */
  readonly path?: string
  /** The code that opens a link. */
  readonly code?: string
}

type Writing = {
  message: Pick<Message, 'kind' | 'cause'>
  told: Told
  language: Language
  channel: Channel
  url: string
  calendar: SchoolCalendar
  now: Date
}

/** The language of a tag where messages speak it. */
export const spoken = (tag: string): Language | undefined =>
  languages.find((each) => tag === each || tag.startsWith(`${each}-`))

const addressIn = ({ told, url }: Pick<Writing, 'told' | 'url'>) =>
  url === '' ? '' : new URL(told.path ?? '/', url).href

/** What goes to an agency is in the language its pages are. */
function toGuest(kind: 'guest_link' | 'guest_code', { told, url }: Pick<Writing, 'told' | 'url'>): string {
  const say = guestTemplates()
  if (kind === 'guest_code') return say(kind, { code: told.code ?? '', count: guestLimits.codeMinutes })
  return say(kind, { count: guestLimits.linkDays, url: addressIn({ told, url }) })
}

const alertOf = (message: Writing['message']) => {
  if (isOfDrill(message)) return 'drill'
  return isUrgent(message) ? 'alert_now' : 'alert'
}

function bodyOf({ message, told, language, url, calendar, now }: Writing): string {
  const say = templates(language)
  const signIn = say('sign_in', { url })
  const { count, due } = { count: 0, due: 0, ...told.waiting }
  if (message.kind === 'digest') return `${say('waiting', { count })} ${say('due', { due })}\n\n${signIn}`
  if (message.kind === 'alert') return `${say(alertOf(message))}\n\n${signIn}`
  if (message.kind === 'link')
    return say('link', { count: linkLimits.linkMinutes, url: addressIn({ told, url }) })
  if (message.kind === 'guest_link' || message.kind === 'guest_code')
    return toGuest(message.kind, { told, url })
  const { startsAt } = told
  if (startsAt === undefined) return say('reminder', { url })
  const day = dayWords(dayOf(calendar, startsAt), dayOf(calendar, now), language)
  return say('reminder_with_time', { day, time: timeOf(calendar, startsAt), url })
}

/** The words of a message, made anew from what is so now. */
export function contentOf(writing: Writing): { subject: string; text: string } {
  const { channel, language, message } = writing
  const say = templates(language)
  const ends = channel === 'text' && isToFamily(message)
  const body = bodyOf(writing)
  return { subject: say('subject'), text: ends ? `${body}\n${say('text_end')}` : `${body}\n` }
}
