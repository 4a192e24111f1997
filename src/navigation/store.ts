import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { Help, HelpKind, HelpOutcome } from './help.ts'

/** Help with the names of who worked on it. */
export type SeenHelp = Help & {
  readonly askedByName: string
  readonly arrangedByName: string | null
  readonly endedByName: string | null
  /** The category of the barrier it was asked for. */
  readonly barrierCategory: string | null
}

const seen = sql`
  select t.id, t.referral_id as "referralId", t.student_id as "studentId", t.barrier_id as "barrierId", t.kind,
    ${opened('practical_support.need', 't')} as need, t.due_on as "dueOn", t.asked_at as "askedAt",
    ${opened('practical_support.arranged', 't')} as arranged, t.arranged_at as "arrangedAt", t.outcome,
    t.happened_on as "happenedOn", ${opened('practical_support.result', 't')} as result, t.ended_at as "endedAt", t.version,
    a.name as "askedByName", r.name as "arrangedByName", e.name as "endedByName", b.category as "barrierCategory"
  from practical_support t
  join person a on a.district_id = t.district_id and a.id = t.asked_by
  left join person r on r.district_id = t.district_id and r.id = t.arranged_by
  left join person e on e.district_id = t.district_id and e.id = t.ended_by
  left join barrier b on b.district_id = t.district_id and b.id = t.barrier_id`
const all = statement(
  ($: { district: string; referral: string }) => sql<SeenHelp>`${seen}
    where t.district_id = ${$.district} and t.referral_id = ${$.referral}
    order by t.ended_at is not null, t.due_on, t.asked_at, t.id`,
)
type One = { district: string; id: string }
const byId = ($: One) => sql<SeenHelp>`${seen} where t.district_id = ${$.district} and t.id = ${$.id}`
const one = statement(byId)
const held = statement(($: One) => sql<SeenHelp>`${byId($)} for no key update of t`)

/** The help of a referral: what is owed first, then what ended. */
export const helpsOf = (tx: Transaction, referral: string): Promise<SeenHelp[]> =>
  tx.all(all, { district: tx.scope.districtId, referral })

/** One of them, whoever asks: reach is judged by its referral. */
export const findHelp = (tx: Transaction, id: string): Promise<SeenHelp | undefined> =>
  tx.maybe(one, { district: tx.scope.districtId, id })

/** Takes the row for the rest of the act. */
export const holdHelp = ({ tx, districtId }: Unit, id: string): Promise<SeenHelp | undefined> =>
  tx.maybe(held, { district: districtId, id })

type New = Pick<Help, 'referralId' | 'studentId' | 'barrierId' | 'kind' | 'need' | 'dueOn'>
type Row = {
  district: string
  id: string
  referral: string
  student: string
  barrier: string | null
  kind: HelpKind
  need: string | null
  due: string
  by: string
  now: Date
}
const insert = statement(
  ($: Row) => sql`
    insert into practical_support (district_id, id, referral_id, student_id, barrier_id, kind, need, due_on, asked_by, asked_at)
    values (${$.district}, ${$.id}, ${$.referral}, ${$.student}, ${$.barrier}::uuid, ${$.kind}, ${$.need}, ${$.due}::date,
      ${$.by}, ${$.now})`,
)

/** Writes down that help is needed. @returns its id */
export function insertHelp(unit: Unit, help: New): string {
  const { tx, districtId, actor, now } = unit
  const id = unit.id()
  tx.write(insert, {
    district: districtId,
    id,
    referral: help.referralId,
    student: help.studentId,
    barrier: help.barrierId,
    kind: help.kind,
    ...tx.sealed('practical_support', { row: id, of: help.studentId }, { need: help.need }),
    due: help.dueOn,
    by: actor.personId as string,
    now,
  })
  return id
}

type Change = { district: string; id: string; by: string; now: Date; version: number }
const arrange = statement(
  ($: Change & { arranged: string }) => sql`
    update practical_support set arranged = ${$.arranged}, arranged_by = ${$.by}, arranged_at = ${$.now},
      version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)
const end = statement(
  ($: Change & { outcome: HelpOutcome; happened: string | null; result: string | null }) => sql`
    update practical_support set outcome = ${$.outcome}, happened_on = ${$.happened}::date, result = ${$.result},
      ended_by = ${$.by}, ended_at = ${$.now}, version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)
const changing = ({ districtId, actor, now }: Unit, { id, version }: Help): Change => ({
  district: districtId,
  id,
  by: actor.personId as string,
  now,
  version,
})

/** How held help was arranged; said anew, it replaces what was said before. */
export const saveArranged = (unit: Unit, help: Help, arranged: string): void =>
  unit.tx.write(arrange, {
    ...changing(unit, help),
    ...unit.tx.sealed('practical_support', { row: help.id, of: help.studentId }, { arranged }),
  })

/** How held help ended. */
export const saveEnded = (
  unit: Unit,
  help: Help,
  { outcome, happened, result }: { outcome: HelpOutcome; happened: string | null; result: string | null },
): void =>
  unit.tx.write(end, {
    ...changing(unit, help),
    outcome,
    happened,
    ...unit.tx.sealed('practical_support', { row: help.id, of: help.studentId }, { result }),
  })
