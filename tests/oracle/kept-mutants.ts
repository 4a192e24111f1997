import type { Mutant } from './mutant.ts'

const of = { routine: 'house.kept_from(uuid, uuid, boolean)' }
const token = { routine: 'house.standing_of_token(uuid, bytea, timestamptz)' }
const door = { routine: 'house.standings_of(uuid, timestamptz)' }
const asked = 'house.kept_from(p.district_id, p.id, a.student_id is null)'

/** What could go wrong with keeping somebody away. */
export const keptMutants: readonly Mutant[] = [
  { says: 'a lifted block still holds', of, from: ' and b.lifted_at is null', to: '' },
  { says: 'nobody is blocked', of, from: 'b.lifted_at is null', to: 'false' },
  { says: 'blocks of any person count', of, from: ' and b.person_id = person', to: '' },
  {
    says: 'a conflict closes what a family reads',
    of,
    from: `(works or b.kind <> 'conflict_of_interest')`,
    to: 'true',
  },
  {
    says: 'an order closes nothing at work',
    of,
    from: `(works or b.kind <> 'conflict_of_interest')`,
    to: `(works = (b.kind = 'conflict_of_interest'))`,
  },
  { says: 'an order closes nothing to the family', of, from: '(works or b.kind', to: '(works and b.kind' },
  { says: 'staff read their own child at work', of, from: 'where works and f.', to: 'where false and f.' },
  { says: 'being family closes what a family reads', of, from: 'where works and f.', to: 'where f.' },
  { says: 'a family sign-in that was ended closes work', of, from: ' and f.ended_at is null', to: '' },
  {
    says: 'staff read the child they care for on record',
    of,
    from: 'where works and c.',
    to: 'where false and c.',
  },
  {
    says: 'caring for a child closes the page of a caregiver',
    of,
    from: 'where works and c.',
    to: 'where c.',
  },
  { says: 'who cared for a child once is kept away', of, from: ' and g.ended_on is null', to: '' },
  {
    says: 'staff read the child whose caregiver the student system knows them as',
    of,
    from: 'where works and p.',
    to: 'where false and p.',
  },
  {
    says: 'whoever the student system knows is one caregiver',
    of,
    from: ' and c.source_id = p.source_id',
    to: ' and c.source_id is not null and p.source_id is not null',
  },
  { says: 'children of any caregiver count', of, from: ' and c.person_id = person', to: '' },
  {
    says: 'a machine is not kept away at work',
    of: token,
    from: asked,
    to: asked.replace('is null', 'is not null'),
  },
  {
    says: 'a browser is not kept away at work',
    of: door,
    from: asked,
    to: asked.replace('is null', 'is not null'),
  },
]
