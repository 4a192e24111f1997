import { Choices, Field, type kept } from '#design/contract.ts'
import { say } from './screen-words.ts'

/** What may be known of an incident at its start or later. None of it is needed. */
export const Facts = ({ field }: { field: ReturnType<typeof kept> }) => {
  const { value, ...premises } = field('onPremises')
  const options = (['yes', 'no'] as const).map((answer) => ({ value: answer, label: say(answer) }))
  return (
    <>
      <Field {...field('place')} optional label={say('place')} hint={say('place_hint')} />
      <Choices {...premises} legend={say('premises')} options={options} chosen={value ?? []} inline />
      <Field {...field('servicesCalled')} optional label={say('services')} hint={say('services_hint')} />
    </>
  )
}
