import type { About } from './about.ts'
import type { Standing } from './standing.ts'
import {
  inTheFile,
  makesTheFile,
  mayReadPlace,
  mayReadWords,
  reviewsReports,
  shownToNobody,
} from './who-knows.ts'

export type Expecting = {
  districtId: string
  /** Students in an incident that somebody has not ended: whoever is there needs whom to call. */
  inCrisis: ReadonlySet<string>
}

const isOwn = ({ by }: About, { personId }: Standing) => by !== null && by === personId

/** "A record belongs to the school it was made at"; what was opened is read whatever school it belongs to. */
function isReached({ studentIds, schoolIds }: About, standing: Standing): boolean {
  if (standing.everySchool) return true
  if (studentIds.some((id) => standing.opened.has(id))) return true
  return schoolIds.some((id) => standing.schoolIds.has(id))
}

function byRole(about: About, standing: Standing): boolean {
  const { role } = standing
  if (role === 'nobody') return false
  const { class: name, place, report } = about
  if (place in shownToNobody) return false
  if (mayReadPlace[place]?.includes(role)) return true
  if (name === 'told_without_consent' && report) return reviewsReports.includes(role)
  return mayReadWords[name].includes(role) || (inTheFile.includes(name) && makesTheFile.includes(role))
}

/** What whoever wrote, raised or opened it reads of it everywhere: "a crisis they opened" too. */
const ofOnesOwn: readonly About['class'][] = ['concerns', 'told_without_consent', 'access_record', 'crisis']

/** School staff: within reach, what their role is there for; and everywhere, what they wrote themselves. */
function atSchool(about: About, standing: Standing, { inCrisis }: Expecting): boolean {
  if (isOwn(about, standing) && ofOnesOwn.includes(about.class)) return true
  if (!isReached(about, standing)) return false
  if (byRole(about, standing)) return true
  return about.class === 'contact_details' && about.studentIds.some((id) => inCrisis.has(id))
}

/** An agency: what names it, of what was sent to it; and the packet while the family's yes holds. */
const atAgency = (about: About, { partnerId }: Standing): boolean =>
  about.partnerId !== null &&
  about.partnerId === partnerId &&
  about.sent &&
  (about.class !== 'packets' || about.yesHolds)

/** A family: of the one student, and what is protected by the student alone. */
function inFamily(about: About, { studentId, role }: Standing): boolean {
  if (studentId === null || !about.studentIds.includes(studentId)) return false
  return !about.protected || role === 'student'
}

/** Whether somebody may read a word of ours, wherever it is met. */
export function mayRead(about: About, standing: Standing, expecting: Expecting): boolean {
  if (about.districtId !== expecting.districtId) return false
  if (about.studentIds.some((id) => standing.keptFrom.has(id))) return false
  if (standing.side === 'school') return atSchool(about, standing, expecting)
  if (!byRole(about, standing)) return false
  if (standing.side === 'agency') return atAgency(about, standing)
  return standing.side === 'family' && inFamily(about, standing)
}
