import type pg from 'pg'
import { assignableRoles, sideOf } from '#access/roles.ts'
import { newId } from '#platform/ids.ts'
import { randomFrom } from '../../riverside/large/random.ts'
import { pastGuards } from '../../privacy/plant.ts'
import { loginOf } from '../plant.ts'

type Dice = ReturnType<typeof randomFrom>
type Place = { district: string; now: Date; schools: string[]; partners: string[]; students: string[] }

const hour = 3_600_000

async function placeOf(admin: pg.ClientBase, district: string, now: Date): Promise<Place> {
  const ids = async (asked: string) =>
    (await admin.query<{ id: string }>(asked, [district])).rows.map(({ id }) => id)
  return {
    district,
    now,
    schools: await ids('select id from school where district_id = $1 order by id'),
    partners: await ids(
      'select partner_id as id from referral where district_id = $1 and sent_at is not null group by 1 order by 1',
    ),
    students: await ids(
      `select student_id as id from (select student_id from referral where district_id = $1
        union select student_id from concern where district_id = $1
        union select student_id from crisis_incident where district_id = $1) t where student_id is not null order by 1`,
    ),
  }
}

/** One person with one assignment: any role, some schools or every one. */
async function assign(admin: pg.ClientBase, place: Place, dice: Dice) {
  const [personId, assignmentId] = [newId(), newId()]
  const role = dice.pick(assignableRoles)
  const side = sideOf(role)
  const everySchool = side === 'school' && dice.percent(20)
  const schools = side === 'school' && !everySchool ? place.schools.filter(() => dice.percent(40)) : []
  await admin.query(
    `insert into person (district_id, id, name, language, created_at, login_id) values ($1, $2, 'Somebody', 'en', $3, $4)`,
    [place.district, personId, place.now, loginOf(place.district, personId)],
  )
  await admin.query(
    `insert into assignment (district_id, id, person_id, role, partner_id, student_id, whole_district, starts_on)
     values ($1, $2, $3, $4, $5, $6, $7, '2026-08-03')`,
    [
      place.district,
      assignmentId,
      personId,
      role,
      side === 'partner' ? dice.pick(place.partners) : null,
      side === 'family' ? dice.pick(place.students) : null,
      everySchool,
    ],
  )
  for (const school of schools)
    await admin.query(
      `insert into assignment_school (district_id, assignment_id, person_id, school_id) values ($1, $2, $3, $4)`,
      [place.district, assignmentId, personId, school],
    )
  return { personId, assignmentId, side }
}

async function keepAway(admin: pg.ClientBase, place: Place, of: { personId: string; studentId: string }) {
  await admin.query(
    `insert into access_block (district_id, id, student_id, person_id, kind, set_by, set_at)
     values ($1, $2, $3, $4, 'conflict_of_interest', $4, $5)`,
    [place.district, newId(), of.studentId, of.personId, place.now],
  )
}

async function open(
  admin: pg.ClientBase,
  place: Place,
  of: { personId: string; assignmentId: string; studentId: string },
) {
  const from = new Date(place.now.getTime() - hour)
  await admin.query(
    `insert into record_opening (district_id, id, student_id, person_id, assignment_id, reason, words, opened_at, ends_at)
     values ($1, $2, $3, $4, $5, 'danger_now', 'Somebody may be in danger now', $6, $7)`,
    [
      place.district,
      newId(),
      of.studentId,
      of.personId,
      of.assignmentId,
      from,
      new Date(from.getTime() + 4 * hour),
    ],
  )
}

/** What no story leaves behind: one row of each, of a record that is there. */
const unwritten = [
  `insert into consent_settlement (district_id, id, student_id, referral_id, partner_id, scope, consent_id, because, decided_by,
     decided_at) select district_id, id, student_id, referral_id, partner_id, 'status_feedback', id, 'they_agreed', recorded_by,
     given_at from consent where district_id = $1 order by id limit 2`,
  `insert into closing_sign_off (district_id, id, referral_id, student_id, ending, signed_by, signed_at)
     select district_id, id, id, student_id, 'moved', navigator_id, referred_at from referral where district_id = $1
     order by id limit 2`,
  `insert into further_request (district_id, id, referral_id, student_id, partner_id, requested_by, requested_at,
     due_at) select district_id, id, id, student_id, partner_id, navigator_id, sent_at, sent_at from referral
     where district_id = $1 and sent_at is not null order by id desc limit 2`,
  `insert into support_review (district_id, id, support_id, student_id, outcome, exit_criterion, reviewed_by, reviewed_at)
     select district_id, id, id, student_id, 'met', 'goals_met', owner_id, starts_on from brief_support where district_id = $1`,
  // Somebody leaves: what they held waits for another owner.
  `update person p set ended_at = '2026-10-01' where district_id = $1 and id in (
     select navigator_id from (select navigator_id from referral where district_id = $1 and ended_at is null
       group by 1 order by count(*), 1 limit 1) n
     union select owner_id from brief_support where district_id = $1 and ended_at is null
     union select acknowledged_by from concern where district_id = $1 and state = 'acknowledged')`,
]

/**
 * Gives a district people in every role, at whichever schools: some kept away from students, some with
 * students they opened, and everybody who was there before a sign-in of their own.
 */
export async function bringNewcomers(
  admin: pg.ClientBase,
  { district, now, count, seed }: { district: string; now: Date; count: number; seed: number },
): Promise<void> {
  const dice = randomFrom(seed)
  const place = await placeOf(admin, district, now)
  await pastGuards(admin, async () => {
    for (let at = 0; at < count; at++) {
      const { personId, assignmentId, side } = await assign(admin, place, dice)
      const away = new Set(place.students.filter(() => dice.percent(15)))
      for (const studentId of away) await keepAway(admin, place, { personId, studentId })
      // Also what somebody is kept away from: a block stands above what was opened.
      for (const studentId of side === 'school' ? place.students.filter(() => dice.percent(12)) : [])
        await open(admin, place, { personId, assignmentId, studentId })
    }
  })
  await pastGuards(admin, async () => {
    for (const text of unwritten) await admin.query(text, [district])
  })
  const { rows } = await admin.query<{ id: string }>(
    'select id from person where district_id = $1 and login_id is null',
    [district],
  )
  await pastGuards(admin, async () => {
    for (const { id } of rows)
      await admin.query('update person set login_id = $3 where district_id = $1 and id = $2', [
        district,
        id,
        loginOf(district, id),
      ])
  })
}
