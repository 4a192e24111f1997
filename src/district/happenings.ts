import { happening } from '#access/happening.ts'

/** What is still a sample in the model of a district, though its schools decide about students by it. */
export type SampleLeft = 'checklist_sample' | 'crisis_sample'

/** A day is about to be set from which a school decides about its students; answered by what forbids it. */
export const goingLive = happening<{ readonly schoolId: string }, readonly SampleLeft[]>(
  'district/going-live',
)
