import { acknowledgeConcern } from '#concerns/acknowledge-concern.ts'
import { decideTriage } from '#concerns/decide-triage.ts'
import { raiseConcern } from '#concerns/raise-concern.ts'
import { screenConcern } from '#concerns/screen-concern.ts'
import { cast, type CastKey } from '../cast.ts'
import { answersFor } from './answers.ts'
import { Walker } from './walker.ts'

/** From a concern to the path it takes. */
export class ConcernWalk extends Walker {
  async raise(
    observed: string,
    {
      by = this.family.school === 'harlow' ? 'karen' : 'joan',
      urgency = 'this_week',
    }: { by?: CastKey; urgency?: string } = {},
  ) {
    const reporter = this.family.school === 'larkspur' && by === 'joan' ? 'ines' : by
    const raised = await this.by(reporter, raiseConcern, {
      studentId: this.family.id,
      observed,
      setting: 'Classroom',
      urgency,
    })
    this.concernId = raised.concernId
  }

  async decide(
    path: 'a' | 'b' | 'c',
    { answers = path, ...more }: { answers?: 'a' | 'b' | 'c' } & Record<string, unknown> = {},
  ) {
    const { concernId } = this
    await this.by(this.counselor, acknowledgeConcern, { concernId })
    const screened = await this.by(this.counselor, screenConcern, {
      concernId,
      version: 1,
      answers: answersFor[answers],
    })
    const decided = await this.by(this.counselor, decideTriage, {
      concernId,
      screeningId: screened.screeningId,
      path,
      tier: path === 'a' ? 2 : 3,
      reasonCategory: 'worry_and_sleep',
      entryCriterion:
        path === 'a' ? 'triage_decision' : path === 'c' ? 'after_a_crisis' : 'tier_2_not_enough',
      ...(path === 'b' && { navigatorId: cast[this.navigator].id }),
      ...more,
    })
    if (path === 'b' && typeof decided.openedId === 'string') this.referralId = decided.openedId
    return decided
  }
}
