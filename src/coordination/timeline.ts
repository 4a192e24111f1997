import { traceWords as alertWords } from '#alerts/contract.ts'
import { traceWords as classroomWords } from '#classroom/contract.ts'
import { traceWords as concernWords } from '#concerns/contract.ts'
import { traceWords as consentWords } from '#consent/contract.ts'
import { followsIncidents, traceWords as crisisWords } from '#crisis/contract.ts'
import { traceWords as debriefWords } from '#debriefs/contract.ts'
import { traceWords as earlyWarningWords } from '#warnings/contract.ts'
import { traceWords as escalationWords } from '#escalations/contract.ts'
import { traceWords as returnWords } from '#returns/contract.ts'
import { traceWords as reviewWords } from '#reviews/contract.ts'
import { traceWords as guestWords } from '#guests/contract.ts'
import { traceWords as handoffWords } from '#handoffs/contract.ts'
import { traceWords as householdWords } from '#households/contract.ts'
import { traceWords as navigationTraceWords } from '#navigation/contract.ts'
import { traceWords as peopleWords } from '#people/contract.ts'
import { navigatorTraceWords, partnerTraceWords } from '#referrals/contract.ts'
import { traceWords as screeningWords } from '#screenings/contract.ts'
import { traceWords as supportWords } from '#supports/contract.ts'
import { traceWords as wraparoundWords } from '#wraparound/contract.ts'
import type { Viewing } from '#access/look.ts'
import type { Role } from '#access/roles.ts'
import { classOfChange } from './classes.ts'
import { type Changed, changesOf } from './timeline-store.ts'
import { traceWords as ownWords } from './words.ts'

/** Every module that changes something about a student says its own changes. */
const sayers = [
  peopleWords(),
  supportWords(),
  classroomWords(),
  alertWords(),
  crisisWords(),
  debriefWords(),
  returnWords(),
  concernWords(),
  consentWords(),
  navigatorTraceWords(),
  partnerTraceWords(),
  guestWords(),
  handoffWords(),
  householdWords(),
  navigationTraceWords(),
  earlyWarningWords(),
  screeningWords(),
  escalationWords(),
  reviewWords(),
  wraparoundWords(),
  ownWords(),
] as unknown as readonly { (key: string): string; has(key: string): boolean }[]

/** What happened, in the words of the module that did it; undefined for what belongs on no timeline. */
export const saidOf = (name: string): string | undefined => sayers.find((say) => say.has(name))?.(name)

const notices = 'Few may know that a notice came: whoever was told of it reads it on a page of its own.'

/** Changes about a student that no timeline tells, each with the reason. */
export const leftOut: Readonly<Record<string, string>> = {
  'referral.next_step_followed': 'Follows from an answer of the family, which is told.',
  'referral.next_step_settled': 'Works out anew what is owed, which stands above the timeline.',
  'referral.gate_followed': 'Speaks of an agreement with the agency. What is owed stands above the timeline.',
  'handoff.rated': 'Is read as a count alone: a timeline would say which family answered.',
  'handoff.questions_answered': 'Follows from an answer of the family, which is told.',
  'referral.stop_notice_made': 'Follows from a consent that was ended, which is told.',
  'responsibility.passed_on': 'Follows from an acceptance, which is told.',
  'access.blocked': 'Who is kept away, and why, stands on a page of its own for those who answer for it.',
  'access.unblocked': 'Who is kept away, and why, stands on a page of its own for those who answer for it.',
  'contact.protected': 'That a contact is protected, and by whom, stands on a page of its own.',
  'contact.protected_changed': 'That a contact is protected, and by whom, stands on a page of its own.',
  'contact.protection_ended': 'That a contact is protected, and by whom, stands on a page of its own.',
  'exception.recorded': 'Few may know that something was told without consent: it has a page of its own.',
  'exception.reviewed': 'Few may know that something was told without consent: it has a page of its own.',
  'record_request.received': 'Stands on the page of requests about records.',
  'record_request.answered': 'Stands on the page of requests about records.',
  'hold.placed': 'Says nothing of the student, but of how long records are kept.',
  'hold.lifting_asked': 'Says nothing of the student, but of how long records are kept.',
  'hold.lifted': 'Says nothing of the student, but of how long records are kept.',
  'removal.proposed': 'Says nothing of the student, but of how long records are kept.',
  'records.removed': 'Says nothing of the student, but of how long records are kept.',
  'undelivered.told': 'Speaks of a message that did not arrive. What is owed stands above the timeline.',
  'caregiver.messages_changed': 'Stands with how the caregiver is reached, for whoever writes to them.',
  'guest_link.handed_out': 'Follows from a link that was sent, which is told.',
  'guest_link.code_asked': 'A step at the door of a link. That somebody came in is told.',
  'guest_link.code_out': 'A step at the door of a link. That somebody came in is told.',
  'guest_link.left': 'Somebody left a page. What they did there is told.',
  'care_notice.received': notices,
  'care_notice.told': notices,
  'care_notice.backup_told': notices,
  'care_notice.told_again': notices,
  'care_notice.acknowledged': notices,
  'care_notice.matched': notices,
  'care_notice.unmatched': notices,
  'care_notice.step_recorded': notices,
  'care_notice.sent_to_triage': notices,
  'care_notice.teacher_asked': notices,
  'care_notice.expired': notices,
  'escalation.risk_rose': 'The crisis that opened is told, to whoever follows incidents.',
  'concern.taken_off': 'It was raised about somebody else by mistake.',
  'concern.standard_missed': 'Stands on the page of the concern, for whoever may read that.',
  'sampled_case.drawn': 'A sample is about how the standard was followed. Nothing happened to the student.',
  'sampled_case.reviewed':
    'A sample is about how the standard was followed. Nothing happened to the student.',
  'notice.read': 'Somebody read their own news. Nothing happened to the student.',
}
/** Steps that are part of another on the same day, and are left out where only what was done counts. */
const small: ReadonlySet<string> = new Set([
  ...Object.keys(leftOut),
  'student.added_by_roster',
  'student.changed_by_roster',
  'student.left_by_roster',
  'referral.offered',
  'standard.missed',
  'escalation.lead_told',
  'help.arranged',
  'review.put_off',
  'referral.partner_chosen',
  'referral.opened',
  'reminder.planned',
  'responsibility.accepted',
  'responsibility.ended',
  'decision.made',
  'tier.moved',
])
export const isSmall = (name: string): boolean => small.has(name)

