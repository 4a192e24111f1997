import pg from 'pg'
import { issueToken } from '#access/issue-token.ts'
import { idAt } from '../tests/riverside/large/random.ts'
import { type Client, clientOf } from './client.ts'
import type { Ground } from './ground.ts'

/** Copies carry ids of their own from here on, beyond everybody a generated district has. */
const firstCopy = 5_000_000

/** More people as one is: the same role, the same schools and agency, and nothing of their own. */
const copyPeople = `
  with more as (select n, ($2::text[])[n] as person, ($3::text[])[n] as assignment from generate_series(1, $4::int) n),
  people as (
    insert into person (district_id, id, name, email, language, partner_id, created_at)
    select p.district_id, m.person::uuid, p.name || ' ' || m.n, m.n || '-' || p.email, p.language, p.partner_id, p.created_at
    from assignment a join person p on p.district_id = a.district_id and p.id = a.person_id cross join more m where a.id = $1),
  places as (
    insert into assignment (district_id, id, person_id, role, whole_district, partner_id, starts_on, position)
    select a.district_id, m.assignment::uuid, m.person::uuid, a.role, a.whole_district, a.partner_id, a.starts_on, a.position
    from assignment a cross join more m where a.id = $1)
  insert into assignment_school (district_id, assignment_id, school_id, person_id)
  select s.district_id, m.assignment::uuid, s.school_id, m.person::uuid from assignment_school s cross join more m where s.assignment_id = $1`

/** Assignments like the one at a place, each of somebody else. @returns their ids */
export async function copiesOf(
  ground: Pick<Ground, 'admin'>,
  place: number,
  count: number,
): Promise<string[]> {
  const from = firstCopy + place * 1000
  const ids = (kind: 'person' | 'assignment') =>
    Array.from({ length: count }, (_, at) => idAt(kind, from + at))
  const [people, assignments] = [ids('person'), ids('assignment')]
  const admin = new pg.Client(ground.admin)
  await admin.connect()
  try {
    await admin.query('begin; set local session_replication_role = replica')
    await admin.query(copyPeople, [idAt('assignment', place), people, assignments, count])
    await admin.query('commit')
  } finally {
    await admin.end()
  }
  return assignments
}

type Wanted = {
  districtId: string
  now: Date
  address: URL
  connections: number
  /** Places of people who are there; of one alone, copies are made. */
  places: readonly number[]
  count: number
}

/** Machines of so many people who take turns, so that nobody reads more in a minute than a person may. */
export async function readersOf(
  ground: Ground,
  { districtId, now, address, connections, places, count }: Wanted,
): Promise<Client> {
  const [only] = places
  const assignments =
    places.length === 1 && only !== undefined
      ? await copiesOf(ground, only, count)
      : places.slice(0, count).map((place) => idAt('assignment', place))
  const clients: Client[] = []
  for (const assignmentId of assignments) {
    const asked = { districtId, assignmentId, label: 'Measuring', days: 1, now }
    clients.push(clientOf(address, { token: await issueToken(ground.db, asked), connections }))
  }
  return takingTurns(clients)
}

function takingTurns(clients: readonly Client[]): Client {
  let turn = 0
  const next = () => clients[(turn = (turn + 1) % clients.length)] as Client
  return {
    get: (page, accept) => next().get(page, accept),
    post: (path, body) => next().post(path, body),
    close: () => {
      for (const client of clients) client.close()
    },
  }
}
