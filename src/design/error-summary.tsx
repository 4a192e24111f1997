import { fieldId } from '#platform/field-id.ts'
import { sharedWords } from './words.ts'

type ErrorSummaryProps = {
  /** As a problem gives them: what to do, and the field it is about. */
  errors: readonly { says: string; field?: string }[]
  title?: string
  /** Leaves the focus where it is, for a summary that is not the first thing on its page. */
  still?: boolean
  lang?: string
}

/**
 * What needs a look, first in main. It takes the focus, and each line jumps to its field. Renders nothing
 * without errors. Reasons that belong to no field are read as they are.
 */
export function ErrorSummary({ errors, title, still = false, lang }: ErrorSummaryProps) {
  if (errors.length === 0) return null
  const say = sharedWords(lang)
  const inFields = errors.some((error) => error.field !== undefined)
  const heading = title ?? (inFields ? say('errors', { count: errors.length }) : say('blocked'))
  return (
    <div class="errors flow" role="alert" aria-labelledby="errors" tabindex={-1} autofocus={!still}>
      <h2 id="errors">{heading}</h2>
      <ul>
        {errors.map(({ says, field }) => (
          <li>{field === undefined ? says : <a href={`#${fieldId(field)}`}>{says}</a>}</li>
        ))}
      </ul>
    </div>
  )
}
