/**
 * The six questions, in the one order they always stand in: who holds clinical responsibility, how consent
 * was captured, how information is shared, when the next appointment is, what happens if risk rises, how
 * progress is measured [R081].
 */
export const questions = ['responsibility', 'consent', 'sharing', 'next_visit', 'risk', 'progress'] as const
export type Question = (typeof questions)[number]

/** The facts the six are judged by, for a student whose referral is open or who is held at school. */
export type SixFacts = {
  /** Somebody accepted clinical responsibility and still holds it. */
  readonly held: boolean
  /** Since when the student is at high risk while nobody clinical holds them; null where that is not so. */
  readonly clinicianOwedSince: Date | null
  /** The family answered the question whether the referral may be sent, whatever it said. */
  readonly consentAsked: boolean
  /** It said no to sending it: nobody outside is to answer for the student. */
  readonly declined: boolean
  readonly nextVisitAt: Date | null
  /** The earliest visit that is over and of which nobody has said what came of it. */
  readonly unreportedAt: Date | null
  /** The agency may not tell what comes of a visit: the family is asked instead. */
  readonly askFamily: boolean
  /** By when the school asks for the next visit; with what is owed next when it has no time of its own. */
  readonly nextVisitDueAt: Date | null
  /** All that was owed is there, the one-month answer too: what is left is to close the referral. */
  readonly onlyToClose: boolean
  /** Somebody leads in a crisis at this school. */
  readonly crisisLead: boolean
  readonly measured: boolean
  /** Who sees it through: the navigator of the referral, or whoever has it at school. */
  readonly navigator: string
  readonly partner: string | null
  /** Who decided the path, or else the navigator: they bring people together about measures. */
  readonly decider: string
  readonly nextOwner: 'navigator' | 'partner' | 'lead' | null
  readonly nextDueAt: Date
  readonly handoffDueAt: Date
  /** The first progress meeting: measures are agreed by then. */
  readonly measuresDueAt: Date
  /** Who sees to it that a school has a crisis lead. */
  readonly head: string
  readonly now: Date
}

/** An answer that is missing, with who owes it and by when [R081]. */
export type Gap = {
  readonly question: Question
  readonly owner: string
  readonly dueAt: Date
  /** What is missing is the result of a visit that was due then. */
  readonly resultOf?: Date
  /** The student is at high risk, and whoever holds them is no clinician. */
  readonly atRisk?: true
}

/** The next visit is not known: it has to be booked, or first somebody says what came of the last. */
function visitGap(facts: SixFacts, turn: string): Gap {
  const { unreportedAt, askFamily, partner, navigator } = facts
  if (unreportedAt === null)
    return { question: 'next_visit', owner: turn, dueAt: facts.nextVisitDueAt ?? facts.nextDueAt }
  const owner = askFamily || partner === null ? navigator : partner
  return { question: 'next_visit', owner, dueAt: unreportedAt, resultOf: unreportedAt }
}

/** Nobody holds the student; at high risk nobody clinical: that is the school’s to fill, at once [R156]. */
function responsibilityGap(facts: SixFacts, turn: string): Gap & { missing: boolean } {
  const { clinicianOwedSince: since, navigator, held, declined, nextDueAt } = facts
  const gap = { question: 'responsibility' as const }
  return since === null
    ? { ...gap, missing: !held && !declined, owner: turn, dueAt: nextDueAt }
    : { ...gap, missing: true, owner: navigator, dueAt: since, atRisk: true }
}

/**
 * Which of the six are missing. A question is asked by a person who can answer it, and never without a day.
 */
export function gapsOf(facts: SixFacts): Gap[] {
  const turn = facts.nextOwner === 'partner' && facts.partner !== null ? facts.partner : facts.navigator
  const all: (Gap & { missing: boolean })[] = [
    responsibilityGap(facts, turn),
    { question: 'consent', missing: !facts.consentAsked, owner: facts.navigator, dueAt: facts.handoffDueAt },
    { question: 'sharing', missing: !facts.consentAsked, owner: facts.navigator, dueAt: facts.handoffDueAt },
    {
      ...visitGap(facts, turn),
      missing: facts.nextVisitAt === null && !facts.onlyToClose && !facts.declined,
    },
    { question: 'risk', missing: !facts.crisisLead, owner: facts.head, dueAt: facts.now },
    {
      question: 'progress',
      missing: !facts.measured && !facts.declined,
      owner: facts.decider,
      dueAt: facts.measuresDueAt,
    },
  ]
  return all.filter(({ missing }) => missing).map(({ missing: _, ...gap }) => gap)
}
