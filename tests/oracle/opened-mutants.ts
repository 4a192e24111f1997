import type { Mutant } from './mutant.ts'

const token = 'house.standing_of_token(uuid, bytea, timestamptz)'
const door = 'house.standings_of(uuid, timestamptz)'

/** What could go wrong with breaking the glass. */
export const openedMutants: readonly Mutant[] = [
  { says: 'what was opened never ends', of: { routine: door }, from: ' and o.ends_at > at', to: '' },
  {
    says: 'what was opened is open for an instant too long',
    of: { routine: door },
    from: 'o.ends_at > at',
    to: 'o.ends_at >= at',
  },
  {
    says: 'it is open before it was opened',
    of: { routine: door },
    from: 'o.opened_at <= at and ',
    to: '',
  },
  {
    says: 'what was closed before its time is still open',
    of: { routine: door },
    from: 'e.ended_at <= at',
    to: 'false',
  },
  {
    says: 'what was opened in another district counts',
    of: { routine: door },
    from: 'o.district_id = a.district_id and ',
    to: '',
  },
  {
    says: 'it counts in every assignment of the person',
    of: { routine: door },
    from: 'o.assignment_id = a.id',
    to: 'o.person_id = p.id',
  },
  {
    says: 'a machine reads through what its person opened',
    of: { routine: token },
    from: 'null::jsonb',
    to: `(select jsonb_agg(jsonb_build_object('id', o.id, 'studentId', o.student_id, 'endsAt', o.ends_at))
      from record_opening o where o.district_id = a.district_id and o.assignment_id = a.id and o.ends_at > at)`,
  },
  {
    says: 'breaking the glass breaks a block',
    of: { table: 'student' },
    from: `(id <> ALL ((current_setting('app.blocked'::text))::uuid[]))`,
    to: '(true)',
  },
]
