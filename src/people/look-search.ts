import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { partnerStaff, type Role, schoolStaff, sideOf } from '#access/roles.ts'
import { glassBreakers, maySearchReferrals, maySearchStudents, openedBy } from './policy.ts'
import { searchPartners, searchReferrals, searchSent } from './search-pathway-store.ts'
import { searchStudents } from './search-store.ts'

/** Most rows of one kind a search shows. Whoever needs more types more. */
export const mostFound = 20

/** Shortest search: one letter would list half a school. */
const shortest = 2

/** Students, and then their referrals; an agency finds what it was sent. */
async function pathwayOf(view: Viewing, { typed, limit }: { typed: string; limit: number }) {
  const { tx, actor } = view
  const named = view.knows('identity')
  const referred = named && view.knows('referrals')
  if (sideOf(actor.role) === 'partner')
    return { students: [], referrals: referred ? await searchSent(tx, actor, { typed, limit }) : [] }
  const students = named && maySearchStudents(actor) ? await searchStudents(tx, actor, { typed, limit }) : []
  const studentIds = students.map(({ id }) => id)
  const may = referred && maySearchReferrals(actor)
  return { students, referrals: may ? await searchReferrals(tx, actor, { typed, studentIds, limit }) : [] }
}

/**
 * Finds students, referrals and agencies within one's reach. Whoever lies beyond it is as if they did not
 * exist: no count, no hint, the same page. The trail keeps whom the search showed, and never the words that
 * were typed [R147].
 */
export const lookSearch = look({
  name: 'people/search',
  by: [...schoolStaff, ...partnerStaff],
  given: z.object({ q: z.string().max(200, 'Use at most 200 characters').default('') }),
  shows: { for: 'coordination', parts: ['identity', 'referrals'] },
  async see(view, { q }) {
    const { tx, actor } = view
    view.permit(true)
    const typed = q.normalize('NFC').trim()
    const limit = mostFound
    const asked = [...typed].length >= shortest
    const [{ students, referrals }, partners] = await Promise.all([
      asked ? pathwayOf(view, { typed, limit }) : { students: [], referrals: [] },
      asked ? searchPartners(tx, actor, { typed, limit }) : [],
    ])
    const studentIds = students.map(({ id }) => id)
    const shown = [...new Set([...studentIds, ...referrals.map(({ studentId }) => studentId)])]
    view.saw(
      { type: 'search', id: null, studentIds: shown },
      { detail: { students: students.length, referrals: referrals.length, partners: partners.length } },
    )
    const breaksGlass = (glassBreakers as readonly Role[]).includes(actor.role)
    const reader = { side: sideOf(actor.role), opens: openedBy(actor), breaksGlass }
    return { typed, asked, students, referrals, partners, ...reader }
  },
})
