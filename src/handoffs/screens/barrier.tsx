import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Button, ErrorSummary, Field, Form, kept, Page, PageHead } from '#design/contract.ts'
import { resultWords, visitWords } from '#referrals/contract.ts'
import { barrierPage, type BarrierData } from '../barrier-page.ts'
import { sideWords } from '../side-words.ts'

const side = sideWords()
const kind = visitWords()
const result = resultWords()

/** What came of the visit after it: whether what was done helped. */
const After = ({ data }: { data: BarrierData }) => {
  const { visitAfter: visit } = data
  return (
    <div>
      <dt>{side('barrier_after')}</dt>
      <dd>
        {visit === null
          ? side('barrier_after_none')
          : side('barrier_after_visit', {
              kind: kind(visit.kind),
              at: momentWords(visit.startsAt, data),
              result: visit.result === null ? side('barrier_after_open') : result(visit.result),
            })}
      </dd>
    </div>
  )
}

/** What was done, and what came of it: one is nothing without the other. */
const Clear = ({ data, view }: { data: BarrierData; view: View }) => {
  const field = kept(view)
  const to = `/referrals/${data.referralId}/barriers/${data.barrier.id}/resolution`
  return (
    <Form to={to} shell={view.shell} layout="read flow">
      <Field
        {...field('action')}
        type="textarea"
        label={side('barrier_action')}
        hint={side('barrier_action_hint')}
      />
      <Field
        {...field('result')}
        type="textarea"
        label={side('barrier_result')}
        hint={side('barrier_result_hint')}
      />
      <Button kind="go">{side('barrier_save')}</Button>
    </Form>
  )
}

const Cleared = ({ data }: { data: BarrierData }) => {
  const { action, result, resolvedAt } = data.barrier
  if (resolvedAt === null) return <p>{side('barrier_waits')}</p>
  return (
    <dl class="list">
      <div>
        <dt>{side('barrier_action')}</dt>
        <dd>{action}</dd>
      </div>
      <div>
        <dt>{side('barrier_result')}</dt>
        <dd>
          {result}
          <br />
          <small>{side('barrier_by', { name: data.resolvedBy, at: momentWords(resolvedAt, data) })}</small>
        </dd>
      </div>
      <After data={data} />
    </dl>
  )
}

const BarrierPage = (data: BarrierData, view: View) => {
  const { barrier, label, openedBy, mayWork } = data
  const open = barrier.resolvedAt === null
  return (
    <Page shell={view.shell}>
      <PageHead
        title={label}
        crumb={{ href: `/referrals/${data.referralId}#barriers`, label: side('barrier_back') }}
      >
        <p>
          <bdi>{data.studentName}</bdi>.{' '}
          {side('barrier_since', { at: momentWords(barrier.openedAt, data), name: openedBy })}
        </p>
      </PageHead>
      <ErrorSummary errors={view.problem?.because ?? []} />
      {open && mayWork ? <Clear data={data} view={view} /> : <Cleared data={data} />}
    </Page>
  )
}

/** One barrier, and the form that clears it. */
export const barrierScreen = screen({
  address: '/referrals/:referralId/barriers/:barrierId',
  title: side('barrier_title'),
  look: barrierPage,
  page: BarrierPage,
})
