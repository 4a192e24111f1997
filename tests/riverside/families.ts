import { ofAlderCreek } from './families-of-alder-creek.ts'
import { ofHarlow } from './families-of-harlow.ts'
import { ofLarkspur } from './families-of-larkspur.ts'
import type { SeededFamily } from './family.ts'

export type { SeededFamily } from './family.ts'

/** The families of the stories, with the caregivers who answer for them. Invented, like everybody here. */
export const families = { ...ofAlderCreek, ...ofLarkspur, ...ofHarlow } as const satisfies Record<
  string,
  SeededFamily
>
export type FamilyKey = keyof typeof families
