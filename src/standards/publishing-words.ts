import { catalog } from '#platform/words.ts'

/** What every form that publishes a version may say, and the field it is about. */
const everyVersion = {
  in_the_past: 'The day has passed. A version applies from today on, or later.',
  before_the_last: 'Another version begins later than this. Choose that day, or one after it.',
  nothing_changed: 'This is what the last version says. Nothing would change.',
}
export const fieldsOfVersion = {
  in_the_past: 'inForceOn',
  before_the_last: 'inForceOn',
  cleared_ahead: 'clearedOn',
} as const

/** Why a version cannot be published, and what clears it. */
export const publishingWords = catalog({
  en: {
    ...everyVersion,
    not_well_formed:
      'Each tier needs a service, a way in and a way out, one on a line, in at most 300 characters each.',
  },
})

/** Why a version with other words or numbers cannot be published. */
export const editedWords = catalog({
  en: {
    ...everyVersion,
    not_well_formed: 'The numbers do not rise from one path to the next. Correct them.',
    row_stays: 'The product works by this row, so it stays on the list. Reword it instead.',
    too_few_answers: 'Each question keeps two answers. Keep them, or leave out the whole question.',
    nothing_immediate:
      'At least one answer has to indicate immediate risk. Keep such a question, or add one.',
    out_of_reach:
      'The points of all questions do not reach the number of a path any more. Lower that number, or keep questions.',
    lists_not_whole:
      'Each list keeps a choice in use. Say each choice in at most 120 characters, and without blame.',
    rules_not_whole: 'Each rule needs words, in at most 400 characters.',
    change_without_rule:
      'A change would have no rule of who calls whom. Keep one from any path or tier, or write one for each.',
    change_twice: 'Two rules are for the same change. Leave one of them out.',
    time_is_tied:
      'Paths (b) and (c) keep their time standard, so their rules have no time of their own. Leave it empty.',
    limit_twice: 'Two limits are for the same step, tier and need. Leave one of them out.',
    loosens_flat:
      'A flat standard of the model would be looser. That takes a decision right, so it is not published here.',
  },
})

/** Why a version of who decides in triage cannot be published. */
export const triageStaffWords = catalog({
  en: {
    ...everyVersion,
  },
})

/** Why a version of who may know what cannot be published. */
export const minimumNecessaryWords = catalog({
  en: {
    ...everyVersion,
    wider: 'This role never knows that for this purpose. Nobody can be shown more than what ships.',
  },
})

/** Why a version of the signals cannot be published. */
export const signalsWords = catalog({
  en: {
    ...everyVersion,
    cleared_ahead:
      'The day of the clearance lies ahead. Publish once the legal office has cleared the lists.',
    not_short:
      'Keep one to six signals in use in each list, in at most 60 characters each, and say them without blame.',
  },
})

/** Why a proposed version cannot be signed, or cannot come in force. */
export const signingWords = catalog({
  en: {
    outdated: 'Another version was proposed or published since. That one counts.',
    published_already: 'This version is in force already.',
    signatures_missing: 'Not every agency has signed it. It comes in force when all have.',
    approver_missing: 'No agency could sign it. Say who approved it for the district.',
    approval_day_missing: 'Say on which day it was approved.',
    approval_ahead: 'The day of the approval lies ahead. Put it in force once it is approved.',
    document_missing: 'Say in which document the approval stands.',
    signed_already: 'Your agency has signed this version.',
  },
})

/** Why a shipped sample cannot be approved. */
export const approvingWords = catalog({
  en: {
    no_sample: 'This is a version of the district already, so there is nothing to approve.',
    another_waits: 'A later version begins soon. What begins then counts, so approve that.',
  },
})
