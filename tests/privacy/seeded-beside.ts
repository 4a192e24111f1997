import { house } from '../../src/compose.ts'
import type { TestServer } from '../support/server.ts'
import { doJobs, foundIn, leftBehind } from './beside.ts'
import { openHouse, type Leak } from './open-house.ts'
import { type Asking, searchesThatTell } from './searches.ts'
import { wordOf } from './seeded.ts'
import type { World } from './world.ts'

type Beside = Omit<Asking, 'app'> & { world: World; server: TestServer }

type Screen = (typeof house.screens)[number]

/** The house with one look that answers otherwise. */
const changed = (address: string, see: (raw: unknown, data: () => Promise<unknown>) => Promise<unknown>) => {
  const instead = (screen: Screen): Screen => ({
    ...screen,
    look: { ...screen.look, see: (doer, raw) => see(raw, () => screen.look.see(doer, raw)) },
  })
  return {
    ...house,
    screens: house.screens.map((screen) => (screen.address === address ? instead(screen) : screen)),
  }
}

async function inLetters({ world }: Beside): Promise<boolean> {
  const word = wordOf(world, 'identity', 'student.family_name')
  const open = await openHouse(world, { mail: (message) => ({ ...message, subject: `About ${word}` }) })
  await doJobs(world, open).finally(() => open.close())
  return (
    foundIn(
      world,
      'a letter',
      open.mail.map((letter) => JSON.stringify(letter)),
    ).length > 0
  )
}

async function inTheLog({ world, askers }: Beside): Promise<boolean> {
  const word = wordOf(world, 'contact_details', 'caregiver.phone')
  const lines: string[] = []
  const broken = changed('/today', async () => {
    throw new Error(`Nobody answers at ${word}`)
  })
  const leak: Leak = { house: broken, log: ({ error }) => void lines.push(error.message) }
  const open = await openHouse(world, leak)
  const headers = { ...askers[0]?.headers, accept: 'text/html' }
  await open.app.inject({ method: 'GET', url: '/today', headers }).finally(() => open.close())
  return foundIn(world, 'a line', lines).length > 0
}

async function keptBeside({ world, server }: Beside): Promise<boolean> {
  const { admin } = world.database
  const [word] = [...world.typed][0] ?? ['']
  await admin.query('create table public.beside (note text)')
  await admin.query('insert into beside values ($1)', [`Said: ${word}`])
  const left = await leftBehind(world, server)
  await admin.query('drop table public.beside')
  return left.length > 0
}

async function inSearch({ world, ...asking }: Beside): Promise<boolean> {
  const telling = changed('/search', async (raw, data) => {
    const known = world.planted.of((raw as { q?: string }).q ?? '') !== undefined
    return { ...((await data()) as object), ...(known && { hidden: 1 }) }
  })
  const open = await openHouse(world, { house: telling })
  const told = await searchesThatTell({ ...asking, app: open.app }).finally(() => open.close())
  return told.length > 0
}

/** Leaks beside the pages, planted one by one, and whether each was found. */
export async function foundBeside(beside: Beside): Promise<Record<string, boolean>> {
  return {
    'a letter names the student': await inLetters(beside),
    'the log keeps what an error says': await inTheLog(beside),
    'words are kept where nobody listed them': await keptBeside(beside),
    'a search answers otherwise for a name that is there': await inSearch(beside),
  }
}
