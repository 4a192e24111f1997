import type pg from 'pg'
import type { Class } from './columns.ts'
import type { Planted, Row } from './plant.ts'
import type { World } from './world.ts'

/** What a word of ours says, and of whom: all that decides who may read it. */
export type About = {
  place: string
  class: Class
  districtId: string
  /** The students it is of; none where nobody knows yet whom it is about. */
  studentIds: readonly string[]
  /** The schools it belongs to. */
  schoolIds: readonly string[]
  /** The agency it names. */
  partnerId: string | null
  /** Whether it was sent to that agency. */
  sent: boolean
  /** Whether the family's yes to sending it holds. */
  yesHolds: boolean
  /** What is its own class by law: a minor who answered alone, or care for substance use. */
  protected: boolean
  /** Who wrote it down, raised it or told it. */
  by: string | null
  /** A report for a child's protection. */
  report: boolean
  row: Row
}

const tables = [
  'student',
  'concern',
  'triage_decision',
  'referral',
  'consent',
  'consent_exception',
  'record_opening',
  'crisis_incident',
  'record_request',
] as const
type Known = Record<(typeof tables)[number], ReadonlyMap<string, Row>> & {
  /** The children of each caregiver. */
  children: ReadonlyMap<string, string[]>
  /** Consents that were taken back. */
  takenBack: ReadonlySet<string>
  /** Agencies that also treat substance use. */
  substanceUse: ReadonlySet<string>
}

/** Rows by their ids, as they lie there: which is of which is the same in every district of the world. */
async function known(admin: pg.ClientBase): Promise<Known> {
  const all = {} as Record<(typeof tables)[number], ReadonlyMap<string, Row>>
  for (const table of tables) {
    const { rows } = await admin.query<Row>(`select to_jsonb(t) as row from ${table} t`)
    all[table] = new Map(rows.map(({ row }) => [(row as Row)['id'] as string, row as Row]))
  }
  const { rows: homes } = await admin.query<{ caregiver: string; student: string }>(
    'select distinct caregiver_id as caregiver, student_id as student from guardianship where ended_on is null',
  )
  const children = new Map(
    [...Map.groupBy(homes, ({ caregiver }) => caregiver)].map(([id, of]) => [
      id,
      of.map(({ student }) => student),
    ]),
  )
  const { rows: care } = await admin.query<{ id: string }>(
    `select distinct partner_id as id from partner_service where kind = 'substance_use'`,
  )
  const { rows: taken } = await admin.query<{ id: string }>('select consent_id as id from consent_revocation')
  return {
    ...all,
    takenBack: new Set(taken.map(({ id }) => id)),
    children,
    substanceUse: new Set(care.map(({ id }) => id)),
  }
}

/** The record a row hangs on, where it says of no student itself. */
function owner(known: Known, row: Row): Row {
  const of = (table: (typeof tables)[number], column: string) => known[table].get(row[column] as string)
  return (
    of('consent', 'consent_id') ??
    of('concern', 'concern_id') ??
    of('consent_exception', 'exception_id') ??
    of('record_opening', 'opening_id') ??
    of('record_request', 'request_id') ??
    of('crisis_incident', 'incident_id') ??
    {}
  )
}

const text = (value: unknown) => (typeof value === 'string' ? value : null)

function studentsOf(known: Known, table: string, row: Row): string[] {
  if (table === 'student') return [row['id'] as string]
  if (table === 'caregiver') return known.children.get(row['id'] as string) ?? []
  const id = text(row['student_id']) ?? text(owner(known, row)['student_id'])
  return id === null ? [] : [id]
}

/** "A record belongs to the school it was made at": its own, its referral's, else where the student is. */
function schoolsOf(known: Known, row: Row, studentIds: readonly string[]): string[] {
  const on = owner(known, row)
  const referral = known.referral.get(text(row['referral_id']) ?? text(on['referral_id']) ?? '')
  const school = text(row['school_id']) ?? text(referral?.['school_id']) ?? text(on['school_id'])
  if (school !== null) return [school]
  return studentIds.flatMap((id) => text(known.student.get(id)?.['school_id']) ?? [])
}

const by = ['reporter_id', 'disclosed_by', 'recorded_by', 'opened_by', 'person_id', 'set_by', 'sent_by']

function aboutOf(known: Known, { place, class: name, row }: Planted): About {
  const table = place.split('.')[0] as string
  const studentIds = studentsOf(known, table, row)
  const on = owner(known, row)
  const consent = table === 'consent' ? row : (known.consent.get(text(row['consent_id']) ?? '') ?? {})
  const referral = known.referral.get(text(row['referral_id']) ?? text(on['referral_id']) ?? '') ?? {}
  const partnerId = text(row['partner_id']) ?? text(consent['partner_id'])
  return {
    place,
    class: name,
    districtId: row['district_id'] as string,
    studentIds,
    schoolIds: schoolsOf(known, row, studentIds),
    partnerId,
    sent: text(referral['sent_at']) !== null,
    yesHolds: consent['discloses'] === true && !known.takenBack.has(text(consent['id']) ?? ''),
    protected: consent['minor_consented'] === true || known.substanceUse.has(partnerId ?? ''),
    by: by.map((column) => text({ ...on, ...row }[column])).find((id) => id !== null) ?? null,
    report: (row['basis'] ?? on['basis']) === 'mandated_report',
    row,
  }
}

/** What each word of ours is about. */
export async function abouts({ database: { admin }, planted }: World): Promise<Map<string, About>> {
  const all = await known(admin)
  return new Map([...planted].map(([word, each]) => [word, aboutOf(all, each)]))
}
