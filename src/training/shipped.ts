import type { Training } from '#access/trainings.ts'

/** What may be said of the months a completion holds. */
export const validMonths = { least: 1, most: 60, shipped: 12 } as const

/** Samples of our own, marked and not approved for use: a district words its trainings anew. */
export const sampleLines: Readonly<Record<Training, readonly string[]>> = {
  rubric: [
    'What each question of the rubric asks, and what each answer looks like in a student.',
    'The level is worked out by the answers. In doubt, choose the answer further to the right.',
    'What the level says to call, and that anybody calls 911 first when it cannot wait.',
    'Two practice runs with scenarios of the drill library, talked through afterwards.',
  ],
  triage: [
    'What each question of the checklist asks, and where the answer is found.',
    'The three paths, what each opens, and what is owed by when.',
    'How to depart from what the checklist indicates: a reason, and a second person.',
    'When a concern becomes a crisis at once.',
  ],
  records: [
    'Which records each role opens, and why nobody opens more.',
    'What a family agreed to, where it stands, and what ends it.',
    'What may be said in mail, on the phone and in the staff room.',
    'Whom to tell when something went to the wrong person.',
  ],
}

/** Whether sentences are still the ones that ship: then they are not approved for use. */
export const isSample = (topic: Training, lines: readonly string[]): boolean =>
  lines.join('\n') === sampleLines[topic].join('\n')
