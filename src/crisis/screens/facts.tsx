import { Choices, Field, type kept } from '#design/contract.ts'
import { waysKnown } from '../known-by.ts'
import { knownByWords } from './known-by-words.ts'
import { say } from './screen-words.ts'

const way = knownByWords()

/** What may be known of an incident at its start or later. None of it is needed. */
export const Facts = ({ field }: { field: ReturnType<typeof kept> }) => {
  const { value, ...premises } = field('onPremises')
  const { value: known, ...knownBy } = field('knownBy')
  const options = (['yes', 'no'] as const).map((answer) => ({ value: answer, label: say(answer) }))
  return (
    <>
      <Field {...field('place')} optional label={say('place')} hint={say('place_hint')} />
      <Choices {...premises} legend={say('premises')} options={options} chosen={value ?? []} inline />
      <Choices
        {...knownBy}
        legend={say('known_by')}
        options={waysKnown.map((each) => ({ value: each, label: way(each) }))}
        chosen={known ?? []}
      />
      <Field {...field('servicesCalled')} optional label={say('services')} hint={say('services_hint')} />
    </>
  )
}
