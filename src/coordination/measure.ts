/** How progress is measured across settings: milestones and counts, never content [requirements C9]. */
export const measures = ['attendance', 'crisis_contacts', 'engagement'] as const
export type Measure = (typeof measures)[number]

/** A measure that was agreed for one student, with where it stood then. */
export type AgreedMeasure = {
  id: string
  measure: Measure
  baseline: string
  agreedBy: string
  agreedByName: string
  agreedAt: Date
}
