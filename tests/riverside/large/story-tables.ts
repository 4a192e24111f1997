import type { Cell, Table } from './copy.ts'
import type { Plan } from './places.ts'
import { idAt } from './random.ts'
import { stories, type Story } from './stories.ts'

type Written<Item> = {
  name: string
  /** What of a story makes rows: one of each. */
  of(story: Story): readonly Item[]
  /** Each column with what stands in it. Every table begins with its district. */
  cells: Readonly<Record<string, (item: Item, story: Story) => Cell>>
}

function* rowsOf<Item>(plan: Plan, { of, cells }: Written<Item>): Generator<readonly Cell[]> {
  const each = Object.values(cells)
  for (const story of stories(plan)) {
    for (const item of of(story)) yield [plan.district, ...each.map((cell) => cell(item, story))]
  }
}

/** A table whose rows are made of the stories of a generated district, in their order. */
export const tableOf = <Item>(plan: Plan, written: Written<Item>): Table => ({
  name: written.name,
  columns: ['district_id', ...Object.keys(written.cells)],
  rows: rowsOf(plan, written),
})

/** One row for each story. */
export const whole = (story: Story): readonly Story[] => [story]

/** One row for each story that came so far. */
export const onceAt =
  (reached: (story: Story) => Date | null) =>
  (story: Story): readonly Story[] =>
    reached(story) === null ? [] : [story]

export const person = (place: number): string => idAt('person', place)
export const schoolOf = ({ student }: Story): string => idAt('school', student.school)
export const partnerOf = ({ partner }: Story): string => idAt('partner', partner)

/** Which referral and student a row is about, and with which agency. */
export const about = {
  referral_id: ({ id }: Story) => id,
  student_id: ({ student }: Story) => student.id,
  partner_id: partnerOf,
} as const
