import type pg from 'pg'
import type { Role } from '#access/roles.ts'
import { Problem } from '#platform/problem.ts'
import { house } from '../../../src/compose.ts'
import type { House } from '../../../src/server.ts'
import type { Leak } from '../open-house.ts'
import { riversideId } from '../../riverside/places.ts'
import type { World } from '../world.ts'

/** Something that is told, by a code, a count, a date or an order, to somebody who may not know it. */
export type Leaking = { says: string; role: Role; url: string; leak(world: World): Leak }

type Screen = House['screens'][number]
type Told = { value: string; actor: Actor }
type Actor = Parameters<Screen['look']['see']>[0]['actor']

const served = (address: string, change: (screen: Screen) => Screen): Leak => ({
  house: { ...house, screens: house.screens.map((each) => (each.address === address ? change(each) : each)) },
})

/** What the database holds, past every wall. */
const holds = async (admin: pg.ClientBase, asked: string): Promise<string> => {
  const { rows } = await admin.query<{ value: string | null }>(`select (${asked})::text as value`)
  return rows[0]?.value ?? 'none'
}

type Place = (address: string, asked: string) => (world: World) => Leak
/** The page, and what it answers a machine, with something more or less. */
const answering =
  (change: (data: Record<string, unknown>, told: Told) => unknown): Place =>
  (address, asked) =>
  ({ database: { admin } }) =>
    served(address, (screen) => ({
      ...screen,
      look: {
        ...screen.look,
        see: async (doer, raw) => {
          const data = (await screen.look.see(doer, raw)) as Record<string, unknown>
          return change(data, { value: await holds(admin, asked), actor: doer.actor })
        },
      },
    }))
/** What stands around a page: its title, its menu, what is typed into its search. */
const around =
  (change: (shell: Parameters<Screen['page']>[1]['shell'], value: string) => object): Place =>
  (address, asked) =>
  ({ database: { admin } }) => {
    let value = ''
    return served(address, (screen) => ({
      ...screen,
      look: {
        ...screen.look,
        see: async (doer, raw) => {
          value = await holds(admin, asked)
          return screen.look.see(doer, raw)
        },
      },
      page: (data, view) =>
        screen.page(data, { ...view, shell: { ...view.shell, ...change(view.shell, value) } }),
    }))
  }

const inData = answering((data, { value }) => ({ ...data, more: value }))
const inLength = answering((data, { value }) => ({ ...data, more: ' '.repeat(Number(value)) }))
const inYesOrNo = answering((data, { value }) => ({ ...data, more: value === 'true' }))
const inTitle = around((_, value) => ({ title: `Page ${value}` }))
const inSearch = around((_, value) => ({ search: value }))
const inMenu = around(({ nav }, value) => ({
  nav: nav.map(({ heading, items }) => ({
    heading,
    items: items.map((item) => ({ ...item, note: value })),
  })),
}))
const inLinks = around(({ nav }, value) => ({
  nav: nav.map(({ heading, items }) => ({
    heading,
    items: items.map((item) => ({ ...item, href: `${item.href}?since=${value}` })),
  })),
}))
/** A page that refuses otherwise where there is something. */
const inRefusal = answering((data, { value }) => {
  if (value !== '0') throw new Problem('not_allowed')
  return data
})
const inOrder = answering((data, { value }) =>
  value < '2026-10-12' ? data : Object.fromEntries(Object.entries(data).reverse()),
)

/** Every leak is about this student, whom none of these may know anything of but their name. */
export const leaksAbout = (studentId: string): readonly Leaking[] => {
  const of = (what: string, table: string) =>
    `select ${what} from ${table} where district_id = '${riversideId}' and student_id = '${studentId}'`
  const one = (says: string, [role, url, place]: [Role, string, Place], asked: string): Leaking => ({
    says,
    role,
    url,
    leak: place(url, asked),
  })
  const [mine, today, partners, inbox] = ['/concerns/mine', '/today', '/partners', '/inbox']
  return [
    one('a count of referrals in data', ['teacher', mine, inData], of('count(*)', 'referral')),
    one('the date of a visit in data', ['teacher', mine, inData], of('max(starts_at)', 'appointment')),
    one('a tier in a title', ['teacher', today, inTitle], of('max(to_tier)', 'tier_move')),
    one('a count beside a place in the menu', ['teacher', today, inMenu], of('count(*)', 'contact_attempt')),
    one('a count on Today', ['roster_manager', today, inData], of('count(*)', 'referral_status')),
    one('how far something is in a link', ['teacher', partners, inLinks], of('max(referred_at)', 'referral')),
    one(
      'a reason code in the search field',
      ['teacher', today, inSearch],
      of('max(reason_category)', 'referral'),
    ),
    one(
      'an order that follows a hidden date',
      ['governance', partners, inOrder],
      of('max(due_at)', 'handoff'),
    ),
    one('the length of an answer', ['roster_manager', partners, inLength], of('count(*)', 'contact_attempt')),
    one('a refusal in place of an answer', ['teacher', mine, inRefusal], of('count(*)', 'consent')),
    one('whether there is one', ['teacher', partners, inYesOrNo], of('count(*) > 0', 'packet')),
    one('whether a need is high', ['roster_manager', today, inYesOrNo], of('bool_or(high_need)', 'referral')),
    one('how a consent was given', ['teacher', mine, inData], of('max(method)', 'consent')),
    one('the last day of a consent', ['roster_manager', partners, inTitle], of('max(ends_on)', 'consent')),
    one('a count of crossings', ['teacher', today, inData], of('count(*)', 'disclosure')),
    one(
      'the kind of a request about the record',
      ['teacher', mine, inData],
      of('max(kind)', 'record_request'),
    ),
    one(
      'when somebody answers for treatment',
      ['teacher', today, inData],
      of('max(accepted_at)', 'clinical_responsibility'),
    ),
    one('how many are kept away', ['teacher', today, inMenu], of('count(*)', 'access_block')),
    one('an outcome of a call', ['roster_manager', partners, inData], of('max(outcome)', 'contact_attempt')),
    one('a status an agency sent', ['teacher', mine, inTitle], of('max(status)', 'referral_status')),
    one('the score of a checklist', ['teacher', mine, inData], of('max(score)', 'triage_decision')),
    one(
      'the day an answer about the record is due',
      ['teacher', partners, inData],
      of('max(due_on)', 'record_request'),
    ),
    one(
      'another agency learns the next visit',
      ['partner_intake', inbox, inData],
      of('min(starts_at)', 'appointment'),
    ),
    one(
      'another family learns how many calls there were',
      ['caregiver', '/family', inLength],
      of('count(*)', 'contact_attempt'),
    ),
  ]
}

/** Whoever is taken at the door for somebody who may more. */
export const doors: readonly Leaking[] = [
  {
    says: 'whoever is at one school takes the file of every school along',
    role: 'navigator',
    url: '/referrals/file',
    leak: () => acting({ role: 'designated_lead', schoolIds: null, blockedIds: [] }),
  },
  {
    says: 'the tracker of another school is counted and filtered',
    role: 'navigator',
    url: '/referrals',
    leak: () => acting({ schoolIds: null, blockedIds: [] }),
  },
]
const acting = (actor: Partial<Actor>): Leak => ({
  door: (door) => ({
    ...door,
    async whoIs(request, options) {
      const present = await door.whoIs(request, options)
      return present && { ...present, actor: { ...present.actor, ...actor } }
    },
  }),
})
