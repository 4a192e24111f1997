import type { View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Button, Choices, Field, Form, kept, KeyList, Late } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import type { SeenDays } from '../look-days.ts'
import { isOverdue, outcomes, type Reassessment } from '../reassessment.ts'
import { outcomeWords, reassessmentWords } from '../screen-words.ts'

const say = reassessmentWords()
const stands = outcomeWords()
type Props = { data: SeenDays; view: View }
type Held = Props & { held: Reassessment }
const to = ({ student }: SeenDays, what: string) => `/students/${student.id}/school-days/${what}`

const Facts = ({ data, held }: Pick<Held, 'data' | 'held'>) => {
  const { outcome, lookedAt, lookedByName } = held
  const next = dayWords(held.nextOn, data.today)
  return (
    <KeyList
      items={[
        { key: say('why'), value: held.reason },
        { key: say('every'), value: say('days', { days: held.everyDays }) },
        { key: say('next'), value: isOverdue(held, data.today) ? <Late>{next}</Late> : next },
        ...(outcome === null || lookedAt === null
          ? []
          : [
              {
                key: say('last'),
                value: say('looked', {
                  how: stands(outcome),
                  name: lookedByName ?? '',
                  at: momentWords(lookedAt, data),
                }),
              },
            ]),
      ]}
    />
  )
}

const Look = ({ data, view }: Props) => {
  const { value, ...outcome } = kept(view)('outcome')
  return (
    <Form to={to(data, 'look')} shell={view.shell} layout="box read flow">
      <Choices
        {...outcome}
        legend={say('stands')}
        chosen={value ?? ''}
        options={outcomes.map((each) => ({ value: each, label: stands(each) }))}
      />
      <Field
        {...kept(view)('observed')}
        type="textarea"
        label={say('observed')}
        hint={say('observed_hint')}
        maxlength={1000}
        optional
      />
      <Button kind="go">{say('look_save')}</Button>
    </Form>
  )
}

const Start = ({ data, view }: Props) => {
  const field = kept(view)
  return (
    <Form to={to(data, 'rhythm')} shell={view.shell} layout="box read flow">
      <Field
        {...field('everyDays')}
        type="number"
        width="short"
        label={say('every')}
        hint={say('every_hint')}
      />
      <Field {...field('reason')} type="textarea" label={say('why')} maxlength={300} />
      <Button>{say('start')}</Button>
    </Form>
  )
}

/** Whether somebody looks at a student again and again, and the forms of those who do. */
export const Reassessing = ({ data, view }: Props) => {
  const { reassessment: held, mayEnter } = data
  return (
    <section class="flow" aria-labelledby="again-h">
      <h2 id="again-h">{say('title')}</h2>
      {held === null ? <p>{say('none')}</p> : <Facts data={data} held={held} />}
      {held === null && mayEnter && <Start data={data} view={view} />}
      {held !== null && mayEnter && <Look data={data} view={view} />}
      {held !== null && mayEnter && (
        <Form to={to(data, 'rhythm/end')} shell={view.shell}>
          <Button>{say('stop')}</Button>
        </Form>
      )}
    </section>
  )
}
