import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'
import { sharedWords } from './words.ts'

type NotesProps = {
  id: string
  hint?: ComponentChildren
  error?: string | undefined
  lang?: string | undefined
}

/** The ids of the notes on a control, for a screen reader to read with it. */
export const describedBy = ({ id, hint, error }: NotesProps): string | undefined =>
  classNames(hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`)

/** What helps to answer, then what was wrong with the answer. */
export const Notes = ({ id, hint, error, lang }: NotesProps) => (
  <>
    {hint !== undefined && (
      <div class="hint" id={`${id}-hint`}>
        {hint}
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
