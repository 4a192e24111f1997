import type { Role } from '#access/roles.ts'

/** Somebody's place in a district, whether it gives rights or not. */
export type Assignment = {
  readonly id: string
  readonly personId: string
  readonly role: Role
  /** For agency roles. */
  readonly agencyId: string | null
  /** For whoever an agency lends to a school: that agency. */
  readonly employedBy: string | null
  /** For caregivers and students: whom they act for. */
  readonly studentId: string | null
  readonly everySchool: boolean
  readonly schoolIds: readonly string[]
  /** First and last day it gives rights, YYYY-MM-DD on the district's calendar; open when null. */
  readonly startsOn: string
  readonly endsOn: string | null
  /** Ended early at this instant. */
  readonly endedAt: Date | null
}

/** One row of a table that holds records of students. A part a table has no column for is null. */
export type Row = {
  readonly table: string
  /** Tells rows apart in sums: no two of a world are the same. */
  readonly mark: number
  /** The student it says it is of; the student's own id in the table of students. */
  readonly studentId: string | null
  readonly schoolId: string | null
  readonly agencyId: string | null
  readonly sentAt: Date | null
  /** Who in the family reads it, as the record says. */
  readonly familySees: 'family' | 'student' | 'nobody' | null
  /** Whom in the family it was sent to, where it was sent to one of them. */
  readonly sentTo: string | null
}

export type District = {
  readonly id: string
  /** IANA zone of its clocks. */
  readonly timeZone: string
  readonly schoolIds: readonly string[]
  readonly agencies: readonly { readonly id: string; readonly endedAt: Date | null }[]
  readonly people: readonly {
    readonly id: string
    readonly leftAt: Date | null
    /** What the student system calls them. */
    readonly sourceId: string | null
  }[]
  readonly assignments: readonly Assignment[]
  readonly blocks: readonly {
    readonly studentId: string
    readonly personId: string
    readonly kind: 'custody' | 'protective_order' | 'conflict_of_interest' | 'student_objection'
    readonly liftedAt: Date | null
  }[]
  /** Who is on record as a caregiver of whom, and since when not any more. */
  readonly caring: readonly {
    readonly caregiverId: string
    readonly personId: string | null
    readonly sourceId: string | null
    readonly studentId: string
    readonly endedOn: string | null
  }[]
  /** What was opened by breaking the glass. */
  readonly openings: readonly {
    readonly id: string
    readonly assignmentId: string
    readonly personId: string
    readonly studentId: string
    readonly openedAt: Date
    readonly endsAt: Date
    /** Closed before its time. */
    readonly closedAt: Date | null
  }[]
  readonly rows: readonly Row[]
}

/** Everything that decides who sees what, at one instant. */
export type Facts = { readonly now: Date; readonly districts: readonly District[] }
