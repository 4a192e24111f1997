import type { Outcome, SmallDistrict } from './small-district.ts'

/** Something that may happen next; undefined where there is nobody and nothing it could happen to. */
export type Move = {
  readonly name: string
  readonly weight: number
  /** It happens whatever there is. */
  readonly always?: true
  make(district: SmallDistrict): Promise<Outcome> | Outcome
}
