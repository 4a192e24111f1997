/** The numbers of signing in. They protect every district alike, so no district sets them. */

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Lengths of time in milliseconds. */
export const lasting = {
  /** A session nobody uses. */
  idle: 15 * minute,
  /** A session, used or not. */
  session: 12 * hour,
  /** The same two on a device that others use too. */
  sharedIdle: 5 * minute,
  sharedSession: hour,
  /** Between the password and the second step, or while the second step is set up. */
  unfinished: 10 * minute,
  /** How long ago a person may have proven who they are before something grave asks again. */
  proof: 15 * minute,
  /** How often the last use of a session is written down at most. */
  touch: minute,
  /** Every link that was mailed or printed, counted from when it was written. */
  link: 30 * minute,
  /** An invitation nobody took up: for so long its link, once ended, brings a new one. */
  invitation: 7 * day,
  /** In which tries are counted together. */
  throttle: 15 * minute,
  /** A browser stays known for so long after a sign-in. */
  knownBrowser: 180 * day,
  /** What a passkey is given to sign. */
  challenge: 5 * minute,
  /** A notice that a process began to send: after that, another one may. */
  sending: 5 * minute,
  /** A notice nobody could send: told later, it would tell nothing new. */
  notice: 7 * day,
  /** Used and expired rows are kept so long for looking into what happened. */
  kept: 30 * day,
} as const

/**
 * Tries within one window. An address stands for a whole school behind one router, so it gets more.
 * Everywhere is all that were wrong, from any network, at any account: so many that no morning of a large
 * district reaches them, and so few that guessing from thousands of networks gets nowhere.
 */
export const tries = {
  account: 10,
  address: 100,
  everywhere: 2000,
  mail: 3,
  mailByAddress: 30,
  mailEverywhere: 1000,
  inARow: 100,
} as const

/** What is counted over all who try. Neither a passkey nor a browser that is known is held up by it. */
export const everywhere = {
  tries: { what: 'everywhere', most: tries.everywhere },
  mail: { what: 'mail everywhere', most: tries.mailEverywhere },
} as const

/** Passkeys of one person: more could not be kept apart. */
export const mostPasskeys = 10

/** Characters of a password: fewer are enough where a second step stands behind it. */
export const passwordLength = { withSecondStep: 8, alone: 15, most: 128 } as const

/** Argon2id after OWASP: 19 MiB, two passes, one lane; four at once, a short queue, then busy. */
export const argon = { memoryKiB: 19_456, passes: 2, lanes: 1, atOnce: 4, waiting: 60 } as const

/** Answers about passwords and addresses take at least so many milliseconds, whatever was found. */
export const evenAnswer = 400
/** Where that was not enough, they are given at steps of so many milliseconds. */
export const evenStep = 100
