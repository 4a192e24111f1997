import type pg from 'pg'

export type Person = { id: string; ended_at: Date | null }
export type Held = {
  person_id: string
  role: string
  whole_district: boolean
  starts_on: string
  ends_on: string | null
  ended_at: Date | null
  schools: string[]
}
export type Away = {
  person_id: string
  backup_id: string
  from_on: string
  through_on: string
  ended_on: string | null
}
/** Something open: whose it is, about whom, where, and by when something is owed. */
export type Open = {
  kind:
    | 'referral'
    | 'escalation'
    | 'support'
    | 'incident'
    | 'task'
    | 'review'
    | 'concern'
    | 'help'
    | 'reassessment'
  id: string
  student_id: string | null
  school_id: string
  owner_id: string | null
  next: string | null
  /** Under which record it stands on the list of work nobody has. */
  listed_as: string
  due: string | null
}
export type Stalling = {
  id: string
  state: string
  high_need: boolean
  first_referred_at: Date
  sent_at: Date | null
  received_at: Date | null
  accepted_at: Date | null
  scheduled_at: Date | null
  first_seen_at: Date | null
  state_since: Date
  predecessor_id: string | null
}
/** Something that was missed, as it is kept; instants as text, to the last digit. */
export type Kept = Record<'id' | 'record' | 'clock' | 'started_at' | 'due_at' | 'held_by', string> & {
  standard: unknown
  person_id: string | null
}
type Table = {
  people: Person
  assignments: Held
  absences: Away
  blocks: { person_id: string; student_id: string }
  open: Open
  referrals: Stalling
  predecessors: { id: string; predecessor_id: string | null }
  visits: { referral_id: string; result: string | null }
  pauses: { referral_id: string; fromOn: string; throughOn: string }
  breaches: Kept
  escalations: {
    id: string
    referral_id: string
    closed_at: Date | null
    ending: string | null
    again_on: string | null
  }
  alerts: { escalation_id: string; person_id: string }
  timers: { key: string }
  /** Whom the house told of a crisis, or asked about one. */
  told: { id: string; subject_id: string; person_id: string }
}

const open = `
  select 'referral' as kind, id, student_id, school_id, navigator_id as owner_id, next_step as next, next_due_at::text as due,
    id as listed_as from referral where ended_at is null
  union all select 'escalation', e.id, e.student_id, e.school_id, coalesce(e.taken_by, (select a.person_id from escalation_alert a
    where a.escalation_id = e.id order by a.position desc limit 1)), e.state, e.next_due_at::text, e.id
    from escalation e where e.closed_at is null
  union all select 'support', id, student_id, school_id, owner_id, state, review_on::text, id from brief_support where ended_at is null
  union all select 'incident', i.id, i.student_id, i.school_id, (select a.person_id from crisis_alert a where a.incident_id = i.id
    order by a.acknowledged_at desc nulls last, a.position desc limit 1), i.state, 'timer', i.id from crisis_incident i where i.state <> 'closed'
  union all select 'task', id, student_id, school_id, owner_id, what, due_on::text, id from review_task where finished_at is null
  union all select 'review', r.id, null, (select s.school_id from weekly_review_school s where s.review_id = r.id limit 1),
    r.opened_by, 'close', r.week_on::text, r.id from weekly_review r where r.closed_at is null
  union all select 'concern', id, student_id, school_id, acknowledged_by, state, due_at::text, id
    from concern where state in ('submitted', 'acknowledged')
  union all select 'help', h.id, h.student_id, f.school_id, f.navigator_id, h.kind, h.due_on::text, f.id
    from practical_support h join referral f on f.id = h.referral_id where h.ended_at is null
  union all select 'reassessment', id, student_id, school_id, null, 'look', next_on::text, id from reassessment where ended_at is null`

/** Read row by row, past every wall: nothing here asks the house what it thinks. */
const asked: Record<keyof Table, string> = {
  people: 'select id, ended_at from person',
  assignments: `select a.person_id, a.role, a.whole_district, a.starts_on::text, a.ends_on::text, a.ended_at,
    array(select s.school_id from assignment_school s where s.assignment_id = a.id) as schools from assignment a`,
  absences: 'select person_id, backup_id, from_on::text, through_on::text, ended_on::text from absence',
  blocks: 'select person_id, student_id from access_block where lifted_at is null',
  open,
  referrals: `select id, state, high_need, first_referred_at, sent_at, received_at, accepted_at, scheduled_at, first_seen_at,
    state_since, predecessor_id from referral where ended_at is null`,
  predecessors: 'select id, predecessor_id from referral',
  visits: 'select referral_id, result from appointment',
  pauses: `select referral_id, from_on::text as "fromOn", coalesce(ended_on - 1, through_on)::text as "throughOn" from referral_pause`,
  breaches: `select id, coalesce(record_id, referral_id) as record, clock, started_at::text, due_at::text, standard, held_by,
    person_id from standard_breach`,
  escalations: `select e.id, e.referral_id, e.closed_at, e.ending, (select n.again_on::text from escalation_entry n
    where n.escalation_id = e.id and n.kind = 'plan' order by n.written_at desc limit 1) as again_on from escalation e`,
  alerts: 'select escalation_id, person_id from escalation_alert',
  timers: `select key from graphile_worker.jobs where key like 'crisis/%'`,
  told: `select id, subject_id, person_id from notice where subject_type = 'crisis_incident'`,
}
export type Facts = { readonly [K in keyof Table]: readonly Table[K][] }

/** Everything that is open, and everybody who may see it. */
export async function factsIn(admin: pg.Client): Promise<Facts> {
  const found: Record<string, unknown[]> = {}
  for (const [name, text] of Object.entries(asked)) found[name] = (await admin.query(text)).rows
  return found as unknown as Facts
}
