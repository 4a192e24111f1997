import type { randomFrom } from '../riverside/large/random.ts'
import type { District, Row } from './facts.ts'

type Around = Pick<District, 'people' | 'agencies' | 'assignments'> & { dice: ReturnType<typeof randomFrom> }

/** A link: sent to somebody who acts for the student it is of, and now and then to anybody. */
export function linkAt(mark: number, { people, agencies, assignments, dice }: Around): Row {
  const family = assignments.filter(({ studentId }) => studentId !== null)
  const { studentId } = dice.pick(family)
  const theirs = family.filter((one) => one.studentId === studentId)
  return {
    table: 'family_link',
    mark,
    studentId,
    schoolId: null,
    agencyId: dice.pick(agencies).id,
    sentAt: null,
    familySees: null,
    sentTo: dice.percent(80) ? dice.pick(theirs).personId : dice.pick(people).id,
  }
}
