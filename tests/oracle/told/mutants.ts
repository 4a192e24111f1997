import type { Actor } from '#access/actor.ts'
import { house } from '../../../src/compose.ts'
import type { House } from '../../../src/server.ts'
import type { Mutant } from '../mutant.ts'
import { withMutant } from '../mutants.ts'
import type { Asked, At } from './asked.ts'
import { compareStores, everyQuery, type Told } from './compare.ts'
import { compareFaces, type Faced } from './faces.ts'

const blocked = `(current_setting('app.blocked'::text))::uuid[]`
const unblocked = `(student_id <> ALL (${blocked}))`

/** A query of the product with a defect: as though whoever wrote it had forgotten something. */
type QueryMutant = { says: string; query: string; asked: (query: Asked) => Asked }

/** A query that takes whoever asks for somebody else. */
const as =
  (change: (actor: Actor) => Actor) =>
  (query: Asked): Asked => {
    const changed = (at: At): At => ({ ...at, actor: change(at.actor), view: viewAs(at, change(at.actor)) })
    if (query.kind === 'list') return { ...query, ask: (at: At) => query.ask(changed(at)) }
    if (query.kind === 'find') return { ...query, ask: (at: At, id: string) => query.ask(changed(at), id) }
    return { ...query, ask: (at: At, id: string) => query.ask(changed(at), id) }
  }
const viewAs = ({ view }: At, actor: Actor) =>
  new Proxy(view, { get: (of, name) => (name === 'actor' ? actor : Reflect.get(of, name, of)) })

const everySchool = as((actor) => ({ ...actor, schoolIds: null }))
const withoutFirst = as((actor) => ({ ...actor, schoolIds: actor.schoolIds?.slice(1) ?? null }))
const nothingOpened = as(({ openings: _, ...actor }) => actor)
/** Every school, for whoever opened anybody. */
const openedOpensAll = as((actor) => (actor.openings === undefined ? actor : { ...actor, schoolIds: null }))

type Ids = readonly (string | null)[]
/** A list whose rows come back otherwise. */
const listed =
  (change: (ids: Ids, actor: Actor) => Ids) =>
  (query: Asked): Asked =>
    query.kind === 'list' ? { ...query, ask: async (at: At) => change(await query.ask(at), at.actor) } : query

const ofQueries: readonly QueryMutant[] = [
  { says: 'the tracker forgets the reach', query: 'referrals/openReferrals', asked: everySchool },
  {
    says: 'the tracker forgets the reach of what has ended',
    query: 'referrals/endedReferrals',
    asked: everySchool,
  },
  { says: 'the triage queue forgets the reach', query: 'concerns/queueOf', asked: everySchool },
  { says: 'a search forgets the reach', query: 'people/searchStudents', asked: everySchool },
  { says: 'a support is found without the reach', query: 'supports/findSupport', asked: everySchool },
  {
    says: 'a request about a record is found without the reach',
    query: 'records/findRequest',
    asked: everySchool,
  },
  {
    says: 'Today forgets the reach of a concern',
    query: 'coordination/thingsOwedTo concern',
    asked: everySchool,
  },
  { says: 'a referral that was opened is not found', query: 'referrals/findReferral', asked: nothingOpened },
  { says: 'the running supports leave out a school', query: 'supports/runningSupports', asked: withoutFirst },
  {
    says: 'whoever opened one student lists every school',
    query: 'referrals/openReferrals',
    asked: openedOpensAll,
  },
  {
    says: 'a page leaves out its last row',
    query: 'consent/readWorklist',
    asked: listed((ids, { schoolIds }) => (schoolIds === null ? ids : ids.slice(0, -1))),
  },
  {
    says: 'a list shows a row twice',
    query: 'crisis/runningIncidents',
    asked: listed((ids, { schoolIds }) => (schoolIds === null ? ids : [...ids, ...ids])),
  },
]

/** Walls with a defect, which a find or a list must then tell. */
const ofWalls: readonly (Mutant & { query: string })[] = [
  {
    says: 'a find forgets a block',
    query: 'referrals/findReferral',
    of: { table: 'referral' },
    from: unblocked,
    to: '(true)',
  },
  {
    says: 'a list forgets a block',
    query: 'concerns/queueOf',
    of: { table: 'concern' },
    from: unblocked,
    to: '(true)',
  },
  {
    says: 'a student is found by whoever is kept away',
    query: 'people/findStudent',
    of: { table: 'student' },
    from: `(id <> ALL (${blocked}))`,
    to: '(true)',
  },
  {
    says: 'what hangs on a referral forgets a block',
    query: 'handoffs/contactsOf',
    of: { table: 'contact_attempt' },
    from: unblocked,
    to: '(true)',
  },
  {
    says: 'an agency is answered with what another said',
    query: 'referrals/statusesOf',
    of: { table: 'referral_status' },
    from: `(partner_id = (NULLIF(current_setting('app.partner_id'::text, true), ''::text))::uuid)`,
    to: '(partner_id IS NOT NULL)',
  },
]

const only = (name: string): Asked[] => everyQuery.filter((query) => query.name === name)

/** Whether each defect of a query, or of a wall behind one, is told by what the query answers. */
export async function storeMutantsFound(told: Told): Promise<Record<string, boolean>> {
  const found: Record<string, boolean> = {}
  const tells = async (queries: readonly Asked[]) =>
    (await compareStores({ ...told, queries, every: 1, enough: 1 })).disagreements.length > 0
  for (const { says, query, asked } of ofQueries) found[says] = await tells(only(query).map(asked))
  for (const mutant of ofWalls)
    found[mutant.says] = await withMutant(told.admin, mutant, () => tells(only(mutant.query)))
  return found
}

/** The house where one page takes whoever looks for somebody else. */
const servedAs = (address: string, change: (actor: Actor) => Actor): House => ({
  ...house,
  screens: house.screens.map((screen) =>
    screen.address === address
      ? {
          ...screen,
          look: {
            ...screen.look,
            see: (doer, raw) => screen.look.see({ ...doer, actor: change(doer.actor) }, raw),
          },
        }
      : screen,
  ),
})

const ofFaces: readonly { says: string; address: string; change: (actor: Actor) => Actor }[] = [
  {
    says: 'a page of a student answers at every school',
    address: '/students/:studentId',
    change: (actor) => ({ ...actor, schoolIds: null }),
  },
  {
    says: 'a page of a referral forgets who is kept away',
    address: '/referrals/:referralId',
    change: ({ blockedIds: _, ...actor }) => actor,
  },
  {
    says: 'a page of an incident leaves out a school',
    address: '/crisis/incidents/:incidentId',
    change: (actor) => ({ ...actor, schoolIds: actor.schoolIds?.slice(1) ?? null }),
  },
]

/** Whether each defect of a page is told by what it answers a machine. */
export async function faceMutantsFound(faced: Faced): Promise<Record<string, boolean>> {
  const found: Record<string, boolean> = {}
  for (const { says, address, change } of ofFaces) {
    const served = servedAs(address, change)
    const asked = { ...faced, served, only: [address], every: 1, each: 100, enough: 1 }
    found[says] = (await compareFaces(asked)).disagreements.length > 0
  }
  return found
}
