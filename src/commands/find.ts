import type { Actor } from '#access/actor.ts'
import type { Role } from '#access/roles.ts'
import { actorsInRole } from '#access/standing.ts'
import type { Db } from '#platform/database/database.ts'
import { isId } from '#platform/ids.ts'
import { Complaint } from './command.ts'
import { ids, named, assignments } from './find-store.ts'

/** What the server answers where the roles or tables of this version are missing, or passwords differ. */
const notOurs = new Set(['28000', '28P01', '3F000', '42883', '42P01', '42501'])

async function districtIds(db: Db): Promise<{ id: string }[]> {
  try {
    return await db.ask(ids, {})
  } catch (error) {
    if (!notOurs.has((error as { code?: string }).code ?? '')) throw error
    throw new Complaint(
      'This database is not set up, or under another THROUGHLINE_SECRET. See throughline migrate --help',
    )
  }
}

/** Every district of the installation. @throws Complaint where the database is not ours */
export async function allDistricts(db: Db): Promise<{ id: string; name: string }[]> {
  const all: { id: string; name: string }[] = []
  for (const { id } of await districtIds(db)) {
    all.push(
      await db.transaction({ districtId: id, side: 'system' }, (tx) => tx.one(named, { district: id })),
    )
  }
  return all
}

/** The district a command speaks of: by id or name, or the only one there is. @throws Complaint */
export async function findDistrict(db: Db, asked: string | undefined): Promise<{ id: string; name: string }> {
  const all = await allDistricts(db)
  const found =
    asked === undefined
      ? all
      : all.filter(({ id, name }) => id === asked || name.toLowerCase() === asked.toLowerCase())
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  if (all.length === 0) throw new Complaint('There is no district yet. See throughline district --help')
  throw new Complaint(`Say which district: --district ${all.map(({ name }) => `"${name}"`).join(' or ')}`)
}

/** The assignment a token is for: its id, or the only one of an email address and role. @throws Complaint */
export async function findAssignment(
  db: Db,
  { districtId, of, role }: { districtId: string; of: string; role: string | undefined },
): Promise<string> {
  if (isId(of)) return of
  const rows = await db.transaction({ districtId, side: 'system' }, (tx) =>
    tx.all(assignments, { district: districtId, email: of }),
  )
  const found = rows.filter((row) => role === undefined || row.role === role)
  const [only] = found
  if (only !== undefined && found.length === 1) return only.id
  throw new Complaint(
    found.length === 0
      ? `${of} has no such assignment`
      : `${of} holds several: add --role ${found.map((row) => row.role).join(' or ')}`,
  )
}

/** Who acts: the person of that address in a role, or the only one who holds it. @throws Complaint */
export async function findActor(
  db: Db,
  { role, email, ...where }: { district: string; role: Role; email: string | undefined; at: Date },
): Promise<Actor> {
  const all = await actorsInRole(db, { role, ...where })
  const found = all.filter((each) => email === undefined || each.email?.toLowerCase() === email.toLowerCase())
  const [only] = found
  const words = role.replaceAll('_', ' ')
  if (only !== undefined && (found.length === 1 || email !== undefined)) return only.actor
  if (all.length === 0) throw new Complaint(`This district has no ${words} yet. See throughline user --help`)
  const known = all.map((each) => each.email ?? each.actor.name).join(' or ')
  throw new Complaint(
    email === undefined ? `Say who does it: --as ${known}` : `${email} is no ${words} here: --as ${known}`,
  )
}
