import type { View } from '#access/screen.ts'
import { Choices, kept, keptAll } from '#design/contract.ts'
import { languageName, offeredLanguages } from '#people/contract.ts'
import { type Offer, modalities, payers } from '../partner.ts'
import { screenWords } from '../screen-words.ts'
import { directoryWords } from '../words.ts'

const say = screenWords()
const said = directoryWords()

type Several = {
  name: string
  legend: string
  options: { value: string; label: string }[]
  held?: readonly string[] | undefined
  view: View
}

/** Where somebody else saved while this was answered, what is chosen now is said beside it. */
const Several = ({ name, legend, options, held = [], view }: Several) => {
  const { error } = kept(view)(name)
  const chosen = keptAll(view, name, held)
  const differs =
    view.problem?.code === 'changed_meanwhile' &&
    options.some(({ value }) => chosen.includes(value) !== held.includes(value))
  const now = options.filter(({ value }) => held.includes(value)).map(({ label }) => label)
  return (
    <Choices
      name={name}
      legend={legend}
      options={options}
      chosen={chosen}
      {...(differs && { meanwhile: now.join(', ') })}
      many
      inline="columns"
      {...(error !== undefined && { error })}
    />
  )
}

/** Those of the list, and before them what an agency has besides: none is lost because the list is short. */
const languagesWith = (held: readonly string[]) => [
  ...held.filter((tag) => !(offeredLanguages as readonly string[]).includes(tag)),
  ...offeredLanguages,
]

const times = [
  { name: 'afterSchool', legend: 'add_times', label: 'add_after_school' },
  { name: 'weekends', legend: 'weekends', label: 'add_weekends' },
] as const

/** How and in which languages an agency sees families, when, and who pays: what a family weighs [R037]. */
export const OfferFields = ({ view, held }: { view: View; held?: Offer }) => (
  <>
    <Several
      name="languages"
      legend={say('add_languages')}
      options={languagesWith(held?.languages ?? []).map((value) => ({ value, label: languageName(value) }))}
      held={held?.languages}
      view={view}
    />
    <Several
      name="modalities"
      legend={say('add_modalities')}
      options={modalities.map((value) => ({ value, label: said(`modality_${value}`) }))}
      held={held?.modalities}
      view={view}
    />
    <Several
      name="payers"
      legend={say('add_payers')}
      options={payers.map((value) => ({ value, label: said(`payer_${value}`) }))}
      held={held?.payers}
      view={view}
    />
    {times.map(({ name, legend, label }) => (
      <Several
        name={name}
        legend={say(legend)}
        options={[{ value: 'yes', label: say(label) }]}
        held={held?.[name] === true ? ['yes'] : []}
        view={view}
      />
    ))}
  </>
)
