import type { Almanac } from './almanac.ts'
import type { Teller } from './teller.ts'

/** One story: how a family came to where it stands now. */
export type Story = (stage: { teller: Teller; almanac: Almanac }) => Promise<void>
