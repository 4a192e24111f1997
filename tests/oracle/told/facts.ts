import type pg from 'pg'
import type { Assignment, District, Facts, Row } from '../facts.ts'
import type { Shape } from '../shape.ts'

/** A row of a world in which the stories were told: whatever is held by it, and the schools it belongs to. */
export type ToldRow = Row & {
  readonly id: string | null
  readonly schools: readonly string[]
  /** Ids of the records it hangs on, by the column that names them. */
  readonly of: Readonly<Record<string, string>>
}
export type ToldDistrict = Omit<District, 'rows'> & { readonly rows: readonly ToldRow[] }
export type ToldFacts = Omit<Facts, 'districts'> & { readonly districts: readonly ToldDistrict[] }

type Raw = Record<string, unknown>
const text = (value: unknown) => (typeof value === 'string' ? value : null)
const instant = (value: unknown) => (value instanceof Date ? value : null)

/** The record a row hangs on, the nearest first: that one says which school it belongs to. */
const owners = [
  ['referral_id', 'referral'],
  ['concern_id', 'concern'],
  ['incident_id', 'crisis_incident'],
  ['support_id', 'brief_support'],
  ['escalation_id', 'escalation'],
  ['exception_id', 'consent_exception'],
  ['consent_id', 'consent'],
  ['student_id', 'student'],
] as const

type Lying = ReadonlyMap<string, ReadonlyMap<string, Raw>>

/** "A record belongs to the school it was made at": its own, else that of what it hangs on. */
function schoolsOf(lying: Lying, raw: Raw): string[] {
  const own = text(raw['school_id'])
  if (own !== null) return [own]
  for (const [column, table] of owners) {
    const owner = lying.get(table)?.get(text(raw[column]) ?? '')
    if (owner !== undefined) return schoolsOf(lying, owner)
  }
  return []
}

const linksOf = (raw: Raw): Record<string, string> =>
  Object.fromEntries(
    Object.entries(raw).filter(
      (each): each is [string, string] => each[0].endsWith('_id') && typeof each[1] === 'string',
    ),
  )

/** Everything that lies in one table of a district. */
const lyingIn = async (admin: pg.ClientBase, table: string, district: string): Promise<Raw[]> =>
  (
    await admin.query<{ raw: Raw }>(`select to_jsonb(t) as raw from ${table} t where district_id = $1`, [
      district,
    ])
  ).rows.map(({ raw }) => raw)

async function rowsOf(admin: pg.ClientBase, shape: Shape, district: string): Promise<ToldRow[]> {
  const all = new Map<string, Raw[]>()
  for (const table of [...shape.keys(), 'record_opening', 'access_block'])
    all.set(table, await lyingIn(admin, table, district))
  const lying = new Map(
    [...all].map(
      ([table, raws]) => [table, new Map(raws.map((raw) => [text(raw['id']) ?? '', raw]))] as const,
    ),
  )
  let mark = 0
  return [...all].flatMap(([table, raws]) =>
    raws.map((raw): ToldRow => {
      const id = text(raw['id'])
      const sentAt = text(raw['sent_at'])
      return {
        table,
        mark: ++mark,
        id,
        studentId: table === 'student' ? id : text(raw['student_id']),
        schoolId: text(raw['school_id']),
        schools: schoolsOf(lying, raw),
        agencyId: text(raw['partner_id']),
        sentAt: sentAt === null ? null : new Date(sentAt),
        familySees: text(raw['family_sees']) as Row['familySees'],
        sentTo: table === 'family_link' ? text(raw['person_id']) : null,
        of: linksOf(raw),
      }
    }),
  )
}

const assignmentsAsked = `select a.*, a.starts_on::text as first, a.ends_on::text as last,
    array(select school_id from assignment_school s where s.district_id = a.district_id and s.assignment_id = a.id) as schools
  from assignment a where a.district_id = $1`

const caringAsked = `select g.caregiver_id, g.student_id, g.ended_on::text as ended, c.person_id, c.source_id
  from guardianship g join caregiver c on c.district_id = g.district_id and c.id = g.caregiver_id where g.district_id = $1`

const assignmentOf = (raw: Raw): Assignment => ({
  id: raw['id'] as string,
  personId: raw['person_id'] as string,
  role: raw['role'] as Assignment['role'],
  agencyId: text(raw['partner_id']),
  employedBy: text(raw['employed_by']),
  studentId: text(raw['student_id']),
  everySchool: raw['whole_district'] === true,
  schoolIds: raw['schools'] as string[],
  startsOn: raw['first'] as string,
  endsOn: text(raw['last']),
  endedAt: instant(raw['ended_at']),
})

const openingsAsked = `select o.*, e.ended_at as closed from record_opening o left join record_opening_end e
  on e.district_id = o.district_id and e.opening_id = o.id where o.district_id = $1`

const openingOf = (raw: Raw): District['openings'][number] => ({
  id: raw['id'] as string,
  assignmentId: raw['assignment_id'] as string,
  personId: raw['person_id'] as string,
  studentId: raw['student_id'] as string,
  openedAt: raw['opened_at'] as Date,
  endsAt: raw['ends_at'] as Date,
  closedAt: instant(raw['closed']),
})

async function districtOf(admin: pg.ClientBase, shape: Shape, place: Raw): Promise<ToldDistrict> {
  const id = place['district_id'] as string
  const all = async (asked: string) => (await admin.query<Raw>(asked, [id])).rows
  return {
    id,
    timeZone: place['time_zone'] as string,
    schoolIds: (await all('select id from school where district_id = $1')).map((raw) => raw['id'] as string),
    agencies: (await all('select id, ended_at from partner where district_id = $1')).map((raw) => ({
      id: raw['id'] as string,
      endedAt: instant(raw['ended_at']),
    })),
    people: (await all('select id, ended_at, source_id from person where district_id = $1')).map((raw) => ({
      id: raw['id'] as string,
      leftAt: instant(raw['ended_at']),
      sourceId: text(raw['source_id']),
    })),
    assignments: (await all(assignmentsAsked)).map(assignmentOf),
    blocks: (await all('select * from access_block where district_id = $1')).map((raw) => ({
      studentId: raw['student_id'] as string,
      personId: raw['person_id'] as string,
      kind: raw['kind'] as District['blocks'][number]['kind'],
      liftedAt: instant(raw['lifted_at']),
    })),
    caring: (await all(caringAsked)).map((raw) => ({
      caregiverId: raw['caregiver_id'] as string,
      personId: text(raw['person_id']),
      sourceId: text(raw['source_id']),
      studentId: raw['student_id'] as string,
      endedOn: text(raw['ended']),
    })),
    openings: (await all(openingsAsked)).map(openingOf),
    rows: await rowsOf(admin, shape, id),
  }
}

/**
 * What lies in a database, as facts for the oracle: read past every wall, and by none of the product's
 * queries.
 */
export async function toldFacts(
  admin: pg.ClientBase,
  { shape, now }: { shape: Shape; now: Date },
): Promise<ToldFacts> {
  const { rows } = await admin.query<Raw>('select district_id, time_zone from district order by district_id')
  const districts: ToldDistrict[] = []
  for (const place of rows) districts.push(await districtOf(admin, shape, place))
  return { now, districts }
}
