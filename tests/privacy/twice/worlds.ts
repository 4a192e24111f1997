import { asAdmin, type TestServer } from '../../support/server.ts'
import { databaseOn } from '../../support/own-database.ts'
import { everyAddress, type PageAddress } from '../addresses.ts'
import { everybody, type Leak, openHouse, type Asker, type OpenHouse } from '../open-house.ts'
import { riversideId } from '../../riverside/places.ts'
import { standings, type Standing } from '../standing.ts'
import { plantAnew, privacyWorld, type World } from '../world.ts'
import { changesFor, makeChanges, type Change } from './changes.ts'

/** A told world that is copied: each copy the same, but for what is changed in it. */
export type Told = {
  server: TestServer
  world: World
  template: string
  askers: readonly Asker[]
  standing: ReadonlyMap<Asker, Standing>
  /** A name of the district, to be typed where a page asks for words. */
  words: readonly string[]
  /** Addresses of pages for a role: without an id, and so many of those about one student. */
  urlsAbout(studentId: string, role: Asker['role'], most: number): string[]
  changesOf(studentId: string): readonly Change[]
  schoolsOf(studentId: string): readonly string[]
  close(): Promise<void>
}

/** Schools where something of a student lies. */
const schoolsAsked = `select distinct school from (
  select school_id as school from student where district_id = $1 and id = $2
  union select school_id from referral where district_id = $1 and student_id = $2
  union select school_id from concern where district_id = $1 and student_id = $2
  union select school_id from crisis_incident where district_id = $1 and student_id = $2) t where school is not null`

type About = { changes: Change[]; ids: ReadonlySet<string>; schools: string[] }

/** Every fact of a student, the ids of what it is a fact of, and the schools where something of them lies. */
async function aboutOf({ database: { admin } }: World, studentId: string): Promise<About> {
  const changes = await changesFor(admin, { districtId: riversideId, studentId })
  const ids = new Set([studentId, ...changes.map(({ row }) => String(row['id']))])
  const { rows } = await admin.query<{ school: string }>(schoolsAsked, [riversideId, studentId])
  return { changes, ids, schools: rows.map(({ school }) => school) }
}

const id = /[0-9a-f]{8}-[0-9a-f-]{27}/g
const idsIn = (url: string) => [...url.matchAll(id)].map(([found]) => found)

/** Addresses for a role: those without an id, and so many about a student. */
function urlsFor(pages: readonly PageAddress[], ids: ReadonlySet<string>, most: number): string[] {
  const urls = pages.flatMap((page) => page.urls)
  const about = urls.filter((url) => idsIn(url).length > 0 && idsIn(url).every((each) => ids.has(each)))
  return [...urls.filter((url) => idsIn(url).length === 0), ...about.slice(0, most)]
}

/** Tells the world once, lets everybody sign in, and leaves it so that it can be copied. */
export async function toldOnce(server: TestServer, students: readonly string[]): Promise<Told> {
  const world = await privacyWorld(server)
  await plantAnew(world)
  const open = await openHouse(world)
  const { admin, db } = world.database
  const askers = await everybody(world, open)
  const standing = await standings(world, riversideId, askers)
  const pages = await everyAddress(admin)
  const abouts = new Map<string, About>()
  for (const studentId of students) abouts.set(studentId, await aboutOf(world, studentId))
  const template = admin.database ?? ''
  await open.close()
  await db.close()
  await admin.end()
  const names = [...world.planted].filter(([, { place }]) => place === 'student.family_name')
  const about = (studentId: string) => abouts.get(studentId) as About
  return {
    server,
    world,
    template,
    askers,
    standing,
    words: names.slice(0, 1).map(([word]) => word),
    urlsAbout(studentId, role, most) {
      const forRole = pages.filter(({ by }) => by === undefined || by.some((each) => each === role))
      return urlsFor(forRole, about(studentId).ids, most)
    },
    changesOf: (studentId) => about(studentId).changes,
    schoolsOf: (studentId) => about(studentId).schools,
    close: () =>
      asAdmin(server, 'postgres', async (client) => {
        await client.query(`drop database ${template} with (force)`)
      }),
  }
}

/** Does something in a copy of the world in which some facts are otherwise. */
export async function inCopy<T>(
  { server, world, template }: Told,
  { changes, leak }: { changes: readonly Change[]; leak?: (world: World) => Leak },
  work: (open: OpenHouse, copy: World) => Promise<T>,
): Promise<T> {
  const database = await databaseOn(server, 4, template)
  const copy = { ...world, database }
  try {
    if (changes.length > 0) await makeChanges(database.admin, changes)
    const open = await openHouse(copy, leak?.(copy))
    return await work(open, copy).finally(() => open.close())
  } finally {
    await database.close()
  }
}
