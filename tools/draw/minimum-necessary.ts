import { dataClassWords } from '#access/data-class-words.ts'
import { assignableRoles, roleWords } from '#access/roles.ts'
import { shippedCells } from '#access/shipped-minimum-necessary.ts'
import { dataClasses } from '#database/classes.ts'
import { purposeWords } from '#standards/knowing-words.ts'
import { type Drawing, page, table } from './drawing.ts'

/** Who may know what as it ships, role by role. A district reads its own among its standards. */
export function drawMinimumNecessary(): Drawing {
  const say = purposeWords()
  const chapters = assignableRoles.map((role) => {
    const rows = dataClasses.flatMap((dataClass) => {
      const known = shippedCells[role]?.[dataClass]?.for ?? []
      return known.length === 0
        ? []
        : [[dataClassWords()(dataClass), known.map((each) => say(each)).join('. ')]]
    })
    return `## ${roleWords()(role)}\n\n${table(['may know', 'what for'], rows)}`
  })
  const intro =
    'As it ships. What stands nowhere, nobody in the role is shown. A district may say less, and never more.'
  return page('minimum-necessary', 'Who may know what', [intro, ...chapters])
}
