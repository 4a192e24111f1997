import type { View } from '#access/screen.ts'
import { Button, Choices, Field, Form, kept, keptAll, KeyList } from '#design/contract.ts'
import { dayOf, dayWords } from '#district/contract.ts'
import type { SeenProfile } from '../look-profile.ts'
import { capacities, familyTransports, notAsked, workLimits } from '../profile.ts'
import { householdWords } from '../screen-words.ts'
import { capacityWords, familyTransportWords, limitWords } from '../words.ts'

const say = householdWords()
const limit = limitWords()
const transport = familyTransportWords()
const capacity = capacityWords()

type Props = { data: SeenProfile; view: View }

const optionsOf = <C extends string>(codes: readonly C[], word: (code: C) => string) => [
  { value: notAsked, label: say('not_asked') },
  ...codes.map((code) => ({ value: code, label: word(code) })),
]

const Stands = ({ data: { profile, calendar, today } }: { data: SeenProfile }) => {
  if (profile === undefined) return <p>{say('never_told')}</p>
  const limits = profile.workLimits.map((each) => limit(each)).join(', ')
  const way = profile.transport
  const carries = profile.capacity
  return (
    <>
      <KeyList
        items={[
          { key: say('limits_short'), value: limits === '' ? say('not_asked') : limits },
          { key: say('transport_short'), value: way === null ? say('not_asked') : transport(way) },
          { key: say('capacity_short'), value: carries === null ? say('not_asked') : capacity(carries) },
        ]}
      />
      <p class="quiet">
        {say('told_by', {
          name: profile.keptByName,
          day: dayWords(dayOf(calendar, profile.keptAt), today),
        })}
      </p>
    </>
  )
}

const Limits = ({ data, view }: Props) => {
  const { value: _, ...field } = kept(view)('workLimits')
  return (
    <Choices
      {...field}
      many
      inline="columns"
      legend={say('limits')}
      chosen={keptAll(view, 'workLimits', data.profile?.workLimits ?? [])}
      options={workLimits.map((code) => ({ value: code, label: limit(code) }))}
    />
  )
}

/** How they get there, and how much they carry. */
const Ways = ({ field }: { field: ReturnType<typeof kept> }) => (
  <>
    <Field
      {...field('transport')}
      type="select"
      width="mid"
      label={say('transport')}
      options={optionsOf(familyTransports, transport)}
    />
    <Field
      {...field('capacity')}
      type="select"
      width="mid"
      label={say('capacity')}
      options={optionsOf(capacities, capacity)}
    />
  </>
)

const Keep = ({ data, view }: Props) => {
  const { profile } = data
  const field = kept(view, {
    transport: profile?.transport ?? notAsked,
    capacity: profile?.capacity ?? notAsked,
    siblingsShown: profile?.siblingsShown === true ? 'yes' : '',
  })
  const { value: siblings, ...shown } = field('siblingsShown')
  return (
    <Form
      to={`/students/${data.student.id}/family`}
      shell={view.shell}
      hidden={{ version: profile?.version ?? 0 }}
      layout="box read flow"
    >
      <Limits data={data} view={view} />
      <Ways field={field} />
      <Choices
        {...shown}
        many
        legend={say('siblings')}
        chosen={siblings ? ['yes'] : []}
        options={[{ value: 'yes', label: say('siblings_ask') }]}
      />
      <Button kind="go">{say('keep')}</Button>
    </Form>
  )
}

/** Folded away once something is known, unless it came back. */
const Change = ({ data, view }: Props) => {
  const form = <Keep data={data} view={view} />
  if (data.profile === undefined) return form
  return (
    <details class="more" {...('version' in view.typed && { open: true })}>
      <summary>{say('change')}</summary>
      {form}
    </details>
  )
}

/** What the family told of its days and its ways, and the form that keeps it. */
export const Told = ({ data, view }: Props) => (
  <section class="flow" aria-labelledby="told">
    <h2 id="told">{say('told')}</h2>
    <Stands data={data} />
    {data.mayKeep && <Change data={data} view={view} />}
  </section>
)

/** Brothers and sisters: where the family let them be shown, and those within reach alone. */
export const Siblings = ({ data: { siblings } }: { data: SeenProfile }) => (
  <section class="flow" aria-labelledby="siblings">
    <h2 id="siblings">{say('siblings')}</h2>
    {siblings === null && <p>{say('siblings_closed')}</p>}
    {siblings !== null && siblings.length === 0 && <p>{say('siblings_none')}</p>}
    {siblings !== null && siblings.length > 0 && (
      <ul>
        {siblings.map(({ id, name, grade, schoolName }) => (
          <li>
            <a href={`/students/${id}`}>
              {say('sibling', { name, grade, school: schoolName ?? say('no_school') })}
            </a>
          </li>
        ))}
      </ul>
    )}
  </section>
)
