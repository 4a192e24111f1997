import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { EventDays, Level, SchoolEvent, Warned } from './school-event.ts'

/** A student of the district as a line of a file names them. */
export type Named = { readonly named: string; readonly id: string }

const byName = statement(
  ($: { district: string; names: readonly string[] }) => sql<Named>`
    select n.named, s.id from unnest(${$.names}::text[]) as n(named)
    join student s on s.district_id = ${$.district} and (s.source_id = n.named or s.local_id = n.named)`,
)
/** Students by the id their student system or the school knows them by. */
export const studentsNamed = (tx: Transaction, names: readonly string[]): Promise<Named[]> =>
  tx.all(byName, { district: tx.scope.districtId, names })

/** An event that was kept: whose it is, and whether anything was said of it before. */
export type Saved = { readonly eventId: string; readonly studentId: string; readonly isNew: boolean }
type Writing = { district: string; rows: string; import: string | null; by: string; at: Date }
const typedRows = (
  $: Pick<Writing, 'rows'>,
) => sql`jsonb_to_recordset(${$.rows}::jsonb) as r(id uuid, "studentId" uuid, kind text,
  "sourceId" text, code text, "startsOn" date, "endsOn" date)`
const setAside = statement(
  ($: Writing) => sql<{ studentId: string; kind: string; sourceId: string }>`
    update school_event e set replaced_at = ${$.at}, change_id = coalesce(${$.import}::uuid, r.id)
    from ${typedRows($)}
    where e.district_id = ${$.district} and e.kind = r.kind and e.source_id = r."sourceId" and e.replaced_at is null
      and (e.student_id, e.code, e.starts_on, e.ends_on) is distinct from (r."studentId", r.code, r."startsOn", r."endsOn")
    returning e.student_id as "studentId", e.kind, e.source_id as "sourceId"`,
)
const save = statement(
  ($: Writing) => sql<{ id: string; studentId: string; sourceId: string }>`
    insert into school_event (district_id, id, student_id, kind, source_id, code, starts_on, ends_on, taken_back, import_id,
      change_id, entered_by, entered_at)
    select ${$.district}::uuid, r.id, r."studentId", r.kind, r."sourceId", r.code, r."startsOn", r."endsOn", r.code = 'present',
      ${$.import}::uuid, coalesce(${$.import}::uuid, r.id), ${$.by}, ${$.at}
    from ${typedRows($)}
    on conflict (district_id, kind, source_id) where replaced_at is null do nothing
    returning id, student_id as "studentId", source_id as "sourceId"`,
)

/**
 * Keeps events. What is there already and says the same is left alone; what says otherwise is set aside and
 * stays readable beside the new word.
 * @returns what was kept, and whose earlier words were set aside
 */
export async function saveEvents(
  unit: Unit,
  events: readonly (SchoolEvent & { readonly id: string })[],
  importId: string | null,
): Promise<{ saved: Saved[]; setAsideOf: string[] }> {
  const { tx, districtId: district, actor, now: at } = unit
  const values = {
    district,
    rows: JSON.stringify(events),
    import: importId,
    by: actor.personId as string,
    at,
  }
  const aside = await tx.all(setAside, values)
  const known = new Set(aside.map(({ sourceId }) => sourceId))
  const kept = await tx.all(save, values)
  return {
    saved: kept.map(({ id, studentId, sourceId }) => ({
      eventId: id,
      studentId,
      isNew: !known.has(sourceId),
    })),
    setAsideOf: aside.map(({ studentId }) => studentId),
  }
}

const stands = statement(
  ($: Omit<Writing, 'import' | 'by' | 'at'>) => sql<{ known: number; same: number }>`
    select count(*)::int as known, count(*) filter (where (e.student_id, e.code, e.starts_on, e.ends_on)
      is not distinct from (r."studentId", r.code, r."startsOn", r."endsOn"))::int as same
    from ${typedRows($)}
    join school_event e on e.district_id = ${$.district} and e.kind = r.kind and e.source_id = r."sourceId" and e.replaced_at is null`,
)
/** Of how many events something is kept already, and of how many just this. */
export const standing = (
  tx: Transaction,
  events: readonly (SchoolEvent & { readonly id: string })[],
): Promise<{ known: number; same: number }> =>
  tx.one(stands, { district: tx.scope.districtId, rows: JSON.stringify(events) })

