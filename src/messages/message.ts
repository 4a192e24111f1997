/**
 * An alert waits for an answer; a digest says how much waits; a reminder goes to a family, and so does a link
 * that somebody at school sends them. Somebody at an agency without an account gets a link, and a code to it.
 */
export const messageKinds = ['alert', 'digest', 'reminder', 'link', 'guest_link', 'guest_code'] as const
export type MessageKind = (typeof messageKinds)[number]

export const channels = ['email', 'text'] as const
export type Channel = (typeof channels)[number]

/** How a message ends: sent, or why it was not. */
export const endings = [
  'sent',
  'not_needed',
  'too_late',
  'set_apart',
  'no_address',
  'no_language',
  'not_agreed',
  'do_not_contact',
  'call_only',
  'hours_in_words',
  'kept_away',
  'student_alone',
  'stopped',
  'not_neutral',
] as const
export type Ending = (typeof endings)[number]

/** What came of handing one over, and what was heard of it later. */
export const outcomes = ['taken', 'refused', 'away', 'unknown', 'delivered', 'failed'] as const
export type TryOutcome = (typeof outcomes)[number]

/** Something that leaves the house for one person: ids and codes, no words and no address. */
export type Message = {
  readonly id: string
  readonly kind: MessageKind
  readonly cause: string
  readonly personId: string | null
  readonly caregiverId: string | null
  readonly subjectType: string
  readonly subjectId: string
  readonly madeAt: Date
  readonly dueAt: Date
  readonly nextAt: Date | null
  readonly tries: number
  readonly refusals: number
  readonly tryingSince: Date | null
  readonly channel: Channel | null
  readonly sentAt: Date | null
  readonly deliveredAt: Date | null
  readonly undeliveredToldAt: Date | null
  readonly ending: Ending | null
}

const ofCrises = ['crisis.told', 'crisis.owed', 'crisis.trained_asked', 'crisis.another_student'] as const

/** Somebody may be in danger now: said so in the message, and by the quickest way there is. */
const urgent: ReadonlySet<string> = new Set(ofCrises)
export const isUrgent = ({ cause }: Pick<Message, 'cause'>): boolean => urgent.has(cause)

/** What goes by every way somebody is reached by: each is a message of its own, and arrives by itself. */
export const goesEveryWay = ({ cause }: Pick<Message, 'cause'>): boolean => cause === 'crisis.told'

/** What goes out at any hour, whatever somebody paused: a crisis, opened records, an end of sharing. */
const atAnyHour: ReadonlySet<string> = new Set([
  ...ofCrises,
  'opening.begun',
  'opening.escalated',
  'sharing_stopped',
  // Whoever asked for it waits at the page.
  'guest.code',
])
export const goesAtAnyHour = ({ cause }: Pick<Message, 'cause'>): boolean => atAnyHour.has(cause)

/** The news that does not wait for the digest: who is told of it is written to at once. */
export const sentAtOnce: ReadonlySet<string> = new Set([
  'concern.urgent',
  'concern.asked',
  'concern.late',
  'concern.undecided',
  ...ofCrises,
  'drill.told',
  'escalation.told',
  'review_task.given',
  'opening.begun',
  'opening.escalated',
  'sharing_stopped',
  'message.undelivered',
  'care_notice.told',
  'support_alert.told',
  'care_notice.signal',
  'care_notice.mistaken',
  'care_notice.signal_mistaken',
])

/** What tells of a drill: it says so before anything else, and stays among those who take part. */
export const isOfDrill = ({ cause }: Pick<Message, 'cause'>): boolean => cause === 'drill.told'

/** What whoever sent or asked for it sees the end of: nobody else has to be told. */
export const isAwaited = (message: Pick<Message, 'kind' | 'cause'>): boolean =>
  message.kind === 'link' || isToGuest(message) || isOfDrill(message)

/** What goes to somebody at an agency who has no account. */
export const isToGuest = ({ kind }: Pick<Message, 'kind'>): boolean =>
  kind === 'guest_link' || kind === 'guest_code'

/** What goes to one of a family: by what they agreed to and what is safe for them. */
export const isToFamily = ({ kind }: Pick<Message, 'kind'>): boolean => kind === 'reminder' || kind === 'link'

export const subjectOf = ({ id }: Pick<Message, 'id'>) => ({ type: 'message', id })
