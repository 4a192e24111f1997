import { z } from 'zod'
import type { Answer, InstrumentRead, Item } from './instrument.ts'

/** Why an instrument cannot be taken. */
export type WhyNoInstrument =
  | 'not_json'
  | 'not_questionnaire'
  | 'no_name'
  | 'withdrawn'
  | 'not_understood'
  | 'no_items'
  | 'too_many_items'
  | 'item_open'
  | 'item_conditional'
  | 'item_without_points'
  | 'item_twice'
  | 'answer_twice'

/** Columns of a file of answers that name no question. */
const ownColumns = ['student', 'date']

/** Limits of what is read: no instrument for a whole school comes near them. */
const [mostItems, mostAnswers, deepest, most] = [100, 20, 5, 1000]

/**
 * Where FHIR R4 keeps what an answer counts: the extension of R4, that of questionnaires in STU3, and the
 * weight of later releases, which forms of today are written with.
 */
const pointsAt = [
  'http://hl7.org/fhir/StructureDefinition/ordinalValue',
  'http://hl7.org/fhir/StructureDefinition/questionnaire-ordinalValue',
  'http://hl7.org/fhir/StructureDefinition/itemWeight',
]

const Extensions = z.array(z.object({ url: z.string(), valueDecimal: z.number().optional() })).optional()
const Modifiers = z.array(z.unknown()).optional()
const Option = z.object({
  extension: Extensions,
  modifierExtension: Modifiers,
  valueCoding: z.object({ code: z.string().optional(), extension: Extensions }).optional(),
})
const Fields = z.object({
  linkId: z.string(),
  type: z.string(),
  repeats: z.boolean().optional(),
  enableWhen: z.array(z.unknown()).optional(),
  modifierExtension: Modifiers,
  answerOption: z.array(Option).optional(),
})
type Field = z.output<typeof Fields> & { item?: Field[] | undefined }
const FieldTree: z.ZodType<Field> = Fields.extend({
  get item() {
    return z.array(FieldTree).optional()
  },
})
const Questionnaire = z.object({
  url: z.string().optional(),
  version: z.string().optional(),
  title: z.string().optional(),
  name: z.string().optional(),
  status: z.string(),
  experimental: z.boolean().optional(),
  modifierExtension: Modifiers,
  implicitRules: z.unknown().optional(),
  item: z.array(FieldTree).optional(),
})

class Amiss extends Error {
  readonly why: WhyNoInstrument
  constructor(why: WhyNoInstrument) {
    super(why)
    this.why = why
  }
}
/** A code as it stands in a cell of a file: no blank at its ends, and not as long as a sentence. */
const isCode = (code: string) => /^\S(?:[^\n\r]{0,58}\S)?$/.test(code)

function pointsOf({ extension, valueCoding }: z.output<typeof Option>): number {
  const said = [...(extension ?? []), ...(valueCoding?.extension ?? [])]
  const points = said.find(({ url }) => pointsAt.includes(url))?.valueDecimal
  if (points === undefined || !Number.isInteger(points) || points < 0 || points > most)
    throw new Amiss('item_without_points')
  return points
}

function answersOf({ answerOption = [] }: Field): Answer[] {
  if (answerOption.length < 2 || answerOption.length > mostAnswers) throw new Amiss('item_without_points')
  const answers = answerOption.map((option) => {
    if (option.modifierExtension !== undefined) throw new Amiss('not_understood')
    const code = option.valueCoding?.code ?? ''
    if (!isCode(code)) throw new Amiss('item_without_points')
    return { code, points: pointsOf(option) }
  })
  if (new Set(answers.map(({ code }) => code)).size < answers.length) throw new Amiss('answer_twice')
  return answers
}

/** The questions below one item, in their order. What only groups or explains is gone through or left out. */
function itemsOf(field: Field, depth: number): Item[] {
  if (field.modifierExtension !== undefined || depth > deepest) throw new Amiss('not_understood')
  if ((field.enableWhen ?? []).length > 0) throw new Amiss('item_conditional')
  const below = (field.item ?? []).flatMap((each) => itemsOf(each, depth + 1))
  if (field.type === 'group') return below
  if (field.type === 'display') return []
  // What is typed or chosen freely would be words about a child: no such instrument is taken.
  if (field.type !== 'choice' || field.repeats === true) throw new Amiss('item_open')
  if (!isCode(field.linkId) || ownColumns.includes(field.linkId)) throw new Amiss('not_understood')
  return [{ linkId: field.linkId, answers: answersOf(field) }, ...below]
}

function parsed(bytes: Uint8Array): z.output<typeof Questionnaire> {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // A wrong encoding and broken JSON have one remedy: export the instrument again.
    throw new Amiss('not_json')
  }
  const is = z.object({ resourceType: z.literal('Questionnaire') }).safeParse(json)
  const read = Questionnaire.safeParse(json)
  if (!is.success || !read.success) throw new Amiss('not_questionnaire')
  return read.data
}

function instrumentOf(form: z.output<typeof Questionnaire>): InstrumentRead {
  const { url = '', version = '', name = '', title = name, status, experimental = false } = form
  // What says that it changes how everything else is read is not read without knowing how.
  if (form.modifierExtension !== undefined || form.implicitRules !== undefined)
    throw new Amiss('not_understood')
  const named = [url, version, title].map((each) => each.normalize('NFC').trim())
  if (named.some((each) => each === '' || each.length > 200)) throw new Amiss('no_name')
  if (status !== 'active' && status !== 'draft') throw new Amiss('withdrawn')
  const items = (form.item ?? []).flatMap((each) => itemsOf(each, 1))
  if (items.length === 0) throw new Amiss('no_items')
  if (items.length > mostItems) throw new Amiss('too_many_items')
  if (new Set(items.map(({ linkId }) => linkId)).size < items.length) throw new Amiss('item_twice')
  const [known = '', edition = '', called = ''] = named
  return { url: known, version: edition, title: called, sample: experimental || status === 'draft', items }
}

/**
 * Reads an instrument: a FHIR Questionnaire (R4, JSON) of which every question has answers to choose from and
 * every answer its points. Of the wording nothing is kept: it is the publisher's.
 * @param bytes JSON in UTF-8
 */
export function readQuestionnaire(bytes: Uint8Array): InstrumentRead | { readonly amiss: WhyNoInstrument } {
  try {
    return instrumentOf(parsed(bytes))
  } catch (error) {
    if (error instanceof Amiss) return { amiss: error.why }
    throw error
  }
}
