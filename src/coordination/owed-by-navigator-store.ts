import { sql } from 'kysely'
import { withinReach } from '#access/reach-store.ts'
import { lacksClinician } from './clinical-store.ts'
import { name, type Reach, student, theirs } from './owed-reach-store.ts'
import { mayBeAsked } from './resting-store.ts'

/** What an agency asks for beside its own referral. */
export const further = ($: Reach) => sql`
  (select q.id, q.referral_id, q.student_id, ${name}, null, null, q.requested_at, q.due_at
    from further_request q join referral f on f.district_id = q.district_id and f.id = q.referral_id ${student('q')}
    where ${$.care} and q.district_id = ${$.district} and q.answered_at is null and ${theirs($, 'f.navigator_id', 'f.school_id')}
    order by q.due_at limit 20)`

/** Students at high risk for whom nobody clinical answers: for whoever navigates, and for whoever leads. */
export const holders = ($: Reach) => sql`
  (select f.id, f.id, f.student_id, ${name}, null, null, f.high_risk_at, f.high_risk_at
    from referral f ${student('f')}
    where ${$.care} and f.district_id = ${$.district} and f.ended_at is null and ${lacksClinician(sql`f`)}
      and ${withinReach($.schools, 'f.school_id')} and (${$.lead} or ${theirs($, 'f.navigator_id', 'f.school_id')})
    order by f.high_risk_at limit 40)`

/** Times an agency offers, while no visit is booked. */
export const offers = ($: Reach) => sql`
  (select f.id, f.id, f.student_id, min(${name}), null, null, min(o.offered_at), min(o.starts_at)
    from referral f
    join visit_offer o on o.district_id = f.district_id and o.referral_id = f.id ${student('f')}
    where ${$.care} and f.district_id = ${$.district} and ${theirs($, 'f.navigator_id', 'f.school_id')} and f.ended_at is null
      and ${mayBeAsked($.now)}
      and o.appointment_id is null and o.starts_at > ${$.now} and o.partner_id = f.partner_id
      and not exists (select 1 from appointment b where b.district_id = f.district_id and b.referral_id = f.id and b.result is null)
    group by f.id, f.student_id limit 20)`

/** Warm handoffs that are not whole while the agency has its turn: that does not end what is owed here. */
export const handoffs = ($: Reach) => sql`
  (select f.id, f.id, f.student_id, ${name}, null, null, h.opened_at, h.due_at
    from referral f join handoff h on h.district_id = f.district_id and h.referral_id = f.id ${student('f')}
    where ${$.care} and f.district_id = ${$.district} and ${theirs($, 'f.navigator_id', 'f.school_id')} and f.ended_at is null
      and ${mayBeAsked($.now)}
      and f.next_owner = 'partner' and f.next_due_at > ${$.now} and h.state = 'open'
    order by h.due_at limit 40)`

/** Families to remind of a visit, and those who asked for another time while another step comes first. */
// The offset has it begin at the referrals one owns: from the other end every visit to come is looked at.
export const reminders = ($: Reach) => sql`
  (select m.id, m.id, f.student_id, ${name}, case when a.move_asked_at is null then 'remind' else 'move' end, null, m.planned_at,
      case when a.move_asked_at is null then m.due_at else a.move_asked_at end
    from referral f cross join lateral (select * from appointment b
      where b.district_id = f.district_id and b.referral_id = f.id and b.result is null and b.starts_at > ${$.now} offset 0) a
    join appointment_reminder m on m.district_id = a.district_id and m.appointment_id = a.id ${student('f')}
    where ${$.care} and f.district_id = ${$.district} and ${theirs($, 'f.navigator_id', 'f.school_id')} and f.ended_at is null
      and ${mayBeAsked($.now)}
      and case when a.move_asked_at is null then not exists (select 1 from reminder_attempt t
          where t.district_id = m.district_id and t.reminder_id = m.id and t.outcome = 'delivered')
        else f.next_step <> 'rebook_visit' end
    order by m.due_at limit 40)`

