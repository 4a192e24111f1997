/** Some words of letters: no digit, and no sign that is not part of a name. */
const lettersOnly = /^[\p{L}\p{M}'’.-]+(?: [\p{L}\p{M}'’.-]+){0,5}$/u

/** Words that make a sentence and are nobody’s name, in the languages of the page. */
const ofSentences = new Set(
  [
    'the and was were is has had his their this that with from after when who been being saw seen hit hurt shot',
    'witnessed exposed arrested arrest father mother dad mom brother sister parent parents police violence home house',
    'fue era con su sus por desde cuando vio padre madre papá mamá hermano hermana policía violencia casa golpeó',
  ].flatMap((line) => line.split(' ')),
)

/** What stands small inside a long name. */
const particles = new Set(
  'de del la las los el y e da das do dos di du van der den von zu bin ibn al abu ter ten le'.split(' '),
)
/** So many words are a name however they are typed: beyond it each begins as a name does. */
const plainWords = 3

const hasNoCase = (word: string) => word.toLowerCase() === word.toUpperCase()
const beginsAsAName = (word: string) =>
  hasNoCase(word) ||
  particles.has(word) ||
  (/^\p{Lu}/u.test(word) && (word.length < 4 || /\p{Ll}/u.test(word)))

/**
 * Whether what was given is the name of somebody and nothing else, so that no sentence finds a place in a
 * notice [R346].
 */
export function isNameAlone(given: string): boolean {
  const plain = given.normalize('NFC').trim().replaceAll(/\s+/g, ' ')
  if (!lettersOnly.test(plain)) return false
  const words = plain.split(' ')
  if (words.some((word) => ofSentences.has(word.toLowerCase()))) return false
  return words.length <= plainWords || words.every(beginsAsAName)
}
