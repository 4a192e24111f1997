import { idAt } from '../riverside/large/random.ts'
import type { Asked } from './ask.ts'

/** A reach that queries could be given by mistake. */
export type WrongReach = Pick<Asked, 'schools' | 'opened'> & { says: string }

/** Defects of the reach that queries are given. */
export const wrongReaches: readonly WrongReach[] = [
  { says: 'everybody reaches every school', schools: () => null },
  { says: 'whoever covers every school reaches none', schools: ({ schoolIds }) => schoolIds ?? [] },
  {
    says: 'an agency reaches schools',
    schools: ({ schoolIds, partnerId }) => (partnerId ? null : schoolIds),
  },
  { says: 'the first school is left out', schools: ({ schoolIds }) => schoolIds?.slice(1) ?? null },
  { says: 'nothing that was opened is reached', opened: () => [] },
  {
    says: 'whoever opened one student reaches others',
    opened: ({ openings = [] }) => openings.flatMap(({ studentId }) => [studentId, idAt('student', 1)]),
  },
  {
    says: 'whoever opened one student reaches every school',
    schools: ({ openings, schoolIds }) => (openings === undefined ? schoolIds : null),
  },
]
