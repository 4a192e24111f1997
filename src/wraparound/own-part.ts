import type { MemberRole, MemberSide, StepKind, StepOutcome } from './team.ts'

/** One row of what stands beside an agency's own part: another member, with one thing they do if any. */
export type Beside = {
  readonly teamId: string
  readonly memberId: string
  readonly side: MemberSide
  readonly role: MemberRole
  readonly agency: string | null
  readonly what: StepKind | null
  readonly dueOn: string | null
  readonly outcome: StepOutcome | null
}
export type OwnStep = {
  readonly teamId: string
  readonly what: StepKind
  readonly dueOn: string
  readonly outcome: StepOutcome | null
}

/** Another member as an agency reads them: no person's name, and an agency's where its own yes holds. */
export type MemberSeen = Pick<Beside, 'side' | 'role' | 'agency'> & {
  readonly steps: readonly Omit<OwnStep, 'teamId'>[]
}

/** Of one team what an agency reads: its own steps, and of the others who does what by when [R173]. */
export function ownPart(teamId: string, known: { own: readonly OwnStep[]; beside: readonly Beside[] }) {
  const others = Map.groupBy(
    known.beside.filter((each) => each.teamId === teamId),
    ({ memberId }) => memberId,
  )
  return {
    own: known.own.flatMap(({ teamId: team, ...step }) => (team === teamId ? [step] : [])),
    others: [...others.values()].map((rows): MemberSeen => {
      const [{ side, role, agency }] = rows as [Beside, ...Beside[]]
      const steps = rows.flatMap(({ what, dueOn, outcome }) =>
        what === null || dueOn === null ? [] : [{ what, dueOn, outcome }],
      )
      return { side, role, agency, steps }
    }),
  }
}
