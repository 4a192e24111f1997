/**
 * Why something was not taken. `refused`: whoever was asked will not take it, today or tomorrow, for what it
 * is or whom it goes to. `away`: nobody was there to take it, so that it is tried again.
 */
export type Reason = 'refused' | 'away'

/** Something that was not handed over. Its code names the kind of error and holds nothing of anybody. */
export class Unsent extends Error {
  readonly reason: Reason
  readonly code: string
  /** @param cause what it was, for whoever looks into it: it may name an address, and is in no log */
  constructor(reason: Reason, code: string, cause?: unknown) {
    super(`Not taken: ${reason}`, { cause })
    this.reason = reason
    this.code = /^[A-Za-z0-9_]{1,30}$/.test(code) ? code : 'other'
  }
}

type MailError = Error & { code?: string; responseCode?: number }

/** What a mail server means. It refuses one message by an envelope or a text it does not take, for good. */
export function mailUnsent(error: unknown): Unsent {
  const { code = 'other', responseCode } = error as MailError
  const aboutThis = code === 'EENVELOPE' || code === 'EMESSAGE'
  if (aboutThis && responseCode !== undefined && responseCode >= 500)
    return new Unsent('refused', String(responseCode), error)
  return new Unsent('away', responseCode === undefined ? code : String(responseCode), error)
}