/** What stands between a family and a visit, while no help is under way: to be cleared before the visit. */
export const barriers = ($: Reach) => sql`
  (select b.id, b.referral_id, b.student_id, ${name}, null, null, b.opened_at, coalesce((select min(a.starts_at) from appointment a
        where a.district_id = f.district_id and a.referral_id = f.id and a.result is null), f.next_due_at)
    from referral f join barrier b on b.district_id = f.district_id and b.referral_id = f.id and b.resolved_at is null ${student('f')}
    where ${$.care} and f.district_id = ${$.district} and ${theirs($, 'f.navigator_id', 'f.school_id')} and f.ended_at is null
      and ${mayBeAsked($.now)}
      and not exists (select from practical_support t
        where t.district_id = b.district_id and t.barrier_id = b.id and t.ended_at is null)
    order by b.opened_at limit 40)`

/** Practical help for the families one navigates. */
export const helps = ($: Reach) => sql`
  (select t.id, t.id, t.student_id, ${name}, t.kind, null, t.asked_at,
      (t.due_on + 1)::timestamp at time zone d.time_zone - interval '1 millisecond'
    from referral f join district d on d.district_id = f.district_id
    join practical_support t on t.district_id = f.district_id and t.referral_id = f.id and t.ended_at is null ${student('f')}
    where ${$.care} and f.district_id = ${$.district} and ${theirs($, 'f.navigator_id', 'f.school_id')} and f.ended_at is null
    order by t.due_on limit 40)`

/** What families need at home, of whoever sees to it. */
export const needs = ($: Reach) => sql`
  (select n.id, n.student_id, n.student_id, ${name}, n.kind, null, n.noted_at,
      (n.due_on + 1)::timestamp at time zone d.time_zone - interval '1 millisecond'
    from family_need n join district d on d.district_id = n.district_id ${student('n')}
    where ${$.care} and n.district_id = ${$.district} and ${theirs($, 'n.owner_id', 'n.school_id')} and n.ended_at is null
      and ${withinReach($.schools, 'n.school_id')}
    order by n.due_on limit 40)`

/** Providers outside the directory that somebody calls back about, whether or not the referral goes on. */
export const outsides = ($: Reach) => sql`
  (select o.id, o.referral_id, o.student_id, ${name}, o.service, null, o.named_at,
      (o.call_on + 1)::timestamp at time zone d.time_zone - interval '1 millisecond'
    from referral f join district d on d.district_id = f.district_id
    join outside_provider o on o.district_id = f.district_id and o.referral_id = f.id and o.ended_at is null ${student('f')}
    where ${$.care} and f.district_id = ${$.district} and ${theirs($, 'f.navigator_id', 'f.school_id')}
    order by o.call_on limit 40)`

/**
 * Steps of the plan a team shares: whoever of the school does one owes it; what an agency or the family does
 * is followed by whoever leads the team.
 */
export const teamSteps = ($: Reach) => sql`
  (select t.id, t.student_id, t.student_id, ${name}, t.what, null, t.added_at,
      (t.due_on + 1)::timestamp at time zone d.time_zone - interval '1 millisecond'
    from wraparound_step t join district d on d.district_id = t.district_id
    join wraparound_team w on w.district_id = t.district_id and w.id = t.team_id and w.ended_at is null
    join wraparound_member m on m.district_id = t.district_id and m.id = t.member_id
    left join lateral (select l.person_id from wraparound_member l where l.district_id = w.district_id and l.team_id = w.id
      and l.role = 'leads' and l.left_at is null order by l.joined_at, l.id limit 1) l on true
    cross join lateral (select coalesce(m.person_id, l.person_id) as owner_id) o ${student('t')}
    where ${$.care} and t.district_id = ${$.district} and t.outcome is null and ${theirs($, 'o.owner_id', 'w.school_id')}
      and ${withinReach($.schools, 'w.school_id')}
    order by t.due_on limit 40)`
