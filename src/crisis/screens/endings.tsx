import { Button, Choices, Field } from '#design/contract.ts'
import { endingFindings } from '../ending.ts'
import { Another, AnotherSaid } from './another-student.tsx'
import { End, Folded } from './ending-parts.tsx'
import { endingPageWords } from './ending-words.ts'
import { fieldsOf, type Part, StaffField } from './step-parts.tsx'

const say = endingPageWords()
type Finding = (typeof endingFindings)[number]

const Mistake = ({ data, view }: Part) => {
  const part = 'mistake'
  const field = fieldsOf(view, part)
  return (
    <Folded view={view} part={part} name={say('mistake')}>
      <End data={data} view={view} to="ending" part={part} hidden={{ ending: 'opened_by_mistake' }}>
        <p class="quiet">{say('mistake_hint')}</p>
        <Field {...field('why')} id="why-mistake" label={say('mistake_why')} maxlength={500} />
        <StaffField
          data={data}
          field={field('reviewerId')}
          label={say('mistake_second')}
          hint={say('mistake_second_hint')}
          id="second-mistake"
        />
        <p>
          <Button>{say('mistake_save')}</Button>
        </p>
      </End>
    </Folded>
  )
}

const Unnamed = ({ data, view }: Part) => {
  const part = 'unnamed'
  const field = fieldsOf(view, part)
  return (
    <Folded view={view} part={part} name={say('unnamed')}>
      <End data={data} view={view} to="ending" part={part} hidden={{ ending: 'never_identified' }}>
        <p class="quiet">{say('unnamed_hint')}</p>
        <Field {...field('why')} id="why-unnamed" label={say('unnamed_why')} maxlength={500} />
        <p>
          <Button>{say('unnamed_save')}</Button>
        </p>
      </End>
    </Folded>
  )
}

/** Another school of the district: of a few one is chosen, of many its name is typed. */
const Pass = ({ data, view }: Part) => {
  const part = 'pass'
  const field = fieldsOf(view, part)
  const { schools } = data.ending
  const options = (schools ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Folded view={view} part={part} name={say('pass')}>
      <End data={data} view={view} to="passing-on" part={part}>
        <p class="quiet">{say('pass_hint')}</p>
        {schools === null ? (
          <Field
            {...field('school')}
            id="school-pass"
            label={say('pass_school')}
            hint={say('pass_school_hint')}
          />
        ) : (
          <Field
            {...field('schoolId')}
            id="school-pass"
            type="select"
            label={say('pass_school')}
            options={[{ value: '', label: '' }, ...options]}
          />
        )}
        <Field {...field('why')} id="why-pass" label={say('pass_why')} maxlength={500} />
        <p>
          <Button>{say('pass_save')}</Button>
        </p>
      </End>
    </Folded>
  )
}

const Outside = ({ data, view }: Part) => {
  const part = 'outside'
  const field = fieldsOf(view, part)
  return (
    <Folded view={view} part={part} name={say('outside')}>
      <End data={data} view={view} to="ending" part={part} hidden={{ ending: 'belongs_elsewhere' }}>
        <p class="quiet">{say('outside_hint')}</p>
        <Field {...field('toWhom')} id="whom-outside" label={say('outside_who')} maxlength={200} />
        <Field {...field('why')} id="why-outside" label={say('outside_why')} maxlength={500} />
        <p>
          <Button>{say('outside_save')}</Button>
        </p>
      </End>
    </Folded>
  )
}

/** Where it was passed on to; once somebody there has answered, this school lets go. */
const Passed = ({ data, view }: Part) => {
  const { passedOn } = data.ending
  const part = 'let-go'
  const field = fieldsOf(view, part)
  if (passedOn === null) return null
  if (passedOn.state === 'open') return <p>{say('passed_waits', { school: passedOn.schoolName })}</p>
  return (
    <End data={data} view={view} to="ending" part={part} hidden={{ ending: 'belongs_elsewhere' }}>
      <p>{say('passed_answered', { school: passedOn.schoolName })}</p>
      <Field {...field('why')} id="why-let-go" label={say('let_go_why')} maxlength={500} />
      <p>
        <Button kind="go">{say('let_go_save')}</Button>
      </p>
    </End>
  )
}

/** The ends an incident has beside being closed step by step, for whoever decides them. */
export const Endings = ({ data, view }: Part) => {
  const { decides, passedOn } = data.ending
  if (!decides) return null
  const isUnnamed = data.incident.studentId === null
  return (
    <section class="flow" aria-labelledby="endings">
      <h2 id="endings">{say('title')}</h2>
      <p class="quiet">{say('hint')}</p>
      <Passed data={data} view={view} />
      <Another data={data} view={view} />
      <Mistake data={data} view={view} />
      {isUnnamed && <Unnamed data={data} view={view} />}
      {isUnnamed && passedOn === null && <Pass data={data} view={view} />}
      {isUnnamed && passedOn === null && <Outside data={data} view={view} />}
    </section>
  )
}

/** That an ending waits for a second person; whoever that is says what they found. */
export const EndingAsked = ({ data, view }: Part) => {
  const { waits } = data.ending
  const part = 'ending-asked'
  const field = fieldsOf(view, part)
  if (waits === null) return null
  const { isMistake, name } = waits
  if (!waits.isTheirs) return <p>{say(isMistake ? 'waits' : 'waits_another', { name })}</p>
  const { value, ...given } = field('finding')
  const label = (finding: Finding) => say(isMistake ? finding : `another_${finding}`)
  return (
    <section class="box flow" aria-labelledby="ending-asked">
      <h2 id="ending-asked">{say(isMistake ? 'asked' : 'asked_another')}</h2>
      {isMistake ? <p>{say('asked_why', { reason: waits.reason })}</p> : <AnotherSaid said={waits} />}
      <End data={data} view={view} to="ending/confirmation" part={part}>
        <Choices
          {...given}
          legend={say('asked_what')}
          options={endingFindings.map((finding) => ({ value: finding, label: label(finding) }))}
          chosen={value ?? []}
        />
        <Field {...field('words')} id="words-ending" type="textarea" label={say('asked_words')} />
        <p>
          <Button kind="go">{say('asked_save')}</Button>
        </p>
      </End>
    </section>
  )
}
