import { type RawBuilder, sql } from 'kysely'
import { statement } from '#platform/database/query.ts'
import type { Unit } from './unit.ts'

/** News for one person in the app: what kind, and of which record. */
export type News<Kind extends string = string> = {
  personId: string
  kind: Kind
  subject: { type: string; id: string }
}

const insert = statement(
  ($: Record<'district' | 'id' | 'person' | 'kind' | 'type' | 'subject', string> & { at: Date }) => sql`
    insert into notice (district_id, id, person_id, kind, subject_type, subject_id, made_at)
    values (${$.district}, ${$.id}, ${$.person}, ${$.kind}, ${$.type}, ${$.subject}, ${$.at})`,
)

const recordsOfStudents = ['referral', 'crisis_incident', 'escalation', 'concern', 'care_notice'] as const
/**
 * That the record a piece of news `n` is of is there for whoever reads it at school, as a condition for SQL:
 * whoever was told of a student and is kept from that student since reads nothing of it, and counts nothing.
 */
export const ofSomethingThere: RawBuilder<boolean> = sql<boolean>`
  (current_setting('app.side', true) <> 'school' or case n.subject_type ${sql.join(
    recordsOfStudents.map(
      (table) =>
        sql`when ${sql.lit(table)} then exists (select from ${sql.table(table)} r where r.district_id = n.district_id and r.id = n.subject_id)`,
    ),
    sql` `,
  )} else true end)`

/**
 * Tells somebody something in the app: a kind and an id, no words about anybody. The act leaves a trace about
 * the same subject.
 */
export const addNotice = (unit: Unit, { personId, kind, subject }: News): void =>
  unit.tx.write(insert, {
    district: unit.districtId,
    id: unit.id(),
    person: personId,
    kind,
    type: subject.type,
    subject: subject.id,
    at: unit.now,
  })