type Said = Changed & { what: string }

/** One entry of a timeline: what came of it, and the steps that led there or followed at once. */
export type TimelineEvent = Said & { steps: Said[] }

const minuteOf = ({ at }: Changed) => Math.floor(at.getTime() / 60_000)

/** Changes of one act, or of one person within the same minute, are told as one. */
const toldTogether = (one: Changed, other: Changed): boolean =>
  one.xact === other.xact ||
  (one.personName !== null &&
    one.personName === other.personName &&
    one.role === other.role &&
    minuteOf(one) === minuteOf(other))

/** What people do stands for the whole, rather than what follows from it: the last of it. */
function entryOf(changes: readonly [Said, ...Said[]]): TimelineEvent {
  const head = changes.find(({ name }) => !small.has(name)) ?? changes[0]
  return { ...head, steps: changes.filter((change) => change !== head).toReversed() }
}

/**
 * Changes, the latest first, as entries: one act reads as one entry, its steps in the order they were taken.
 */
export function entriesOf(changes: readonly Said[]): TimelineEvent[] {
  const runs: [Said, ...Said[]][] = []
  for (const change of changes) {
    const run = runs.at(-1)
    if (run !== undefined && toldTogether(run[0], change)) run.push(change)
    else runs.push([change])
  }
  return runs.map(entryOf)
}

/**
 * What a timeline tells somebody of a change. What happens in a crisis is read by those who follow incidents:
 * the others read that one is open, and whom to call.
 */
export function toldOf(name: string, role: Role): string | undefined {
  if (name in leftOut) return undefined
  const ofIncident = crisisWords().has(name) || debriefWords().has(name)
  return ofIncident && !followsIncidents(role) ? undefined : saidOf(name)
}

/** Changes on one page of a timeline. */
const size = 60

/** A student's timeline up to an instant, the latest first, and where the part before it begins. */
export async function timelineOf(
  view: Viewing,
  studentId: string,
  { before, all }: { before: Date; all: boolean },
): Promise<{ events: TimelineEvent[]; earlierThan: Date | undefined }> {
  const changes = await changesOf(view.tx, studentId, { before, limit: size + 1, all })
  const said = changes.slice(0, size).flatMap((change): Said[] => {
    const dataClass = classOfChange(change.name)
    const what = toldOf(change.name, view.actor.role)
    return what === undefined || dataClass === undefined || !view.knows(dataClass)
      ? []
      : [{ ...change, what }]
  })
  return { events: entriesOf(said), earlierThan: changes.length > size ? changes[size]?.at : undefined }
}
