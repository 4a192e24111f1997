import type { View } from '#access/screen.ts'
import type { Training } from '#access/trainings.ts'
import { Act, Button, Choices, Field, Form, kept, keptAll, Table, Tabs } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import type { SeenDue } from '../look-due.ts'
import { sayings } from '../screen-words.ts'
import { trainingWords } from '../words.ts'
import { standsSaid } from './stands.ts'

const say = sayings()
const training = trainingWords()
type Props = { data: SeenDue; view: View }

/** Finds people where there are more than the page shows. */
const Find = ({ data: { who, people }, view, topic }: Props & { topic: Training }) => (
  <Form to={`/training/due?topic=${topic}`} shell={view.shell} method="query" layout="flow read">
    <Field name="who" type="search" label={say('find')} value={who} />
    <p>
      <Button>{say('find_do')}</Button>
    </p>
    {who !== '' && people.length === 0 && <p>{say('find_none', { typed: who })}</p>}
  </Form>
)

/** Which training, who was there, and on which day. */
export const Record = ({ data, view, topic }: Props & { topic: Training }) => {
  const field = kept(view, { trainedOn: data.today })
  const { value: _, ...people } = field('personIds')
  return (
    <section class="after flow" aria-labelledby="record">
      <h2 id="record">{say('record')}</h2>
      <p>{say('record_note')}</p>
      <Tabs
        label={say('record_for')}
        tabs={data.required.map((each) => ({
          href: `/training/due?topic=${each}`,
          label: training(each),
          current: each === topic,
        }))}
      />
      {(data.more || data.who !== '') && <Find data={data} view={view} topic={topic} />}
      <Form to="/training/completions" shell={view.shell} layout="box flow" hidden={{ topic }}>
        <Choices
          {...people}
          many
          inline="columns"
          legend={say('trained_people')}
          chosen={keptAll(view, 'personIds')}
          options={data.people.map((each) => ({
            value: each.personId,
            label: each.name,
            hint: standsSaid(each, data.today),
          }))}
        />
        {data.more && <p class="hint">{say('more_people')}</p>}
        <Field {...field('trainedOn')} type="date" width="mid" label={say('trained_on')} />
        <Button kind="go">{say('record_do')}</Button>
      </Form>
    </section>
  )
}

/** What was recorded lately: what is wrong is taken back, and stays on record. */
export const Latest = ({ data, view }: Props) => (
  <section class="after flow" aria-labelledby="latest">
    <h2 id="latest">{say('latest')}</h2>
    <Table
      caption={<span class="vh">{say('latest')}</span>}
      rows={data.latest}
      columns={[
        { head: say('who'), cell: ({ personName }) => <bdi>{personName}</bdi> },
        { head: say('training'), cell: ({ topic }) => training(topic) },
        { head: say('trained_on'), cell: ({ trainedOn }) => dayWords(trainedOn, data.today) },
        {
          head: say('stands'),
          cell: ({ validUntil }) => standsSaid({ standing: 'holds', until: validUntil }, data.today),
        },
        {
          head: say('recorded_by'),
          cell: ({ id, personName, recordedByName }) => (
            <>
              <bdi>{recordedByName}</bdi>{' '}
              <Act
                id={`back-${id}`}
                kind="text"
                to={`/training/completions/${id}/taking-back`}
                shell={view.shell}
              >
                {say('take_back', { what: personName })}
              </Act>
            </>
          ),
        },
      ]}
    />
  </section>
)
