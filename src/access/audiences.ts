import type { DataClass } from '#database/classes.ts'
import type { Role } from './roles.ts'

/** Whom words that leave the page are written for, and the roles people have who read them. */
export const audiences = {
  teacher: ['teacher'],
  family: ['caregiver', 'student'],
} as const satisfies Record<string, readonly Role[]>
export type Audience = keyof typeof audiences

/** What a template can leave a place for, and the class of data that would tell; null tells of no student. */
export const templateFields = {
  url: null,
  /** For how long a link works. */
  minutes: null,
  count: null,
  due: null,
  student: 'identity',
  observed: 'concerns',
  day: 'visits',
  time: 'visits',
  agency: 'referrals',
  provider: 'clinical_responsibility',
  path: 'triage',
  /** The school holds none: there is no class of data it would be of, so nobody is told one. */
  diagnosis: 'held nowhere',
} as const satisfies Record<string, DataClass | null | 'held nowhere'>
export type TemplateField = keyof typeof templateFields

/** Fields that are written where the family agreed to exactly that, whatever the matrix says. */
const whereAgreed: Readonly<Record<Audience, readonly TemplateField[]>> = {
  teacher: [],
  family: ['day', 'time'],
}

/** What a template for an audience may leave a place for: everything else is blocked [R144]. */
export const fieldsFor: Readonly<Record<Audience, readonly TemplateField[]>> = {
  teacher: ['url', 'count', 'due', 'student', 'observed'],
  family: ['url', 'minutes', 'count', 'due', ...whereAgreed.family],
}
export const isByAgreement = (audience: Audience, field: TemplateField): boolean =>
  whereAgreed[audience].includes(field)

/** The places a message leaves for values. The branches of a plural hold blanks or a #. */
export const placesIn = (message: string): string[] =>
  [...message.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name as string)

type Written = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Every blocked place in the templates of an audience, by language and message. */
export function blockedIn(audience: Audience, written: Written): string[] {
  const allowed: readonly string[] = fieldsFor[audience]
  return Object.entries(written).flatMap(([language, messages]) =>
    Object.entries(messages).flatMap(([key, message]) =>
      placesIn(message)
        .filter((place) => !allowed.includes(place))
        .map((place) => `${language} ${key}: ${place}`),
    ),
  )
}

/**
 * Templates for one audience. A blocked field stops the house from starting: none is ever written with one.
 * @throws with each message that names what its audience may not be told
 */
export function writtenFor<const T extends Written>(audience: Audience, written: T): T {
  const blocked = blockedIn(audience, written)
  if (blocked.length > 0) throw new Error(`Not for a ${audience}: ${blocked.join(', ')}`)
  return written
}
