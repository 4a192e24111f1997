import type { Kind } from './kinds.ts'
import { listNames } from './reason-lists.ts'

/** The limits that differ by tier, and all the others. */
const ofTimes = ['steps', 'byTier'] as const

/** Every form that writes less than a whole part of the model. */
export const formParts = [...listNames, ...ofTimes] as const
export type FormPart = (typeof formParts)[number]

const split: { readonly [K in Kind]?: readonly FormPart[] } = {
  reasons: listNames,
  time_standards: ofTimes,
}

/** The forms a part of the model is written on, where it is too long for one; none where one is enough. */
export const formPartsOf = (kind: Kind): readonly FormPart[] => split[kind] ?? []

/** Whether a line stands on a form. @param part undefined for the form of a whole part */
export const isOnForm = (part: FormPart | undefined, path: string): boolean =>
  part === undefined || (part === 'steps' ? !path.startsWith('byTier.') : path.startsWith(`${part}.`))
