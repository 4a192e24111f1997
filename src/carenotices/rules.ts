import type { CareNotice, StepKind, Support } from './care-notice.ts'

/** Whether a notice still stands: after its days nobody at school reads it [R348]. */
export const stands = ({ expiresAt }: Pick<CareNotice, 'expiresAt'>, now: Date): boolean => now < expiresAt

export type ObstacleToMatching = 'matched_already' | 'not_here_said' | 'another_school'

/** What stands in the way of saying which student a notice is about. */
export function obstaclesToMatching(
  notice: Pick<CareNotice, 'schoolId' | 'studentId'>,
  { schoolId, steps }: { schoolId: string | null; steps: readonly { kind: StepKind }[] },
): ObstacleToMatching[] {
  return [
    ...(notice.studentId === null ? [] : ['matched_already' as const]),
    ...(steps.some(({ kind }) => kind === 'not_here') ? ['not_here_said' as const] : []),
    ...(schoolId === notice.schoolId ? [] : ['another_school' as const]),
  ]
}

export type ObstacleToStep =
  | 'match_first'
  | 'matched_already'
  | 'not_here_said'
  | 'in_triage_already'
  | 'support_missing'

/** What stands in the way of writing down what was done [R347]. */
export function obstaclesToStep(
  notice: Pick<CareNotice, 'studentId'>,
  step: { kind: StepKind; support?: Support | undefined },
  earlier: readonly { kind: StepKind }[],
): ObstacleToStep[] {
  const said = (kind: StepKind) => earlier.some((each) => each.kind === kind)
  if (said('not_here')) return ['not_here_said']
  if (step.kind === 'not_here') return notice.studentId === null ? [] : ['matched_already']
  return [
    ...(notice.studentId === null ? ['match_first' as const] : []),
    ...(step.kind === 'support' && step.support === undefined ? ['support_missing' as const] : []),
    ...(step.kind === 'triage' && said('triage') ? ['in_triage_already' as const] : []),
  ]
}

/** The people to tell, those who are told at once before those who stand in. */
export type WhoIsTold<P> = { first: readonly P[]; backup: readonly P[] }

/**
 * Who is told at a school: whoever is designated. Where nobody is, whoever answers for the school, so that no
 * notice reaches nobody; and where nobody stands in, the same.
 * @param staff who works there now and may be told @param leads who answers for the school, in their order
 */
export function whoIsTold<P extends { id: string }>(
  { staff, leads }: { staff: readonly P[]; leads: readonly P[] },
  named: readonly { personId: string; position: number }[],
): WhoIsTold<P> {
  const at = (position: number) =>
    staff.filter(({ id }) => named.some((each) => each.personId === id && each.position === position))
  const first = at(1).length > 0 ? at(1) : leads
  const backup = at(2).length > 0 ? at(2) : leads
  return { first, backup: backup.filter(({ id }) => !first.some((each) => each.id === id)) }
}
