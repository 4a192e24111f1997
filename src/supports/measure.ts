/** How progress is measured across settings: milestones and counts, never content. */
export const measures = ['attendance', 'crisis_contacts', 'engagement'] as const
export type Measure = (typeof measures)[number]

/** A measure that is agreed for one student: where it began, and where it stands. */
export type AgreedMeasure = {
  id: string
  measure: Measure
  /** Where it stands now: what was said last. */
  baseline: string
  /** Where it stood when it was first agreed, in words, and when. */
  firstBaseline: string
  firstAt: Date
  agreedBy: string
  agreedByName: string
  agreedAt: Date
}
