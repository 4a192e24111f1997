/**
 * How large a generated district is. Students, schools and agencies as publicly known orders of magnitude;
 * people invented.
 */
export type Size = {
  name: string
  state: string
  timeZone: string
  schools: number
  students: number
  partners: number
  navigators: number
  /** Referrals opened in each school year, oldest year first. */
  referralsPerYear: readonly number[]
  /** How many are with an agency now. */
  inService: number
}

export const sizes = {
  boston: {
    name: 'Harborview Public Schools',
    state: 'MA',
    timeZone: 'America/New_York',
    schools: 127,
    students: 57_000,
    partners: 13,
    navigators: 40,
    referralsPerYear: [3_500, 3_700],
    inService: 3_500,
  },
  lausd: {
    name: 'Valley Unified Schools',
    state: 'CA',
    timeZone: 'America/Los_Angeles',
    schools: 780,
    students: 400_000,
    partners: 60,
    navigators: 260,
    referralsPerYear: [26_000, 26_000, 26_000],
    inService: 24_000,
  },
  tiny: {
    name: 'Millpond Schools',
    state: 'OR',
    timeZone: 'America/Los_Angeles',
    schools: 4,
    students: 60,
    partners: 2,
    navigators: 2,
    referralsPerYear: [12, 18],
    inService: 8,
  },
} as const satisfies Record<string, Size>
export type SizeName = keyof typeof sizes
