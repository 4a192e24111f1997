import { Button, Choices, Field, Form } from '#design/contract.ts'
import { mixUps } from '../another-student.ts'
import type { IncidentData } from '../incident-page.ts'
import { End, Folded } from './ending-parts.tsx'
import { endingPageWords, mixUpWords } from './ending-words.ts'
import { fieldsOf, type Part, StaffField } from './step-parts.tsx'
import { say as live } from './screen-words.ts'

const say = endingPageWords()
const how = mixUpWords()

/** The right student is found by name, within reach. */
const Find = ({ data: { incident, search, found }, view }: Part) => (
  <Form to={`/crisis/incidents/${incident.id}`} shell={view.shell} method="query" layout="flow">
    <Field name="name" id="name-another" type="search" label={say('another_find')} value={search} />
    <p>
      <Button>{say('another_find')}</Button>
    </p>
    {search !== '' && found.length === 0 && <p>{say('another_none', { typed: search })}</p>}
  </Form>
)

const optionsOf = ({ found }: IncidentData) =>
  found.map(({ id, name, grade, schoolName }) => ({
    value: id,
    label: name,
    hint: live('grade_school', { grade, school: schoolName ?? '' }),
  }))

/** Who it is of those who were found, or that nobody knows; how it came about; and who looks at it too. */
const Say = ({ data, view }: Part) => {
  const part = 'another'
  const field = fieldsOf(view, part)
  const { value: chosen, ...student } = field('studentId')
  const { value: mixUp, ...cause } = field('mixUp')
  const options = optionsOf(data)
  return (
    <End data={data} view={view} to="another-student" part={part} hidden={{ name: data.search }}>
      {options.length > 0 && (
        <Choices {...student} legend={say('another_who')} options={options} chosen={chosen ?? []} />
      )}
      <Choices
        name="notKnown"
        many
        legend={say('another_unknown')}
        options={[{ value: 'yes', label: say('another_not_known') }]}
        chosen={field('notKnown').value ?? []}
      />
      <Choices
        {...cause}
        legend={say('another_how')}
        options={mixUps.map((code) => ({ value: code, label: how(code) }))}
        chosen={mixUp ?? []}
      />
      <StaffField
        data={data}
        field={field('reviewerId')}
        label={say('mistake_second')}
        hint={say('mistake_second_hint')}
        id="second-another"
      />
      <p>
        <Button kind="go">{say('another_save')}</Button>
      </p>
    </End>
  )
}

/** The wrong student is named: it goes on with the right one. */
export const Another = ({ data, view }: Part) =>
  data.ending.mayRight ? (
    <Folded view={view} part="another" name={say('another')} isOpen={data.search !== ''}>
      <p class="quiet">
        {say('another_hint')} {say('another_anew')}
      </p>
      <Find data={data} view={view} />
      <Say data={data} view={view} />
    </Folded>
  ) : null

/** What the second person is asked to look at. */
export const AnotherSaid = ({ said }: { said: NonNullable<IncidentData['ending']['waits']> }) => {
  const cause = how(said.mixUp ?? 'said_wrong')
  return (
    <p>
      {said.right === null
        ? say('another_right_unknown', { how: cause })
        : say('another_right', { name: said.right, how: cause })}
    </p>
  )
}
