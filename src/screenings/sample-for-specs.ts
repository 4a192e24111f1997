/** Our own sample, made to try this out: its questions ask nothing, and its points mean nothing. */
const ordinal = (points: number) => ({
  url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue',
  valueDecimal: points,
})
const answerOption = ['never', 'some_days', 'most_days'].map((code, points) => ({
  valueCoding: {
    system: 'https://throughline.example/sample',
    code,
    display: code,
    extension: [ordinal(points)],
  },
}))
const item = (linkId: string) => ({
  linkId,
  type: 'choice',
  text: `Sample: not approved for use (${linkId})`,
  required: true,
  answerOption,
})

/** A FHIR Questionnaire of four questions in a group, marked as experimental. */
export const sampleQuestionnaire = {
  resourceType: 'Questionnaire',
  url: 'https://throughline.example/Questionnaire/sample-days',
  version: '1',
  title: 'Sample: days',
  status: 'active',
  experimental: true,
  item: [
    { linkId: 'lead', type: 'display', text: 'Sample: not approved for use' },
    { linkId: 'days', type: 'group', item: ['d1', 'd2', 'd3', 'd4'].map(item) },
  ],
}
export const bytesOf = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
