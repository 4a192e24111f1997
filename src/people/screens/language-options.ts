import { languageName, offeredLanguages } from '../languages.ts'
import { screenWords } from '../screen-words.ts'

const say = screenWords()

/**
 * Languages to choose from, by name, with the one on record even when it is not offered, and Unknown first.
 */
export function languageOptions(held: string | undefined): { value: string; label: string }[] {
  const known = [...new Set<string>([...offeredLanguages, held ?? 'unknown'])].filter(
    (tag) => tag !== 'unknown',
  )
  const named = known.map((value) => ({ value, label: languageName(value) }))
  named.sort((one, other) => one.label.localeCompare(other.label))
  return [{ value: 'unknown', label: say('unknown') }, ...named]
}
