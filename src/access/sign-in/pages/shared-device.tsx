import { Choices } from '#design/contract.ts'
import type { View } from '../page.ts'
import { doorWords } from '../words.ts'

/** Asked where somebody signs in: on a device that others use too, the session ends sooner. */
export function SharedDevice({ view: { language, typed } }: { view: View }) {
  const say = doorWords(language)
  const options = [{ value: 'yes', label: say('shared'), hint: say('shared_note') }]
  return (
    <Choices name="shared" legend={say('device')} options={options} many chosen={typed['shared'] ?? []} />
  )
}
