import { afterAll, beforeAll, describe, test } from 'vitest'
import { setStage, type Stage } from './stage.ts'
import { expectNothingNoted } from './watch.ts'

type Steps = (stage: Stage) => Promise<void>

/** Sets a stage, and tells one journey on it. */
function tell(title: string, steps: Steps, { scripts, timeout }: { scripts: boolean; timeout: number }) {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage({ scripts })
  }, 60_000)
  afterAll(() => stage?.leave(), 30_000)
  test(
    title,
    async () => {
      await steps(stage).catch(async (error: Error) => {
        throw new Error(`${error.message}\n\nWhat everybody had open:\n\n${await stage.scene()}`, {
          cause: error,
        })
      })
      expectNothingNoted(stage.watch)
    },
    timeout,
  )
}

/**
 * One journey through the whole system, told as steps: once with scripts on and once with scripts off.
 * @param title a sentence about people; carries the ids of the requirements it proves
 */
export function journey(title: string, steps: Steps, timeout = 240_000) {
  describe.each([
    { how: 'scripts on', scripts: true },
    { how: 'scripts off', scripts: false },
  ])('$how', ({ scripts }) => {
    tell(title, steps, { scripts, timeout })
  })
}

/** A journey on which everybody has windows of both kinds: those of the stage run scripts. */
export function journeyOfBoth(title: string, steps: Steps, timeout: number) {
  describe('scripts on and off', () => {
    tell(title, steps, { scripts: true, timeout })
  })
}
