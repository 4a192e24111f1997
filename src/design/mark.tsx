import { sharedWords } from './words.ts'

/**
 * What a mark can say. Round is on time, pointed is late; solid is done, hollow is owed; the bullseye is now;
 * dotted is not shared; the square is a choice to stop. Computed from dated facts by whoever calls, never by
 * a component.
 */
export const markStates = [
  'done',
  'done late',
  'now',
  'now late',
  'due',
  'late',
  'next',
  'hidden',
  'end',
] as const

export type MarkState = (typeof markStates)[number]

const keys = {
  'done': 'done',
  'done late': 'done_late',
  'now': 'now',
  'now late': 'now_late',
  'due': 'due',
  'late': 'late',
  'next': 'next',
  'hidden': 'hidden',
  'end': 'end',
} as const

/**
 * The state in words, in lower case except where the language has none, for whoever does not see the mark.
 */
export const stateWord = (s: MarkState, lang?: string): string => {
  const word = sharedWords(lang)(keys[s])
  return word.charAt(0).toLowerCase() + word.slice(1)
}

/** A lone mark. It is never the only thing that says the state: words stand beside it. */
export const Mark = ({ s }: { s: MarkState }) => <i class="mk" data-s={s} />
