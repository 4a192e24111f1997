import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id, text } from '#platform/given.ts'
import { helpers } from './policy.ts'
import { saveArranged } from './store.ts'
import { arrangingWords } from './words.ts'
import { subjectOfHelp, workOnHelp } from './work-on-help.ts'

/** How help was arranged: who drives, which office, whom to ask for. It stays owed until it was given. */
export const arrangeHelp = act({
  name: 'navigation/arrange-help',
  by: helpers,
  given: z.object({ helpId: id, arranged: text(300, 'Say how it was arranged') }),
  refusals: arrangingWords,
  async do(unit, { helpId, arranged }) {
    const help = await workOnHelp(unit, helpId)
    if (help.endedAt !== null) return refused(['ended_already'])
    saveArranged(unit, help, arranged)
    unit.record('help.arranged', subjectOfHelp(help), { kind: help.kind })
    return done({ helpId })
  },
})
