import type { SchoolCalendar } from '#district/contract.ts'
import type { MessageRules } from '#standards/contract.ts'
import type { MessageChoice } from './choice.ts'
import { spoken } from './content.ts'
import {
  type Channel,
  type Ending,
  goesAtAnyHour,
  goesEveryWay,
  isToFamily,
  isToGuest,
  isUrgent,
  type Message,
} from './message.ts'
import { nextOpen, type Window } from './quiet.ts'

/** Whoever a message is for, as they are at the moment of sending. */
export type Reader = {
  readonly email: string | null
  /** Where texts go; null where there is none, or it is no number. */
  readonly phone: string | null
  readonly language: string
  readonly choice: MessageChoice
  /** STOP was answered from this phone. */
  readonly stopped: boolean
  /** What is so of a family alone. */
  readonly family?: {
    readonly contactRule: string
    /** Safe hours that were written in words, so that no machine can keep to them. */
    readonly hoursInWords: boolean
    readonly keptAway: boolean
    readonly studentAlone: boolean
    /** When messages went to this family within the last week, from whomever. */
    readonly lately: readonly Date[]
  }
}

export type Judged = {
  readonly message: Pick<Message, 'kind' | 'cause' | 'channel'>
  /** Whether what it follows from still is so. */
  readonly needed: boolean
  readonly reader: Reader
  /** From when on it is of no use any more. */
  readonly uselessFrom: Date | null
  readonly rules: MessageRules
  readonly calendar: SchoolCalendar
  readonly now: Date
}

/** By which way a message goes, and by which other ways one goes beside it. */
type Way = { readonly channel: Channel; readonly to: string; readonly beside?: Channel }

export type HoldReason = 'quiet' | 'paused' | 'enough_this_week'
export type Verdict =
  | ({ readonly do: 'send' } & Way)
  | { readonly do: 'hold'; readonly until: Date; readonly because: HoldReason }
  | { readonly do: 'end'; readonly ending: Ending }

const end = (ending: Ending): Verdict => ({ do: 'end', ending })
const week = 7 * 86_400_000

/** What rules out every message to one of a family, whatever the hour. */
function barred({ reader: { family, choice }, message }: Judged): Ending | undefined {
  if (!isToFamily(message)) return undefined
  if (family === undefined) return 'not_agreed'
  if (family.keptAway) return 'kept_away'
  if (family.studentAlone) return 'student_alone'
  if (family.contactRule === 'do_not_contact') return 'do_not_contact'
  if (family.contactRule === 'call_only') return 'call_only'
  if (family.hoursInWords && choice.hoursFrom === null) return 'hours_in_words'
  return choice.email || choice.text ? undefined : 'not_agreed'
}

const waysOf = (ways: readonly Way[], begun: Channel | null): readonly Way[] =>
  begun === null ? ways : ways.filter(({ channel }) => channel === begun)

/**
 * The way a message goes: the one a family asked for first, and for staff mail. What goes every way keeps to
 * the way it began with, and the first of it says which one goes beside it. Whoever has no account is
 * known by having both: the link goes by mail and its code by text, and neither goes the way of the other.
 */
function wayTo({ reader, message }: Judged): Way | Ending {
  const { choice, stopped, email, phone } = reader
  const text =
    choice.text && phone !== null && !stopped ? ({ channel: 'text', to: phone } as const) : undefined
  // A crisis goes by mail whatever somebody chose; by text only where they said that their phone is for it.
  const mail =
    (choice.email || goesEveryWay(message)) && email !== null
      ? ({ channel: 'email', to: email } as const)
      : undefined
  const none = choice.text && stopped ? 'stopped' : 'no_address'
  if (isToGuest(message)) return (text && mail && (message.kind === 'guest_code' ? text : mail)) ?? none
  const textFirst = isToFamily(message) || isUrgent(message)
  const ways = (textFirst ? [text, mail] : [mail, text]).filter((way) => way !== undefined)
  const [first, beside] = goesEveryWay(message) ? waysOf(ways, message.channel) : ways.slice(0, 1)
  if (first === undefined) return none
  return beside === undefined ? first : { ...first, beside: beside.channel }
}

const windowsOf = ({ rules, reader: { choice } }: Judged): Window[] => [
  { from: rules.quietUntil, until: rules.quietFrom },
  ...(choice.hoursFrom !== null && choice.hoursUntil !== null
    ? [{ from: choice.hoursFrom, until: choice.hoursUntil }]
    : []),
]

/** Until when it waits: a pause, the week of a family that had enough, and the hours of the day. */
function holding(judged: Judged): { until: Date; because: HoldReason } | Ending | undefined {
  const { reader, rules, calendar, now } = judged
  const { pausedUntil } = reader.choice
  const paused = pausedUntil !== null && pausedUntil > now ? pausedUntil : undefined
  // A link is asked for by whoever waits for it: it is no message too many.
  const before = judged.message.kind === 'link' ? [] : (reader.family?.lately ?? [])
  const lately = before.toSorted((one, other) => other.getTime() - one.getTime())
  const last = lately[rules.familyPerWeek - 1]
  const full = last === undefined ? undefined : new Date(last.getTime() + week)
  const enough = full !== undefined && full > now ? full : undefined
  const from = [paused, enough].reduce<Date>(
    (latest, at) => (at !== undefined && at > latest ? at : latest),
    now,
  )
  // A digest goes out at its own hour, which the district chose; it waits for nobody's quiet but their own.
  const windows = judged.message.kind === 'digest' ? windowsOf(judged).slice(1) : windowsOf(judged)
  const until = nextOpen(calendar, windows, from)
  if (until === undefined) return 'hours_in_words'
  if (until <= now) return undefined
  return { until, because: paused ? 'paused' : enough ? 'enough_this_week' : 'quiet' }
}

/**
 * Whether a message goes out now, waits, or has ended unsent. Asked with what is so at the moment of sending:
 * what was so when it was made counts for nothing.
 */
export function judge(judged: Judged): Verdict {
  const { message, needed, reader, uselessFrom, now } = judged
  if (!needed) return end('not_needed')
  if (uselessFrom !== null && uselessFrom <= now) return end('too_late')
  const ruledOut = barred(judged)
  if (ruledOut !== undefined) return end(ruledOut)
  if (spoken(reader.language) === undefined && isToFamily(message)) return end('no_language')
  const way = wayTo(judged)
  if (typeof way === 'string') return end(way)
  const held = goesAtAnyHour(message) ? undefined : holding(judged)
  if (typeof held === 'string') return end(held)
  if (held === undefined) return { do: 'send', ...way }
  if (uselessFrom !== null && held.until >= uselessFrom) return end('too_late')
  return { do: 'hold', ...held }
}
