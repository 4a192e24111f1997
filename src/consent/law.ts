import { authorities, type Consent, consentPurposes, itemsOf, type Method, type Scope } from './consent.ts'
import { isWordedIn, statementsIn, wordingOf } from './wordings.ts'

/** The federal laws that say what a release must hold. What is checked here is no legal advice. */
export const laws = ['ferpa', 'hipaa', 'part_two'] as const
export type Law = (typeof laws)[number]

/** Which way something goes, and so whose record it comes from. */
export type Direction = 'to_partner' | 'to_school' | 'between_agencies'

const directions: Readonly<Partial<Record<Scope, Direction>>> = {
  referral_disclosure: 'to_partner',
  academic_observations: 'to_partner',
  school_alerts: 'to_partner',
  status_feedback: 'to_school',
  participation: 'to_school',
  safety_signals: 'to_school',
  agency_alerts: 'to_school',
  care_coordination: 'between_agencies',
}

/** Which way a question lets something go; undefined for consent to receive care: nothing crosses on it. */
export const directionOf = (scope: Scope): Direction | undefined => directions[scope]

type Released = Pick<
  Consent,
  | 'grantorKind'
  | 'grantorAge'
  | 'grantorName'
  | 'relationship'
  | 'authority'
  | 'studentId'
  | 'partnerId'
  | 'purpose'
  | 'method'
  | 'witness'
  | 'documentReference'
  | 'agencyNamed'
  | 'schoolNamed'
  | 'language'
  | 'interpreter'
  | 'wordingVersion'
  | 'endsOn'
  | 'endsAt'
  | 'givenAt'
  | 'answers'
>
type Holding = (consent: Released, scope: Scope) => boolean

/**
 * The law of the record it comes from: the school's records are education records (20 U.S.C. 1232g), an
 * agency's are health records (45 CFR 160.103), and those of a substance-use programme have a law of their
 * own beside it (42 CFR 2.12).
 * @param partTwo whether the agency gives substance-use care
 */
export function lawsFor(scope: Scope, partTwo: boolean): Law[] {
  const direction = directionOf(scope)
  if (direction === undefined) return []
  if (direction === 'to_partner') return ['ferpa']
  return partTwo ? ['hipaa', 'part_two'] : ['hipaa']
}

/** Named one by one, and each of them one the question speaks of. */
const itemsNamed: Holding = ({ answers }, scope) =>
  answers.some(
    ({ scope: of, items }) =>
      of === scope && items.length > 0 && items.every((item) => itemsOf[scope].includes(item)),
  )
const isSaid = (name: string | null): boolean => name !== null && name.trim() !== ''
/** One that has words: a code nobody can read to a family names no purpose. */
const purposeNamed: Holding = ({ purpose }) => (consentPurposes as readonly string[]).includes(purpose)
const agencyNamed: Holding = (consent) => isSaid(consent.agencyNamed)
/** The school by its name; other services of the student as the class of them that the question names. */
const recipientNamed: Holding = (consent, scope) =>
  directionOf(scope) === 'between_agencies'
    ? wordingOf(consent.wordingVersion) !== undefined
    : isSaid(consent.schoolNamed)
const studentNamed: Holding = ({ studentId }) => studentId !== ''
const endNamed: Holding = ({ endsOn, endsAt, givenAt }) => endsOn !== '' && endsAt > givenAt
const dated: Holding = ({ givenAt }) => !Number.isNaN(givenAt.getTime())
/** Ways to answer of which something signed is left. */
export const needsDocument: ReadonlySet<string> = new Set(['paper', 'e_signature', 'link'] satisfies Method[])
/** Whose word it was can be shown: a signed document, or a witness who heard it. */
const attested: Holding = ({ method, witness, documentReference, grantorName }) =>
  isSaid(grantorName) && (documentReference !== null || (!needsDocument.has(method) && witness !== null))
/** Who they are to the student, and that they may consent. A student signs for themselves. */
const authorityDescribed: Holding = ({ grantorKind, authority, relationship, grantorAge }) =>
  (authorities as readonly string[]).includes(authority) &&
  (grantorKind === 'student' ? grantorAge !== null : isSaid(relationship))
/** Said in words of its version, in a language they are there in, or by an interpreter who is named. */
const says =
  (statement: Parameters<typeof statementsIn>[1]): Holding =>
  ({ wordingVersion, language, interpreter }) =>
    statementsIn(wordingVersion, statement) && (isWordedIn(wordingVersion, language) || isSaid(interpreter))

/** From this age a student holds a parent's rights over education records: 34 CFR 99.3 and 99.5(a)(1). */
export const eligibleFrom = 18

