import { z } from 'zod'

/** Who does the work that an act asks for: a job at once, or the command that asked, in its own process. */
export const workedBy = z.enum(['job', 'caller']).default('job')

/** Longer than the largest roster takes: then whoever worked on it was stopped, and a job takes over. */
const takeOverAfter = 30 * 60_000

/** When the job of an act is due. @returns nothing for at once */
export const whenToWork = ({ workedBy }: { workedBy: 'job' | 'caller' }, now: Date): { at?: Date } =>
  workedBy === 'job' ? {} : { at: new Date(now.getTime() + takeOverAfter) }
