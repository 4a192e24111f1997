import { careTeam, type Role } from '#access/roles.ts'

/** What one person read about one student within the time looked at. */
export type Reading = {
  personId: string
  personName: string
  role: Role
  studentId: string
  studentName: string
  times: number
  /** How often of these the student was in a list that they took along. */
  taken: number
  /** On how many days, without such lists. */
  days: number
  /** How often outside the hours of work, without such lists. */
  outside: number
  lastAt: Date
  /** Whether something they did, or a task they hold, ties them to the student. */
  linked: boolean
  /** Read because they broke the glass. */
  brokeGlass: boolean
  ownChild: boolean
  /** Somebody who cares for the student has the reader's phone, mail or whole name. */
  sameHousehold: boolean
  sameFamilyName: boolean
  /** Somebody who cares for the student works at a school of the reader's: records that draw eyes. */
  colleaguesChild: boolean
}

/** Why a reading is worth a question. None says that somebody did wrong. */
export type Why =
  | 'broke_glass'
  | 'own_child'
  | 'same_household'
  | 'same_family_name'
  | 'colleagues_child'
  | 'outside_hours'
  | 'again_and_again'
  | 'far_more_than_others'
  | 'took_a_list'

/** One reading, or everything of one person, with the reasons to ask about it. */
export type Unusual = Pick<Reading, 'personId' | 'personName' | 'role' | 'times' | 'lastAt'> & {
  student: { id: string; name: string } | null
  /** Students without a tie that the person read, where that is the reason. */
  students: number
  why: Why[]
}

/** Days on which a student without a tie is read before it is asked about. */
const againDays = 3
/** Standard deviations above others in the role, how many others there must be, and the least that counts. */
const far = { deviations: 3, others: 5, atLeast: 10 }

/** Roles in which somebody is expected to have a tie to whom they read about. */
const tied: readonly Role[] = [...careTeam, 'principal', 'teacher']

/** Reasons that lie in many readings together. */
type OfSeveral = 'far_more_than_others' | 'took_a_list'

/** Whether something of this student was read, and not only a list with many taken along. */
const isSingle = ({ times, taken }: Reading) => times > taken

const reasons: Readonly<Record<Exclude<Why, OfSeveral>, (reading: Reading) => boolean>> = {
  broke_glass: ({ brokeGlass }) => brokeGlass,
  own_child: ({ ownChild }) => ownChild,
  same_household: ({ sameHousehold, ownChild }) => sameHousehold && !ownChild,
  same_family_name: (reading) => reading.sameFamilyName && isSingle(reading) && isStrange(reading),
  colleagues_child: (reading) => reading.colleaguesChild && isSingle(reading) && isStrange(reading),
  outside_hours: ({ outside, ...reading }) => outside > 0 && isStrange(reading),
  again_and_again: ({ days, ...reading }) => days >= againDays && isStrange(reading),
}
const isStrange = ({ linked, role }: Pick<Reading, 'linked' | 'role'>) => !linked && tied.includes(role)

const whyOf = (reading: Reading): Why[] =>
  (Object.keys(reasons) as (keyof typeof reasons)[]).filter((why) => reasons[why](reading))

/** Whether a count lies far above those of the others. */
export function isFarAbove(count: number, others: readonly number[]): boolean {
  if (others.length < far.others || count < far.atLeast) return false
  const mean = others.reduce((sum, each) => sum + each, 0) / others.length
  const spread = Math.sqrt(others.reduce((sum, each) => sum + (each - mean) ** 2, 0) / others.length)
  return count > mean + far.deviations * spread
}

const byPerson = (readings: readonly Reading[]): Reading[][] => [
  ...Map.groupBy(readings, ({ personId, role }) => `${personId} ${role}`).values(),
]
const latestOf = (own: readonly Reading[]) => new Date(Math.max(...own.map(({ lastAt }) => lastAt.getTime())))

/** Who took lists along with students they have no tie to: once for each, whatever the length of the list. */
function tookLists(readings: readonly Reading[]): Unusual[] {
  return byPerson(readings.filter((reading) => reading.taken > 0 && isStrange(reading))).map((own) => {
    const { personId, personName, role } = own[0] as Reading
    const times = Math.max(...own.map(({ taken }) => taken))
    const who = { personId, personName, role, times, lastAt: latestOf(own) }
    return { ...who, student: null, students: own.length, why: ['took_a_list'] }
  })
}

/** Who read far more students without a tie than others in the same role did. */
function farMore(readings: readonly Reading[]): Unusual[] {
  const people = byPerson(readings).map((own) => ({
    own,
    first: own[0] as Reading,
    strange: own.filter((reading) => isSingle(reading) && isStrange(reading)).length,
  }))
  return people
    .filter(({ first, strange }) => {
      const others = people.filter(
        ({ first: other }) => other.role === first.role && other.personId !== first.personId,
      )
      return isFarAbove(
        strange,
        others.map((other) => other.strange),
      )
    })
    .map(({ own, first, strange }) => ({
      personId: first.personId,
      personName: first.personName,
      role: first.role,
      times: own.reduce((sum, { times }) => sum + times, 0),
      lastAt: latestOf(own),
      student: null,
      students: strange,
      why: ['far_more_than_others'],
    }))
}

/** The readings worth a question, the latest first. */
export function unusualIn(readings: readonly Reading[]): Unusual[] {
  const single = readings.flatMap((reading): Unusual[] => {
    const why = whyOf(reading)
    const { personId, personName, role, times, lastAt } = reading
    const student = { id: reading.studentId, name: reading.studentName }
    return why.length === 0 ? [] : [{ personId, personName, role, times, lastAt, student, students: 1, why }]
  })
  return [...farMore(readings), ...tookLists(readings), ...single].sort(
    (one, other) => other.lastAt.getTime() - one.lastAt.getTime(),
  )
}
