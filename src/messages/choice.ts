/** Why nothing goes out to somebody for a while. */
export const pauseReasons = ['family_asked', 'safety', 'away'] as const
export type PauseReason = (typeof pauseReasons)[number] | 'own_choice'

/** How somebody takes messages. Nobody typed anything until they, or who keeps their record, said so. */
export type MessageChoice = {
  readonly email: boolean
  readonly text: boolean
  readonly digest: boolean
  /** Whether a reminder may say the day and the time. */
  readonly withTime: boolean
  /** HH:MM on the district's clock; null: as the district says. */
  readonly hoursFrom: string | null
  readonly hoursUntil: string | null
  readonly pausedUntil: Date | null
  readonly pauseReason: PauseReason | null
  /** 0 while nothing was chosen. */
  readonly version: number
}

const none = {
  digest: true,
  withTime: false,
  hoursFrom: null,
  hoursUntil: null,
  pausedUntil: null,
  pauseReason: null,
  version: 0,
} as const

/** Whoever signs in gets mail at work until they choose. */
export const staffDefault: MessageChoice = { ...none, email: true, text: false }
/** A family gets nothing before it agreed to it. */
export const familyDefault: MessageChoice = { ...none, email: false, text: false }
