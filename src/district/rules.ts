import { isSchoolDay, type SchoolCalendar, type Weekday } from './calendar.ts'

const closing = {
  closed_already: (calendar, day) => calendar.closures.some(({ on }) => on === day),
  no_school_anyway: (calendar, day) =>
    !calendar.closures.some(({ on }) => on === day) && !isSchoolDay(calendar, day),
} satisfies Record<string, (calendar: SchoolCalendar, day: string) => boolean>

export type ObstacleToClosing = keyof typeof closing

/** Every reason a day cannot be added as one without school. */
export const obstaclesToClosing = (calendar: SchoolCalendar, day: string): ObstacleToClosing[] =>
  (Object.keys(closing) as ObstacleToClosing[]).filter((name) => closing[name](calendar, day))

type DayGiven = { opens?: string | undefined; closes?: string | undefined } | undefined
export type HoursGiven = { readonly [day in Weekday]?: DayGiven }
export type OpenDay = { weekday: Weekday; opens: string; closes: string }

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** The weekdays that were given both times. */
export const hoursGiven = (hours: HoursGiven): OpenDay[] =>
  weekdays.flatMap((weekday) => {
    const { opens, closes } = hours[weekday] ?? {}
    return opens === undefined || closes === undefined ? [] : [{ weekday, opens, closes }]
  })

const hoursObstacles = {
  no_open_day: (hours) => hoursGiven(hours).length === 0,
  half_a_day: (hours) =>
    weekdays.some((day) => (hours[day]?.opens === undefined) !== (hours[day]?.closes === undefined)),
  closes_before_it_opens: (hours) => hoursGiven(hours).some(({ opens, closes }) => closes <= opens),
} satisfies Record<string, (hours: HoursGiven) => boolean>

export type ObstacleToHours = keyof typeof hoursObstacles

/** Every reason working hours cannot stand: with no open day every clock would wait for ever. */
export const obstaclesToHours = (hours: HoursGiven): ObstacleToHours[] =>
  (Object.keys(hoursObstacles) as ObstacleToHours[]).filter((name) => hoursObstacles[name](hours))

type LiveDay = { liveOn?: string | undefined; today: string }

const goingLive = {
  live_already: (school, { today }) => school.liveOn !== null && school.liveOn <= today,
  day_passed: (_school, { liveOn, today }) => liveOn !== undefined && liveOn < today,
} satisfies Record<string, (school: { liveOn: string | null }, given: LiveDay) => boolean>

export type ObstacleToLiveDay = keyof typeof goingLive

/** Every reason the day a school goes live stays as it is. */
export const obstaclesToLiveDay = (school: { liveOn: string | null }, given: LiveDay): ObstacleToLiveDay[] =>
  (Object.keys(goingLive) as ObstacleToLiveDay[]).filter((name) => goingLive[name](school, given))

type Ending = { personId: string; endedAt: Date | null }

const ending = {
  ended_already: ({ endedAt }) => endedAt !== null,
  yourself: ({ personId }, actor) => personId === actor.personId,
} satisfies Record<string, (given: Ending, actor: { personId: string | null }) => boolean>

export type ObstacleToEnding = keyof typeof ending

/** Every reason access stays: whoever takes it away keeps their own, so that somebody is left to give it. */
export const obstaclesToEnding = (given: Ending, actor: { personId: string | null }): ObstacleToEnding[] =>
  (Object.keys(ending) as ObstacleToEnding[]).filter((name) => ending[name](given, actor))

/** Why somebody else changes the address a person signs in with. */
export const addressReasons = ['mailbox_lost', 'name_changed', 'typed_wrong', 'read_by_others'] as const
export type AddressReason = (typeof addressReasons)[number]

type Changing = { person: { id: string; email: string | null; endedAt: Date | null }; email: string }

const changingAddress = {
  left_already: ({ person }) => person.endedAt !== null,
  own_address: ({ person }, actor) => person.id === actor.personId,
  same_address: ({ person, email }) => person.email?.toLowerCase() === email,
} satisfies Record<string, (given: Changing, actor: { personId: string | null }) => boolean>

/** The last two are known once the address is asked for: who has it already, and what else it opens. */
export type ObstacleToAddress = keyof typeof changingAddress | 'taken' | 'elsewhere'

/** Every reason somebody's address stays. Their own they change on their account, where a link proves it. */
export const obstaclesToAddress = (given: Changing, actor: { personId: string | null }) =>
  (Object.keys(changingAddress) as (keyof typeof changingAddress)[]).filter((name) =>
    changingAddress[name](given, actor),
  )

export type Named = { readonly name: string; readonly timeZone: string }

/** What of a district's name and zone would change. */
export const changedInDistrict = (district: Named, given: Named): (keyof Named)[] =>
  (['name', 'timeZone'] as const).filter((part) => district[part] !== given[part])
