import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { BriefSupport } from './support.ts'

/** To whom a strategy is given: whoever is with the student every day. */
export const strategyReaders = ['caregiver', 'teacher'] as const
export type StrategyReader = (typeof strategyReaders)[number]

/** A strategy that was given, with what it says. */
export type Strategy = {
  readonly id: string
  readonly givenTo: StrategyReader
  readonly words: string
  readonly givenAt: Date
  readonly givenByName: string
}

type Of = { district: string; support: string }
const ofSupport = statement(
  ($: Of) => sql<Strategy>`
    select g.id, g.given_to as "givenTo", ${opened('support_strategy.words', 'g')} as words, g.given_at as "givenAt",
      p.name as "givenByName"
    from support_strategy g join person p on p.district_id = g.district_id and p.id = g.given_by
    where g.district_id = ${$.district} and g.support_id = ${$.support} order by g.given_at, g.id`,
)

/** What was given from a support, in the order in which it was. */
export const strategiesOf = (tx: Transaction, support: string): Promise<Strategy[]> =>
  tx.all(ofSupport, { district: tx.scope.districtId, support })

type New = Of & Record<'id' | 'student' | 'school' | 'givenTo' | 'words' | 'by', string> & { at: Date }
const insert = statement(
  ($: New) => sql`
    insert into support_strategy (district_id, id, support_id, student_id, school_id, given_to, words, given_by, given_at)
    values (${$.district}, ${$.id}, ${$.support}, ${$.student}, ${$.school}, ${$.givenTo}, ${$.words}, ${$.by}, ${$.at})`,
)

/** Keeps a strategy that was given. The act leaves a trace whose subject is the support. */
export function insertStrategy(
  unit: Unit,
  { id: support, studentId: student, schoolId: school }: BriefSupport,
  { givenTo, words }: { givenTo: StrategyReader; words: string },
): void {
  const id = unit.id()
  const sealed = unit.tx.sealed('support_strategy', { row: id, of: student }, { words })
  const by = unit.actor.personId as string
  unit.tx.write(insert, {
    ...sealed,
    district: unit.districtId,
    id,
    support,
    student,
    school,
    givenTo,
    by,
    at: unit.now,
  })
}

/** An agency that gives care to a student while school does, or after it did. */
export type CareOutside = {
  readonly referralId: string
  readonly agency: string
  readonly acceptedAt: Date
  /** When the first visit was held; null before. */
  readonly firstSeenAt: Date | null
}
const outside = statement(
  ($: { district: string; student: string }) => sql<CareOutside>`
    select f.id as "referralId", p.short_name as agency, f.accepted_at as "acceptedAt", f.first_seen_at as "firstSeenAt"
    from referral f join partner p on p.district_id = f.district_id and p.id = f.partner_id
    where f.district_id = ${$.district} and f.student_id = ${$.student} and f.accepted_at is not null and f.ended_at is null
    order by f.accepted_at, f.id`,
)

/** The agencies a student has now. */
export const careOutside = (tx: Transaction, student: string): Promise<CareOutside[]> =>
  tx.all(outside, { district: tx.scope.districtId, student })
