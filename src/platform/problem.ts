import { catalog, type Language } from './words.ts'

/**
 * Every way the product says no, with its HTTP status. What it says, and what to do next, stands in the words
 * below.
 */
const statuses = {
  not_found: 404,
  not_allowed: 403,
  sign_in_needed: 401,
  proof_needed: 403,
  acknowledgement_needed: 403,
  training_needed: 403,
  not_valid: 422,
  refused: 409,
  changed_meanwhile: 409,
  key_missing: 400,
  typed_in_address: 400,
  key_used_differently: 422,
  wrong_origin: 403,
  too_large: 413,
  not_readable: 400,
  wrong_kind: 415,
  harmful: 422,
  not_looked_through: 503,
  too_many: 429,
  busy: 503,
  broken: 500,
} as const

/** The page where somebody reads and acknowledges what stands in their way. */
export const acknowledgedAt = '/privacy-terms'
/** The page where somebody reads what they are trained for, and whom to ask. */
export const trainedAt = '/training/own'

/** Where somebody finds what opens the way again. */
const opensAt: Partial<Record<ProblemCode, string>> = {
  acknowledgement_needed: acknowledgedAt,
  training_needed: trainedAt,
}

export type ProblemCode = keyof typeof statuses

const words = catalog({
  en: {
    'not_found': 'There is nothing here that you can open.',
    'not_found.next': 'Check the address, or search by name. You only find what belongs to your work.',
    'not_allowed': 'The assignment you are using cannot do this.',
    'not_allowed.next': 'Switch to another assignment, or ask the person who holds that role.',
    'sign_in_needed': 'You are not signed in, or your session has ended.',
    'sign_in_needed.next': 'Sign in and open this page again.',
    'proof_needed': 'This needs a fresh proof that it is still you.',
    'proof_needed.next':
      'Give a code from your app and go on within 15 minutes. What you typed is kept. A machine cannot do this.',
    'acknowledgement_needed': 'Read what you keep to before you go on.',
    'acknowledgement_needed.next':
      'Records of students open again as soon as you have acknowledged it. Crisis and raising a concern stay open.',
    'training_needed': 'Your training to read records of students is missing, or has ended.',
    'training_needed.next':
      'See whom to ask for it. Records of students open as soon as it is recorded. Crisis and raising a concern stay open.',
    'not_valid': 'Some answers need a look.',
    'not_valid.next': 'Correct the answers that are marked. What you typed is kept.',
    'refused': 'This cannot be done yet.',
    'refused.next': 'Clear what stands in the way. Each reason says how.',
    'changed_meanwhile': 'Somebody else changed this while you had it open.',
    'changed_meanwhile.next': 'Compare your words with what stands there now, then save again.',
    'key_missing': 'This request carries no idempotency key, so it could be carried out twice.',
    'key_missing.next': 'Send a new UUID in the header Idempotency-Key, and the same one when you try again.',
    'typed_in_address': 'What somebody types to find a person has no place in an address.',
    'typed_in_address.next': 'Send it in the body: QUERY, or POST with the field _method set to QUERY.',
    'key_used_differently': 'This idempotency key was used before for a different request.',
    'key_used_differently.next': 'Use a new key for a new request.',
    'wrong_origin': 'This form was not sent from a page of this site.',
    'wrong_origin.next': 'Open the page again and send the form from there.',
    'too_large': 'What was sent is too large.',
    'too_large.next': 'Send less at once. The limit stands beside the field.',
    'not_readable': 'What was sent could not be read.',
    'not_readable.next': 'Send a form, or JSON that is well formed.',
    'wrong_kind': 'This address does not take that kind of content.',
    'wrong_kind.next': 'Send a form or application/json.',
    'harmful': 'The scanner of this installation found something harmful in this file.',
    'harmful.next':
      'Nothing was kept. Tell whoever looks after computers, and scan the paper or make the file anew.',
    'not_looked_through': 'Files cannot be looked through for harm just now, so none is taken.',
    'not_looked_through.next':
      'Nothing was kept. Try again in a few minutes, or go on without the file and add it later.',
    'too_many': 'Too many requests came from here in a short time.',
    'too_many.next':
      'Wait a few minutes and try again. In danger, call 911. To talk to someone now, call or text 988.',
    'busy': 'The service is busy and did not do this.',
    'busy.next': 'Try again in a minute. Nothing was saved.',
    'broken': 'Something went wrong on our side. Nothing was changed.',
    'broken.next': 'Try again. If it happens again, tell your district contact the number of this message.',
  },
})

/** One reason, as a person reads it and as a machine reads it. */
export type Reason = { code: string; says: string; field?: string }

/** An answer that is not the one hoped for: a code, a sentence, what to do next, and every reason. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly status: number
  readonly because: readonly Reason[]

  constructor(code: ProblemCode, because: readonly Reason[] = []) {
    super(code)
    this.code = code
    this.status = statuses[code]
    this.because = because
  }

  /** The body of an `application/problem+json` answer (RFC 9457). */
  toJSON(language: Language = 'en') {
    const say = words(language)
    return {
      type: `urn:throughline:problem:${this.code}`,
      status: this.status,
      code: this.code,
      title: say(this.code),
      next: say(`${this.code}.next`),
      ...(opensAt[this.code] !== undefined && { at: opensAt[this.code] }),
      ...(this.because.length > 0 && { because: this.because }),
    }
  }
}

/** For a record that does not exist or lies outside one's reach: the two answer alike. */
export const notFound = (): never => {
  throw new Problem('not_found')
}

export const problemCodes = Object.keys(statuses) as ProblemCode[]