/** What a release must hold, by name. Each name stands with the place of the law it comes from. */
export const elements = {
  /** Signed and dated written consent, and what it must say. */
  ferpa: {
    /** 34 CFR 99.30(a): of the parent or the eligible student. */
    parent_or_eligible_student: ({ grantorKind, grantorAge }) =>
      grantorKind === 'caregiver' || (grantorAge !== null && grantorAge >= eligibleFrom),
    /** 34 CFR 99.30(b)(1): the records that may be disclosed. */
    records: itemsNamed,
    /** 34 CFR 99.30(b)(2): the purpose of the disclosure. */
    purpose: purposeNamed,
    /** 34 CFR 99.30(b)(3): the party or class of parties to whom it may be made. */
    recipient: agencyNamed,
    /** 34 CFR 99.30(a) and (d): signed, on paper or electronically. */
    signature: attested,
    /** 34 CFR 99.30(a): dated. */
    date: dated,
  },
  /** Six core elements and three required statements of an authorization. */
  hipaa: {
    /** 45 CFR 164.508(c)(1)(i): what is disclosed, specific and meaningful. */
    records: itemsNamed,
    /** 45 CFR 164.508(c)(1)(ii): who may disclose it. */
    discloser: agencyNamed,
    /** 45 CFR 164.508(c)(1)(iii): to whom. */
    recipient: recipientNamed,
    /** 45 CFR 164.508(c)(1)(iv): each purpose. */
    purpose: purposeNamed,
    /** 45 CFR 164.508(c)(1)(v): a date or event at which it ends. */
    expiry: endNamed,
    /** 45 CFR 164.508(c)(1)(vi): signature. */
    signature: attested,
    /** 45 CFR 164.508(c)(1)(vi): date of the signature. */
    date: dated,
    /** 45 CFR 164.508(c)(1)(vi): on what authority a representative signs. */
    authority: authorityDescribed,
    /** 45 CFR 164.508(c)(2)(i): that it can be taken back, and how. */
    statement_revoke: says('revoke'),
    /** 45 CFR 164.508(c)(2)(ii): whether care depends on it. */
    statement_refusal: says('refusal'),
    /** 45 CFR 164.508(c)(2)(iii): that who receives it may pass it on. */
    statement_passed_on: says('passed_on'),
  },
  /** Written consent for records of substance-use care. */
  part_two: {
    /** 42 CFR 2.31(a)(1): the patient's name. */
    patient: studentNamed,
    /** 42 CFR 2.31(a)(2): who may disclose it. */
    discloser: agencyNamed,
    /** 42 CFR 2.31(a)(3): what is disclosed, specific and meaningful. */
    records: itemsNamed,
    /** 42 CFR 2.31(a)(4): to whom. */
    recipient: recipientNamed,
    /** 42 CFR 2.31(a)(5): each purpose. */
    purpose: purposeNamed,
    /** 42 CFR 2.31(a)(6): that it can be taken back, and how. */
    statement_revoke: says('revoke'),
    /** 42 CFR 2.31(a)(7): a date or event at which it ends. */
    expiry: endNamed,
    /** 42 CFR 2.31(a)(8): signature. */
    signature: attested,
    /** 42 CFR 2.31(a)(9): date of the signature. */
    date: dated,
    /** 42 CFR 2.31(a)(10)(i): that who receives it may pass it on. */
    statement_passed_on: says('passed_on'),
    /** 42 CFR 2.31(a)(10)(ii): what follows from refusing. */
    statement_refusal: says('refusal'),
  },
} as const satisfies Record<Law, Record<string, Holding>>

export type ElementOf<L extends Law> = L extends Law ? `${L}.${string & keyof (typeof elements)[L]}` : never
/** An element by its law and its name, such as "hipaa.statement_revoke". */
export type Element = ElementOf<Law>

export const elementsOf = (law: Law): Element[] =>
  Object.keys(elements[law]).map((name) => `${law}.${name}` as Element)

const isThere = (consent: Released, scope: Scope, element: Element): boolean => {
  const [law, name] = element.split('.') as [Law, string]
  return (elements[law] as Record<string, Holding>)[name]?.(consent, scope) ?? false
}

/** Each element the laws of one question ask for, in the order of the laws, and whether the record has it. */
export const elementsIn = (consent: Released & { partTwo: boolean }, scope: Scope) =>
  lawsFor(scope, consent.partTwo)
    .flatMap(elementsOf)
    .map((element) => ({ element, there: isThere(consent, scope, element) }))

/** What a record and the words it was asked in lack for one question to let anything cross [R127]. */
export const missingElements = (consent: Released & { partTwo: boolean }, scope: Scope): Element[] =>
  elementsIn(consent, scope).flatMap(({ element, there }) => (there ? [] : [element]))

/** Heard by a witness and not signed: kept as given, and named until a signature is there [R149]. */
export const isSpoken = ({ method, documentReference }: Pick<Consent, 'method' | 'documentReference'>) =>
  (method === 'phone_witnessed' || method === 'in_person') && documentReference === null
