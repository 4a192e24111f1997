const plain: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
}

/**
 * The words of a name as search knows them: without accents, in lower case, letters that do not come apart
 * spelled out. Typing "nunez" finds Núñez and typing "núñez" finds Nunez. Other scripts keep their letters.
 */
export function nameWords(...names: (string | null | undefined)[]): string[] {
  const folded = names
    .join(' ')
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => plain[letter] ?? letter)
  return [...new Set(folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''))]
}

/** The order in which the database keeps words: by their bytes. */
export const byLetters = (one: string, other: string): number =>
  Buffer.compare(Buffer.from(one), Buffer.from(other))

/** Every two of some words, the one that comes first in the order of their letters first. */
export function wordPairs(words: readonly string[]): [word: string, later: string][] {
  const sorted = words.toSorted(byLetters)
  return sorted.flatMap((word, at) => sorted.slice(at + 1).map((later): [string, string] => [word, later]))
}

/** Initials of a name: all that an agency is shown once sharing has stopped. */
export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .filter((part) => part !== '')
    .map((part) => `${[...part][0] ?? ''}.`)
    .join(' ')
