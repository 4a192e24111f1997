import type { Asker } from './open-house.ts'
import type { World } from './world.ts'

/** Who somebody is for us: told from the rows that say so, and not from what the product makes of them. */
export type Standing = {
  side: 'school' | 'agency' | 'family' | 'nobody'
  role: Asker['role']
  by: Asker['by']
  personId: string | null
  everySchool: boolean
  schoolIds: ReadonlySet<string>
  partnerId: string | null
  studentId: string | null
  /** Students they are kept away from. */
  keptFrom: ReadonlySet<string>
  /** Students they opened in this assignment, until the hour it ends. */
  opened: ReadonlySet<string>
}

const nobody: Standing = {
  side: 'nobody',
  role: 'nobody',
  by: 'nobody',
  personId: null,
  everySchool: false,
  schoolIds: new Set(),
  partnerId: null,
  studentId: null,
  keptFrom: new Set(),
  opened: new Set(),
}

type Row = {
  person: string
  every: boolean
  partner: string | null
  student: string | null
  schools: string[]
  kept: string[]
  opened: string[]
}

const asked = `
  select a.person_id as person, a.whole_district as every, a.partner_id as partner, a.student_id as student,
    array(select school_id from assignment_school s where s.district_id = a.district_id and s.assignment_id = a.id) as schools,
    array(select student_id from access_block b where b.district_id = a.district_id and b.person_id = a.person_id
      and b.lifted_at is null and (a.student_id is null or b.kind in ('custody', 'protective_order', 'student_objection'))
      union select f.student_id from assignment f where a.student_id is null and f.district_id = a.district_id
        and f.person_id = a.person_id and f.student_id is not null and f.ended_at is null) as kept,
    array(select o.student_id from record_opening o where o.district_id = a.district_id and o.assignment_id = a.id
      and o.opened_at <= $3 and o.opened_at + interval '4 hours' > $3
      and not exists (select from record_opening_end e where e.district_id = o.district_id and e.opening_id = o.id)) as opened
  from assignment a where a.district_id = $1 and a.id = $2`

const sideOf = ({ partner, student }: Row): Standing['side'] =>
  student !== null ? 'family' : partner !== null ? 'agency' : 'school'

async function standingOf({ database: { admin }, clock }: World, districtId: string, asker: Asker) {
  if (asker.assignmentId === undefined) return nobody
  const { rows } = await admin.query<Row>(asked, [districtId, asker.assignmentId, clock.now()])
  const [row] = rows
  if (row === undefined) throw new Error(`${asker.who} has no assignment`)
  const standing: Standing = {
    side: sideOf(row),
    role: asker.role,
    by: asker.by,
    personId: row.person,
    everySchool: row.every,
    schoolIds: new Set(row.schools),
    partnerId: row.partner,
    studentId: row.student,
    keptFrom: new Set(row.kept),
    // "at a browser, and never for a machine"
    opened: new Set(asker.by === 'browser' ? row.opened : []),
  }
  return standing
}

/** What decides what each asker may see. */
export async function standings(
  world: World,
  districtId: string,
  askers: readonly Asker[],
): Promise<Map<Asker, Standing>> {
  const all = new Map<Asker, Standing>()
  for (const asker of askers) all.set(asker, await standingOf(world, districtId, asker))
  return all
}
