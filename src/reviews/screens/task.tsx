import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { Button, Choices, ErrorSummary, Form, kept, KeyList, Late, Page, PageHead } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { momentWords } from '#consent/contract.ts'
import { finishTask } from '../finish-task.ts'
import { lookTask, type SeenReviewTask } from '../look-task.ts'
import { taskOutcomes } from '../review.ts'
import { reviewWords, taskOutcomeWords, taskWords } from '../screen-words.ts'

const say = reviewWords()
const kind = taskWords()
const ended = taskOutcomeWords()

/** How it ended, who said so and when. */
function endOf({ task, ...around }: SeenReviewTask) {
  if (task.outcome === null || task.finishedAt === null) return []
  const at = momentWords(task.finishedAt, around)
  const said = { what: ended(task.outcome), name: task.finishedByName ?? '', at }
  return [{ key: say('ended_as'), value: say('marked_by', said) }]
}

const Facts = ({ data }: { data: SeenReviewTask }) => {
  const { task, today } = data
  const day = dayWords(task.dueOn, today)
  return (
    <KeyList
      items={[
        {
          key: say('about'),
          value: (
            <>
              <bdi>{task.studentName}</bdi>,{' '}
              {data.opensCare ? (
                <a href={`/referrals/${task.referralId}`}>{say('number', { number: task.referralNumber })}</a>
              ) : (
                say('number', { number: task.referralNumber })
              )}
            </>
          ),
        },
        ...(task.words === null ? [] : [{ key: say('words'), value: task.words }]),
        { key: say('who'), value: task.ownerName },
        {
          key: say('by_day'),
          value: task.outcome === null && task.dueOn < today ? <Late>{day}</Late> : day,
        },
        ...endOf(data),
      ]}
    />
  )
}

const TaskPage = (data: SeenReviewTask, view: View) => {
  const { value, ...field } = kept(view)('outcome')
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead title={kind(data.task.what)} crumb={{ href: '/today', label: say('task_one') }} />
      <Facts data={data} />
      {data.task.outcome === null && (
        <Form to={`/review-tasks/${data.task.id}`} shell={view.shell} layout="box read flow">
          <Choices
            {...field}
            legend={say('finish')}
            chosen={value ?? ''}
            options={taskOutcomes.map((each) => ({ value: each, label: ended(each) }))}
          />
          <Button kind="go">{say('finish_save')}</Button>
        </Form>
      )}
    </Page>
  )
}

/** What a review gave somebody to do. */
export const taskScreen = screen({
  address: '/review-tasks/:taskId',
  title: say('task_one'),
  look: lookTask,
  page: TaskPage,
})
export const taskResource = resource({
  address: 'POST /review-tasks/:taskId',
  act: finishTask,
  stands: taskScreen,
  then: ({ taskId }) => `/review-tasks/${taskId}`,
})
