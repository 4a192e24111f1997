import { idOf } from './ids.ts'
import type { SchoolKey } from './places.ts'

type Family = {
  given: string
  family: string
  born: string
  grade: string
  language: string
  disability?: 'yes' | 'no'
  neighborhood: string
  caregivers: readonly {
    name: string
    relationship: string
    phone: string
    language: string
    interpreter?: boolean
    rule?: string
    hours?: string
    authority?: string
  }[]
}

/** Families whose children go to one school, as they are written down there. */
export const familiesAt = (school: SchoolKey) => (given: Family) => ({
  ...given,
  school,
  id: idOf(`student/${given.given} ${given.family}`),
  localId: `R${(parseInt(idOf(given.given + given.family).slice(-5), 16) % 90_000) + 10_000}`,
  caregivers: given.caregivers.map((caregiver) => ({
    ...caregiver,
    id: idOf(`caregiver/${caregiver.name}`),
  })),
})
export type SeededFamily = ReturnType<ReturnType<typeof familiesAt>>
