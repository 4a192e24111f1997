import type { Present } from '#access/visit.ts'
import type { SignIn } from '#access/sign-in/sign-in.ts'
import { house } from '../../src/compose.ts'
import type { House } from '../../src/server.ts'
import type { Leak } from './open-house.ts'
import type { Class } from './columns.ts'
import type { World } from './world.ts'
import { elsewhere } from './world.ts'

/** A leak that is planted beside the product, and whoever must meet it. */
export type Seeded = {
  says: string
  leak(world: World): Leak
  /** Whose pages are gone through, and which. */
  role: string
  pages: readonly string[]
}

/** A word of a class, as it lies there. */
export function wordOf({ planted }: World, name: Class, place: string): string {
  for (const [word, each] of planted)
    if (each.class === name && each.place.startsWith(place) && each.row['district_id'] !== elsewhere)
      return word
  throw new Error(`Nothing of ${place} is planted`)
}

type Screens = House['screens']
const withScreen = (address: string, change: (screen: Screens[number]) => Screens[number]): House => ({
  ...house,
  screens: house.screens.map((screen) => (screen.address === address ? change(screen) : screen)),
})

/** A look that answers with something beside what it should. */
const showing = (address: string, more: object) =>
  withScreen(address, (screen) => ({
    ...screen,
    look: {
      ...screen.look,
      see: async (doer, raw) => ({ ...((await screen.look.see(doer, raw)) as object), ...more }),
    },
  }))

const titled = (address: string, title: string) =>
  withScreen(address, (screen) => ({
    ...screen,
    page: (data, view) => screen.page(data, { ...view, shell: { ...view.shell, title } }),
  }))

/** Somebody at the door is taken for a little more than they are. */
const taken =
  (change: (present: Present) => Present) =>
  (door: SignIn): SignIn => ({
    ...door,
    async whoIs(request, options) {
      const present = await door.whoIs(request, options)
      return present && change(present)
    },
  })
const actingAs = (actor: Partial<Present['actor']>): Leak => ({
  door: taken((present) => ({ ...present, actor: { ...present.actor, ...actor } })),
})

export const seeded: readonly Seeded[] = [
  {
    says: 'a page of students answers a machine with one field too much',
    role: 'teacher',
    pages: ['/concerns/mine'],
    leak: (world) => ({
      house: showing('/concerns/mine', { reason: wordOf(world, 'triage', 'triage_decision') }),
    }),
  },
  {
    says: 'an agency is answered with what was noticed at school',
    role: 'partner_intake',
    pages: ['/inbox'],
    leak: (world) => ({
      house: showing('/inbox', { noticed: wordOf(world, 'concerns', 'concern.observed') }),
    }),
  },
  {
    says: 'a word is handed out in another spelling',
    role: 'teacher',
    pages: ['/concerns/mine'],
    leak(world) {
      const hidden = Buffer.from(`x${wordOf(world, 'triage', 'triage_decision').toUpperCase()} and more`)
      return { house: showing('/concerns/mine', { token: hidden.toString('base64url') }) }
    },
  },
  {
    says: 'a title names the student',
    role: 'navigator',
    pages: ['/referrals'],
    leak: (world) => ({ house: titled('/referrals', wordOf(world, 'identity', 'student.family_name')) }),
  },
  {
    says: 'a caregiver is shown what a minor agreed to alone',
    role: 'caregiver',
    pages: ['/family'],
    leak: (world) => ({ house: showing('/family', { alone: aloneWord(world) }) }),
  },
  {
    says: 'an assignment at one school covers every school',
    role: 'navigator',
    pages: ['/students/:studentId'],
    leak: () => actingAs({ schoolIds: null }),
  },
  {
    says: 'whoever is kept away is not',
    role: 'nurse',
    pages: ['/students/:studentId'],
    leak: () => actingAs({ blockedIds: [] }),
  },
  {
    says: 'somebody reads in another district',
    role: 'counselor',
    pages: ['/students/:studentId', '/referrals'],
    leak: () => actingAs({ districtId: elsewhere }),
  },
]

/** Something of a consent that the student gave alone. */
function aloneWord({ planted }: World): string {
  for (const [word, { place, row }] of planted)
    if (place.startsWith('consent.') && row['minor_consented'] === true && row['district_id'] !== elsewhere)
      return word
  throw new Error('No minor agreed alone')
}