type Of = { district: string; students: readonly string[]; since: string }
type DaysOf = EventDays & { readonly studentId: string }
const days = statement(
  ($: Of) => sql<DaysOf>`
    select e.student_id as "studentId",
      coalesce(array_agg(e.starts_on::text) filter (where e.kind = 'absence' and e.code = 'whole_day'), '{}') as "absentOn",
      coalesce(array_agg(e.starts_on::text) filter (where e.kind = 'incident'), '{}') as "incidentsOn"
    from school_event e
    where e.district_id = ${$.district} and e.student_id = any(${$.students}::uuid[]) and not e.taken_back and e.replaced_at is null
      and e.starts_on >= ${$.since}::date
    group by e.student_id`,
)
/** Days missed whole and days of incidents since a day, by student; nobody without any. */
export const eventDays = (
  tx: Transaction,
  { students, since }: { students: readonly string[]; since: string },
): Promise<DaysOf[]> => tx.all(days, { district: tx.scope.districtId, students, since })

type WarnedOf = Warned & { readonly id: string; readonly studentId: string }
const warnedBefore = statement(
  ($: Omit<Of, 'since'>) => sql<WarnedOf>`
    select w.id, w.student_id as "studentId", w.level, w.evidence_on::text[] as "evidenceOn",
      to_char(w.made_at at time zone d.time_zone, 'YYYY-MM-DD') as "madeOn"
    from early_warning w join district d on d.district_id = w.district_id
    where w.district_id = ${$.district} and w.student_id = any(${$.students}::uuid[])`,
)
export const warningsOf = (tx: Transaction, students: readonly string[]): Promise<WarnedOf[]> =>
  tx.all(warnedBefore, { district: tx.scope.districtId, students })

type NewWarning = { studentId: string; schoolId: string; level: Level; evidenceOn: readonly string[] }
const insert = statement(
  ($: {
    district: string
    id: string
    student: string
    school: string
    level: Level
    evidence: readonly string[]
    version: number
    concern: string
    at: Date
  }) => sql`
    insert into early_warning (district_id, id, student_id, school_id, level, evidence_on, standard_version, concern_id, made_at)
    values (${$.district}, ${$.id}, ${$.student}, ${$.school}, ${$.level}, ${$.evidence}::date[], ${$.version}, ${$.concern},
      ${$.at})`,
)
/** Keeps that a limit was crossed, by which version of the limits, and the concern it was brought to. */
export const insertWarning = (
  unit: Unit,
  { studentId, schoolId, level, evidenceOn }: NewWarning,
  { concernId, version }: { concernId: string; version: number },
): void =>
  unit.tx.write(insert, {
    district: unit.districtId,
    id: unit.id(),
    student: studentId,
    school: schoolId,
    level,
    evidence: evidenceOn,
    version,
    concern: concernId,
    at: unit.now,
  })

const atSchool = statement(
  ($: Omit<Of, 'since'> & { sources: readonly string[]; today: string }) => sql<{
    studentId: string
    schoolId: string
    /** Open concerns of early warning, by their source. */
    open: Readonly<Record<string, string>>
  }>`
    select s.id as "studentId", s.school_id as "schoolId",
      coalesce((select jsonb_object_agg(c.source, c.id) from concern c where c.district_id = s.district_id
        and c.student_id = s.id and c.state in ('submitted', 'acknowledged') and c.source = any(${$.sources}::text[])), '{}') as open
    from student s
    where s.district_id = ${$.district} and s.id = any(${$.students}::uuid[]) and s.school_id is not null
      and coalesce(s.left_on > ${$.today}::date, true)`,
)
/** The school of each student who is at one, and the concerns that are open from the same sources. */
export const studentsAtSchool = (
  tx: Transaction,
  { students, today }: { students: readonly string[]; today: string },
) => tx.all(atSchool, { district: tx.scope.districtId, students, today, sources: ['attendance', 'behavior'] })
export type AtSchool = Awaited<ReturnType<typeof studentsAtSchool>>[number]

const events = statement(
  ($: { district: string; student: string; since: string }) => sql<
    SchoolEvent & { readonly id: string; readonly takenBack: boolean }
  >`
    select id, student_id as "studentId", kind, source_id as "sourceId", code, starts_on as "startsOn", ends_on as "endsOn",
      taken_back as "takenBack"
    from school_event
    where district_id = ${$.district} and student_id = ${$.student} and replaced_at is null and starts_on >= ${$.since}::date
    order by starts_on desc, id desc limit 300`,
)
/** What is kept of a student since a day, the latest first, at most 300. */
export const eventsOf = (tx: Transaction, { student, since }: { student: string; since: string }) =>
  tx.all(events, { district: tx.scope.districtId, student, since })
