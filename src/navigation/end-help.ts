import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { clearBarrier } from '#handoffs/contract.ts'
import { choice, day, id, optionalText } from '#platform/given.ts'
import { helpOutcomes } from './help.ts'
import { helpers } from './policy.ts'
import { obstaclesToEnding } from './rules.ts'
import { clearedWords, helpWords } from './screen-words.ts'
import { saveEnded, type SeenHelp } from './store.ts'
import { endingWords } from './words.ts'
import { subjectOfHelp, workOnHelp } from './work-on-help.ts'

const Ending = z.object({
  helpId: id,
  outcome: choice(helpOutcomes, 'Choose how it ended'),
  /** The day the help was given; today when left out. */
  happenedOn: day.optional(),
  result: optionalText(300),
})

/** What was done clears the barrier the help was asked for, unless somebody cleared it meanwhile [R064]. */
async function clear(unit: Unit, help: SeenHelp, result: string | null) {
  if (help.barrierId === null) return
  const kind = helpWords()(help.kind)
  await clearBarrier(
    unit,
    { id: help.referralId, studentId: help.studentId },
    {
      barrierId: help.barrierId,
      action: help.arranged ?? help.need ?? kind,
      result: result ?? clearedWords()('given', { kind }),
    },
  )
}

/** How help ended: given on a day, or not and why not [R056] [R058]. */
export const endHelp = act({
  name: 'navigation/end-help',
  by: helpers,
  given: Ending,
  refusals: endingWords,
  async do(unit, { helpId, outcome, ...said }) {
    const help = await workOnHelp(unit, helpId)
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    const happenedOn = said.happenedOn ?? today
    const because = obstaclesToEnding({ help, said: { outcome, happenedOn, result: said.result }, today })
    if (because.length > 0) return refused(because)

    const given = outcome === 'done'
    const result = said.result || null
    saveEnded(unit, help, { outcome, happened: given ? happenedOn : null, result })
    unit.record('help.ended', subjectOfHelp(help), { kind: help.kind, outcome })
    if (given) await clear(unit, help, result)
    return done({ helpId })
  },
})
