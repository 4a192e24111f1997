import { sql } from 'kysely'
import { sealedTables } from '#database/sealed.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { named, query, statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { Handoff } from './handoff.ts'

const fields = [
  'referralId',
  'studentId',
  'navigatorId',
  'state',
  'openedAt',
  'dueAt',
  'dueStandard',
  'highNeedCriteria',
  'firstAttemptAt',
  'pointServiceAt',
  'pointIntakeAt',
  'pointInformationAt',
  'pointChoicesAt',
  'conversationAt',
  'conversationMode',
  'caregiverId',
  'conversationLanguage',
  'interpreter',
  'studentTookPart',
  'studentAbsenceReason',
  'caregiverPresentAtSend',
  'caregiverAbsenceReason',
  'receiptBy',
  'receiptAt',
  'transport',
  'transportNote',
  'accompaniedBy',
  'conflicts',
  'interpreterBooked',
  'coverage',
  'logisticsAt',
  'bringNote',
  'planLanguage',
  'planDelivery',
  'planGivenAt',
  'questionsLater',
  'supportOfferedAt',
  'supportAnswer',
  'completedAt',
  'endedAt',
  'missReason',
  'exceptionReason',
  'exceptionNote',
  'version',
] as const satisfies readonly (keyof Handoff)[]

const columnName = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const isSealed = (column: string): column is keyof (typeof sealedTables)['handoff']['columns'] =>
  column in sealedTables.handoff.columns
const read = (column: string) =>
  isSealed(column) ? opened(`handoff.${column}`, 'h') : sql`h.${sql.ref(column)}`
const columns = sql.join(fields.map((field) => sql`${read(columnName(field))} as ${sql.ref(field)}`))

const one = statement(
  ($: { district: string; referral: string }) => sql<Handoff>`
    select ${columns} from handoff h where h.district_id = ${$.district} and h.referral_id = ${$.referral}`,
)

/** The handoff of a referral, or undefined. Whether it is within reach is for the caller to find out. */
export const findHandoff = (tx: Transaction, referralId: string): Promise<Handoff | undefined> =>
  tx.maybe(one, { district: tx.scope.districtId, referral: referralId })

/** The handoff of a referral. The caller has found the referral within reach. @throws when there is none */
export const getHandoff = (tx: Transaction, referralId: string): Promise<Handoff> =>
  tx.one(one, { district: tx.scope.districtId, referral: referralId })

type Opened = Pick<
  Handoff,
  'referralId' | 'studentId' | 'navigatorId' | 'openedAt' | 'dueAt' | 'dueStandard' | 'highNeedCriteria'
>
const add = statement(
  ($: {
    district: string
    referral: string
    student: string
    navigator: string
    opened: Date
    due: Date
    standard: string
    criteria: readonly string[]
  }) => sql`
    insert into handoff (district_id, referral_id, student_id, navigator_id, state, opened_at, due_at, due_standard, high_need_criteria)
    values (${$.district}, ${$.referral}, ${$.student}, ${$.navigator}, 'open', ${$.opened}, ${$.due}, ${$.standard}::jsonb, ${$.criteria}::text[])`,
)

/** Opens the handoff of a new referral. */
export const addHandoff = ({ tx, districtId }: Unit, opened: Opened) =>
  tx.write(add, {
    district: districtId,
    referral: opened.referralId,
    student: opened.studentId,
    navigator: opened.navigatorId,
    opened: opened.openedAt,
    due: opened.dueAt,
    standard: JSON.stringify(opened.dueStandard),
    criteria: opened.highNeedCriteria,
  })

type Changes = Partial<
  Omit<Handoff, 'referralId' | 'studentId' | 'openedAt' | 'dueAt' | 'dueStandard' | 'version'>
>

/**
 * Writes what became known in one part of the handoff, and nothing else.
 * The commit fails with changed_meanwhile when somebody was faster.
 */
export function saveHandoff({ tx, districtId }: Unit, handoff: Handoff, changes: Changes): Handoff {
  const at = { row: handoff.referralId, of: handoff.studentId }
  const sealed = tx.sealed('handoff', at, changes)
  const set = Object.fromEntries(Object.entries(sealed).map(([field, value]) => [columnName(field), value]))
  const version = sql<number>`house.next_version(version, ${handoff.version})`
  tx.write(
    named(
      query
        .updateTable('handoff')
        .set({ ...set, version })
        .where('district_id', '=', districtId)
        .where('referral_id', '=', handoff.referralId),
    ),
  )
  return { ...handoff, ...changes, version: handoff.version + 1 }
}
