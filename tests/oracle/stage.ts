import { idAt, type randomFrom } from '../riverside/large/random.ts'
import type { District } from './facts.ts'

/** The second before everything is asked, and the second after. */
export const before = new Date('2026-10-14T05:29:59Z')
export const after = new Date('2026-10-14T05:30:01Z')
export const zones = ['America/Los_Angeles', 'America/New_York', 'America/Denver']

/** How much is invented for each of three districts. */
export type Extent = { students: number; people: number; rowsOfTable: number }
export const small: Extent = { students: 40, people: 70, rowsOfTable: 60 }
export const whole: Extent = { students: 250, people: 160, rowsOfTable: 420 }

export type Dice = ReturnType<typeof randomFrom>
export type Stage = Omit<District, 'assignments' | 'blocks' | 'caring' | 'openings' | 'rows'> & {
  studentIds: readonly string[]
}

/** Ids are the same in every district: only the district tells two of them apart. */
const ids = (kind: Parameters<typeof idAt>[0], count: number) =>
  Array.from({ length: count }, (_, place) => idAt(kind, place + 1))

export function stageAt(place: number, { students, people }: Extent, dice: Dice): Stage {
  return {
    id: idAt('district', place + 1),
    timeZone: zones[place] as string,
    schoolIds: ids('school', 5),
    agencies: ids('partner', 4).map((id, at) => ({
      id,
      endedAt: at === 0 ? before : at === 1 ? after : null,
    })),
    people: ids('person', people).map((id) => ({
      id,
      leftAt: dice.percent(6) ? before : null,
      sourceId: dice.percent(50) ? null : `s${id}`,
    })),
    studentIds: ids('student', students),
  }
}
