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
/** Something of a row that goes out with a page's data, as a whole row handed on would. */
export const rowInData = inData
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

const [mine, today, partners, inbox] = ['/concerns/mine', '/today', '/partners', '/inbox']
type Planted = [says: string, where: [Role, string, Place], what: [column: string, table: string]]

const planted: readonly Planted[] = [
  ['a count of referrals in data', ['teacher', mine, inData], ['count(*)', 'referral']],
  ['the date of a visit in data', ['teacher', mine, inData], ['max(starts_at)', 'appointment']],
  ['a tier in a title', ['teacher', today, inTitle], ['max(to_tier)', 'tier_move']],
  ['a count beside a place in the menu', ['teacher', today, inMenu], ['count(*)', 'contact_attempt']],
  ['a count on Today', ['roster_manager', today, inData], ['count(*)', 'referral_status']],
  ['how far something is in a link', ['teacher', partners, inLinks], ['max(referred_at)', 'referral']],
  ['a reason code in the search field', ['teacher', today, inSearch], ['max(reason_category)', 'referral']],
  ['an order that follows a hidden date', ['governance', partners, inOrder], ['max(due_at)', 'handoff']],
  ['the length of an answer', ['roster_manager', partners, inLength], ['count(*)', 'contact_attempt']],
  ['a refusal in place of an answer', ['teacher', mine, inRefusal], ['count(*)', 'consent']],
  ['whether there is one', ['teacher', partners, inYesOrNo], ['count(*) > 0', 'packet']],
  ['whether a need is high', ['roster_manager', today, inYesOrNo], ['bool_or(high_need)', 'referral']],
  ['how a consent was given', ['teacher', mine, inData], ['max(method)', 'consent']],
  [
    'the last day of a consent',
    ['teacher', partners, inTitle],
    [`string_agg(ends_on::text, ' ' order by id)`, 'consent'],
  ],
  ['a count of crossings', ['teacher', today, inData], ['count(*)', 'disclosure']],
  ['the kind of a request about the record', ['teacher', mine, inData], ['max(kind)', 'record_request']],
  [
    'when somebody answers for treatment',
    ['teacher', today, inData],
    ['max(accepted_at)', 'clinical_responsibility'],
  ],
  ['how many are kept away', ['teacher', today, inMenu], ['count(*)', 'access_block']],
  ['an outcome of a call', ['roster_manager', partners, inData], ['max(outcome)', 'contact_attempt']],
  ['a status an agency sent', ['teacher', mine, inTitle], ['max(status)', 'referral_status']],
  ['the score of a checklist', ['teacher', mine, inData], ['max(score)', 'triage_decision']],
  [
    'the day an answer about the record is due',
    ['teacher', partners, inData],
    ['max(due_on)', 'record_request'],
  ],
  [
    'another agency learns the next visit',
    ['partner_intake', inbox, inData],
    ['min(starts_at)', 'appointment'],
  ],
  [
    'another family learns how many calls there were',
    ['caregiver', '/family', inLength],
    ['count(*)', 'contact_attempt'],
  ],
]

/** Every leak is about this student, whom none of these may know anything of but their name. */
export const leaksAbout = (studentId: string): readonly Leaking[] =>
  planted.map(([says, [role, url, place], [what, table]]) => {
    const asked = `select ${what} from ${table} where district_id = '${riversideId}' and student_id = '${studentId}'`
    return { says, role, url, leak: place(url, asked) }
  })

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
