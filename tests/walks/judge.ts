import type { Facts, Open, Stalling } from './facts.ts'
import { dayOf, dueOf, runningOf } from './stalls.ts'

/**
 * Whether anybody is lost, asked of the bare rows by lines of its own: it shares neither a query nor a rule
 * with the house it judges.
 */
/** In which roles somebody finds each kind on a list. */
const triage = ['counselor', 'psychologist', 'social_worker', 'nurse']
const care = [
  ...triage,
  'student_support_head',
  'navigator',
  'care_coordinator',
  'designated_lead',
  'crisis_lead',
]
const leads = ['designated_lead', 'student_support_head', 'district_head']
const reviewers = [...care.filter((role) => !['nurse', 'crisis_lead'].includes(role)), 'district_head']
const readers: Record<Open['kind'], readonly string[]> = {
  referral: care,
  support: care,
  help: care,
  incident: ['crisis_lead', 'designated_lead', 'student_support_head', 'principal'],
  escalation: leads,
  task: reviewers,
  review: reviewers,
  concern: triage,
  reassessment: triage,
}

/** Of everybody who finds it on a list: its clock asks the next of them, whoever has it. */
const queues: readonly Open['kind'][] = ['incident', 'escalation', 'review', 'reassessment']

export class Judge {
  readonly #facts: Facts
  readonly #now: Date
  readonly #today: string

  constructor(facts: Facts, now: Date) {
    this.#facts = facts
    this.#now = now
    this.#today = dayOf(now)
  }

  /** Whether somebody works at a school today, in one of these roles, and is not kept from the student. */
  #works(personId: string, open: Open, roles?: readonly string[]): boolean {
    const { people, blocks, assignments } = this.#facts
    if (people.some(({ id, ended_at }) => id === personId && ended_at !== null)) return false
    if (blocks.some((each) => each.person_id === personId && each.student_id === open.student_id))
      return false
    return assignments.some(
      (held) =>
        held.person_id === personId &&
        (roles === undefined || roles.includes(held.role)) &&
        (held.ended_at === null || held.ended_at > this.#now) &&
        held.starts_on <= this.#today &&
        (held.ends_on === null || held.ends_on >= this.#today) &&
        (held.whole_district || held.schools.includes(open.school_id)),
    )
  }

  #away = (personId: string) =>
    this.#facts.absences.find(
      ({ person_id, from_on, through_on, ended_on }) =>
        person_id === personId &&
        from_on <= this.#today &&
        through_on >= this.#today &&
        (ended_on === null || ended_on > this.#today),
    )

  #seen = (open: Open): boolean =>
    this.#facts.people.some(({ id }) => this.#works(id, open, readers[open.kind]))

  /** Somebody who finds it on a list, and is not away. */
  #there = (open: Open): boolean =>
    this.#facts.people.some(
      ({ id }) => this.#works(id, open, readers[open.kind]) && this.#away(id) === undefined,
    )

  /** Whoever owns it is there, or whoever stands in; where it is of a whole queue, somebody sees it. */
  #owned(open: Open): boolean {
    const { owner_id: owner } = open
    if (queues.includes(open.kind)) return this.#there(open)
    if (owner === null) return open.kind === 'concern' && this.#seen(open)
    const away = this.#away(owner)
    if (away === undefined) return this.#works(owner, open)
    const line = [owner]
    for (let next = away.backup_id; !line.includes(next); ) {
      line.push(next)
      const further = this.#away(next)
      if (further === undefined) return this.#works(next, open)
      next = further.backup_id
    }
    return false
  }

  #clocked({ kind, id, due }: Open): boolean {
    if (kind !== 'incident') return due !== null
    return this.#facts.timers.some(({ key }) => key.endsWith(id))
  }

  /** What is missing of something open: an owner, a next action, a clock, a queue. */
  lacks(open: Open): string[] {
    return [
      ...(this.#owned(open) ? [] : ['owner']),
      ...(open.next === null ? ['next action'] : []),
      ...(this.#clocked(open) ? [] : ['clock']),
      ...(this.#seen(open) ? [] : ['queue']),
    ]
  }

  /** Everything open, with what is missing of it. */
  lost = (): { open: Open; lacks: string[] }[] =>
    this.#facts.open
      .map((open) => ({ open, lacks: this.lacks(open) }))
      .filter(({ lacks }) => lacks.length > 0)

  /**
   * Crises of which only somebody was told who is not there, while others are.
   * @param known what people had been told a step ago
   */
  unheard = (known: ReadonlySet<string>): Open[] =>
    this.#facts.open.filter((open) => {
      const now = this.#facts.told.filter(({ id, subject_id }) => subject_id === open.id && !known.has(id))
      const hears = ({ person_id }: { person_id: string }) =>
        this.#works(person_id, open) && this.#away(person_id) === undefined
      return open.kind === 'incident' && now.length > 0 && !now.some(hears) && this.#there(open)
    })

  /** Concerns nobody decided in their time: the round that was just made has kept that of each. */
  lateConcerns = (): string[] =>
    this.#facts.open
      .filter(({ kind, due }) => kind === 'concern' && due !== null && new Date(due) <= this.#now)
      .map(({ id }) => id)

  /** The referrals it was passed on from, itself among them. */
  #chain(id: string): string[] {
    const before = this.#facts.predecessors.find((each) => each.id === id)?.predecessor_id ?? null
    return before === null ? [id] : [id, ...this.#chain(before)]
  }

  /** Whether a lead has been told and it is not over, or a plan runs whose day has not come. */
  #told({ id }: Stalling): boolean {
    const chain = this.#chain(id)
    return this.#facts.escalations.some(
      (each) =>
        chain.includes(each.referral_id) &&
        (each.closed_at === null
          ? this.#facts.alerts.some(({ escalation_id }) => escalation_id === each.id)
          : each.ending === 'other_plan' && each.again_on !== null && each.again_on > this.#today),
    )
  }

  /** Stalls of high-need students that have run out, and of which nobody was told. */
  untold = (): { id: string; clock: string }[] =>
    this.#facts.referrals
      .filter(({ high_need }) => high_need)
      .flatMap((referral) =>
        this.#stalls(referral)
          .filter(({ due }) => due <= this.#now.getTime())
          .filter(() => !this.#told(referral))
          .map(({ clock }) => ({ id: referral.id, clock })),
      )

  #stalls(referral: Stalling): { clock: string; due: number }[] {
    const visits = this.#facts.visits.filter(({ referral_id }) => referral_id === referral.id)
    const booked = visits.some(({ result }) => result === null || result === 'attended')
    const pauses = this.#facts.pauses.filter(({ referral_id }) => referral_id === referral.id)
    return runningOf(referral, booked || referral.first_seen_at !== null).map(({ clock, since }) => ({
      clock,
      due: dueOf(clock, since, pauses),
    }))
  }
}
