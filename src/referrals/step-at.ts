import type { Step } from './next-step.ts'

/** What is owed as it reads now: a visit that is over is not to be held any more, its result is owed. */
export const stepAt = (step: Step, { dueAt, now }: { dueAt: Date; now: Date }): Step =>
  step === 'hold_visit' && dueAt <= now ? 'record_result' : step
