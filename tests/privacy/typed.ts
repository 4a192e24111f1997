import type { Act } from '#access/act.ts'
import type { z } from 'zod'
import { house } from '../../src/compose.ts'
import { fieldsOf, withField } from '../promises/own-ids.ts'
import type { Markers } from './markers.ts'

/** Something somebody typed into an act while the stories were told. */
export type Typed = { act: string; field: string }

/** What is typed to find somebody: another word there would find nobody. */
const looksUp = new Set(['people/break-glass number'])
/** Who somebody at an agency is, and where they are written to: of no student. */
const ofNoStudent = new Set([
  ...['name', 'email', 'phone'].map((field) => `guests/register-contact ${field}`),
  'guests/add-phone phone',
])
/** What the stories leave open, and is said all the same, so that there is a word of ours in it. */
const filledIn = new Set(
  `people/block-access documentReference, exceptions/review-exception note, concerns/raise-concern setting,
   concerns/raise-concern schoolwork, concerns/raise-concern health, handoffs/settle-logistics transportNote,
   handoffs/settle-logistics bringNote, crisis/start-incident place, crisis/start-incident servicesCalled,
   crisis/describe-incident place, crisis/describe-incident servicesCalled, referrals/offer-times withWhom,
   concerns/answer-review note, referrals/close-referral stepDown`.split(/,\s+/),
)

/** Whether another word than what was typed would find nobody, or say nothing of a student. */
const asTyped = (what: string) => looksUp.has(what) || ofNoStudent.has(what)

/** A choice from a list that the act looks into by itself, as a form sends it. */
const isCode = (typed: string) => /^[a-z0-9_-]*$/.test(typed)

const takes = (field: z.ZodType, typed: string) => field.safeParse(typed).success

/** What a field takes that is ours: words, an address or a number; undefined where it takes a choice. */
function ours(markers: Markers<Typed>, { act, field, schema }: Typed & { schema: z.ZodType }) {
  const of = { act, field }
  const [one, other] = ['Zqsomething', 'Another word']
  if (takes(schema, one) && takes(schema, other)) return markers.word(of)
  if (takes(schema, 'zq@canary.example')) return `${markers.word(of)}@canary.example`
  return takes(schema, '9971234567') && !takes(schema, 'x') ? markers.number(of) : undefined
}

const at = (given: unknown, name: string): unknown =>
  name.split('.').reduce((inner, part) => (inner as Record<string, unknown> | undefined)?.[part], given)

function replaced(markers: Markers<Typed>, act: Act, given: object): object {
  return fieldsOf(act.given).reduce<object>((so, [field, schema]) => {
    const said = at(so, field)
    const typed = said === undefined && filledIn.has(`${act.name} ${field}`) ? 'Something' : said
    if (typeof typed !== 'string' || isCode(typed) || asTyped(`${act.name} ${field}`)) return so
    const word = ours(markers, { act: act.name, field, schema })
    if (word === undefined) return so
    // Where an act asks for a whole sentence, a word is not enough; an address stays one, however long.
    const sentence = `${word} ${word}`
    return withField(so, field, typed.length > 20 && takes(schema, sentence) ? sentence : word)
  }, given)
}

/**
 * While something is told, everybody types a word of ours wherever an act takes words.
 * @returns what was told
 */
export async function typing<T>(markers: Markers<Typed>, tell: () => Promise<T>): Promise<T> {
  const undo = house.resources.map(({ act }) => {
    const typed = act as unknown as { perform: Act['perform'] } & Act
    const { perform } = typed
    typed.perform = (doer, given, asking) => perform(doer, replaced(markers, typed, given as object), asking)
    return () => {
      typed.perform = perform
    }
  })
  return tell().finally(() => undo.forEach((each) => each()))
}
