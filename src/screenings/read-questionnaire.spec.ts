import { describe, expect, test } from 'vitest'
import { readQuestionnaire } from './read-questionnaire.ts'
import { bytesOf, sampleQuestionnaire } from './sample-for-specs.ts'

const [lead, group] = sampleQuestionnaire.item
const [question] = (group as { item: Record<string, unknown>[] }).item
const read = (value: unknown) => readQuestionnaire(bytesOf(value))
const withItems = (...item: unknown[]) => read({ ...sampleQuestionnaire, item })
const amiss = (why: string) => ({ amiss: why })
const weights = (...points: unknown[]) =>
  points.map((valueDecimal, at) => ({
    extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/itemWeight', valueDecimal }],
    valueCoding: { code: `c${at}` },
  }))

describe('An instrument', () => {
  test('is a FHIR Questionnaire: its questions in order, each answer with its points, and none of its words', () => {
    const instrument = read(sampleQuestionnaire)
    const answers = [
      { code: 'never', points: 0 },
      { code: 'some_days', points: 1 },
      { code: 'most_days', points: 2 },
    ]
    expect(instrument).toEqual({
      url: 'https://throughline.example/Questionnaire/sample-days',
      version: '1',
      title: 'Sample: days',
      sample: true,
      items: ['d1', 'd2', 'd3', 'd4'].map((linkId) => ({ linkId, answers })),
    })
  })

  test('may weigh its answers as later releases do, and is no sample unless it says so', () => {
    const { experimental: _, ...form } = sampleQuestionnaire
    const instrument = read({ ...form, item: [{ ...question, answerOption: weights(3, 0) }] })
    expect(instrument).toMatchObject({ sample: false, items: [{ answers: [{ points: 3 }, { points: 0 }] }] })
    expect(read({ ...form, status: 'draft' })).toMatchObject({ sample: true })
  })

  test('that is none, has no name or was withdrawn is refused with why', () => {
    expect(read('{"resourceType": "Questionnaire"')).toEqual(amiss('not_json'))
    expect(readQuestionnaire(new Uint8Array([0xff, 0xfe]))).toEqual(amiss('not_json'))
    expect(read({ ...sampleQuestionnaire, resourceType: 'Bundle' })).toEqual(amiss('not_questionnaire'))
    expect(read([])).toEqual(amiss('not_questionnaire'))
    expect(withItems({ linkId: 7, type: 'choice' })).toEqual(amiss('not_questionnaire'))
    expect(read({ ...sampleQuestionnaire, version: ' ' })).toEqual(amiss('no_name'))
    expect(read({ ...sampleQuestionnaire, title: 'x'.repeat(201) })).toEqual(amiss('no_name'))
    expect(read({ ...sampleQuestionnaire, status: 'retired' })).toEqual(amiss('withdrawn'))
  })

  test('that cannot be scored whole is refused: open or conditional questions, answers without points', () => {
    expect(withItems(lead)).toEqual(amiss('no_items'))
    expect(withItems({ ...question, type: 'text' })).toEqual(amiss('item_open'))
    expect(withItems({ ...question, repeats: true })).toEqual(amiss('item_open'))
    expect(withItems({ ...question, enableWhen: [{ question: 'd2' }] })).toEqual(amiss('item_conditional'))
    expect(withItems({ ...question, answerOption: undefined })).toEqual(amiss('item_without_points'))
    for (const wrong of [undefined, 0.5, -1, 1001])
      expect(withItems({ ...question, answerOption: weights(0, wrong) })).toEqual(
        amiss('item_without_points'),
      )
    expect(withItems(question, question)).toEqual(amiss('item_twice'))
    const [one] = weights(0)
    expect(withItems({ ...question, answerOption: [one, one] })).toEqual(amiss('answer_twice'))
    const many = Array.from({ length: 101 }, (_, at) => ({ ...question, linkId: `d${at}` }))
    expect(withItems(...many)).toEqual(amiss('too_many_items'))
  })

  test('that says something else is to be understood first is not read without it', () => {
    const modifierExtension = [{ url: 'https://example.org/reversed' }]
    expect(read({ ...sampleQuestionnaire, modifierExtension })).toEqual(amiss('not_understood'))
    expect(withItems({ ...question, modifierExtension })).toEqual(amiss('not_understood'))
    let deep: object = { ...question }
    for (let depth = 0; depth < 6; depth++) deep = { linkId: `g${depth}`, type: 'group', item: [deep] }
    expect(withItems(deep)).toEqual(amiss('not_understood'))
  })
})
