import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Button, Choices, ErrorSummary, Form, kept, KeyList, Late, Page, PageHead } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { endImprovement } from '../end-improvement.ts'
import { lookImprovement, type SeenImprovementPage } from '../look-improvement.ts'
import { endings } from '../review.ts'
import { debriefWords, endingWords } from '../screen-words.ts'

const say = debriefWords()
const ended = endingWords()

const Facts = ({ data }: { data: SeenImprovementPage }) => {
  const { improvement, today } = data
  const { outcome, endedAt, endedByName: name, dueOn } = improvement
  const day = dayWords(dueOn, today)
  return (
    <KeyList
      items={[
        { key: say('improve_what'), value: improvement.words },
        { key: say('improve_who'), value: improvement.ownerName },
        { key: say('by_day'), value: outcome === null && dueOn < today ? <Late>{day}</Late> : day },
        {
          key: say('about'),
          value: <a href={`/crisis/incidents/${improvement.incidentId}/review`}>{say('one')}</a>,
        },
        ...(outcome === null || endedAt === null
          ? []
          : [
              {
                key: say('ended_as'),
                value: `${ended(outcome)}. ${say('written_by', { name: name ?? '', at: momentWords(endedAt, data) })}`,
              },
            ]),
      ]}
    />
  )
}

const ImprovementPage = (data: SeenImprovementPage, view: View) => {
  const { value, ...field } = kept(view)('outcome')
  const { improvement } = data
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead title={say('improve_one')} crumb={{ href: '/crisis/reviews', label: say('title') }}>
        <p>{improvement.schoolName}</p>
      </PageHead>
      <Facts data={data} />
      {improvement.outcome === null && (
        <Form to={`/crisis/improvements/${improvement.id}`} shell={view.shell} layout="box read flow">
          <Choices
            {...field}
            legend={say('ending')}
            chosen={value ?? ''}
            options={endings.map((each) => ({ value: each, label: ended(each) }))}
          />
          <Button kind="go">{say('ending_save')}</Button>
        </Form>
      )}
    </Page>
  )
}

/** What somebody was given to improve. */
export const improvementScreen = screen({
  address: '/crisis/improvements/:improvementId',
  title: say('improve_one'),
  look: lookImprovement,
  page: ImprovementPage,
})
export const improvementResource = resource({
  address: 'POST /crisis/improvements/:improvementId',
  act: endImprovement,
  stands: improvementScreen,
  then: ({ improvementId }) => `/crisis/improvements/${improvementId}`,
})
