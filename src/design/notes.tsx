import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'
import { sharedWords } from './words.ts'

type NotesProps = {
  id: string
  hint?: ComponentChildren
  error?: string | undefined
  /** What stands there now, as a person reads it; empty when nothing does. */
  meanwhile?: string | undefined
  lang?: string | undefined
}

/** The ids of the notes on a control, for a screen reader to read with it. */
export const describedBy = ({ id, hint, error, meanwhile }: NotesProps): string | undefined =>
  classNames(
    hint !== undefined && `${id}-hint`,
    meanwhile !== undefined && `${id}-meanwhile`,
    error !== undefined && `${id}-error`,
  )

/** What helps to answer, what somebody else saved meanwhile, then what was wrong with the answer. */
export const Notes = ({ id, hint, error, meanwhile, lang }: NotesProps) => (
  <>
    {hint !== undefined && (
      <div class="hint" id={`${id}-hint`}>
        {hint}
      </div>
    )}
    {meanwhile !== undefined && (
      <div class="hint" id={`${id}-meanwhile`}>
        {meanwhile === ''
          ? sharedWords(lang)('nothing_now')
          : sharedWords(lang)('there_now', { text: meanwhile })}
      </div>
    )}
    {error !== undefined && (
      <div class="error" id={`${id}-error`}>
        <span class="vh">{sharedWords(lang)('error')} </span>
        {error}
      </div>
    )}
  </>
)
