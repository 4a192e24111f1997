import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  Button,
  Empty,
  ErrorSummary,
  Field,
  Form,
  kept,
  MarkedList,
  Page,
  PageHead,
} from '#design/contract.ts'
import { helpKinds } from '../help.ts'
import { lookHelps, type SeenHelps } from '../look-helps.ts'
import { requestHelp } from '../request-help.ts'
import { helpLine } from '../help-line.ts'
import { helpWords, navigationWords } from '../screen-words.ts'
import { takeSuggested } from '../take-suggested.ts'
import { Suggested } from './suggested.tsx'

const say = navigationWords()
const kind = helpWords()

const List = ({ data }: { data: SeenHelps }) =>
  data.helps.length === 0 ? (
    <Empty fact={say('none')} />
  ) : (
    <MarkedList
      items={data.helps.map((help) => {
        const { s, said } = helpLine(help, data.today)
        return {
          s,
          text: (
            <>
              <a href={`/practical-help/${help.id}`}>{kind(help.kind)}</a>
              {help.need !== null && <>. {help.need}</>}
              <br />
              <small>{said}</small>
            </>
          ),
        }
      })}
    />
  )

/** Which of the barriers that stand the help clears, when there is one. */
const Barrier = ({ data, view }: { data: SeenHelps; view: View }) => (
  <Field
    {...kept(view)('barrierId')}
    type="select"
    label={say('barrier')}
    options={[
      { value: '', label: say('barrier_none') },
      ...data.openBarriers.map(({ id, category }) => ({
        value: id,
        label: data.barrierLabels[category] ?? category,
      })),
    ]}
  />
)

const Ask = ({ data, view }: { data: SeenHelps; view: View }) => {
  const field = kept(view)
  return (
    <section class="flow" aria-labelledby="ask-h">
      <h2 id="ask-h">{say('ask')}</h2>
      <Form to={`/referrals/${data.referral.id}/practical-help`} shell={view.shell} layout="box read flow">
        <Field
          {...field('kind')}
          type="select"
          label={say('kind')}
          options={[
            { value: '', label: say('choose') },
            ...helpKinds.map((each) => ({ value: each, label: kind(each) })),
          ]}
        />
        <Field
          {...field('need')}
          type="textarea"
          label={say('need')}
          hint={say('need_hint')}
          maxlength={300}
          optional
        />
        <Field {...field('dueOn')} type="date" width="short" label={say('by_day')} />
        {data.openBarriers.length > 0 && <Barrier data={data} view={view} />}
        <Button kind="go">{say('ask_save')}</Button>
      </Form>
    </section>
  )
}

const HelpsPage = (data: SeenHelps, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('title')}
      crumb={{
        href: `/referrals/${data.referral.id}`,
        label: say('crumb', { number: data.referral.number }),
      }}
    >
      <p>
        <bdi>{data.studentName}</bdi>. {say('owed', { name: data.navigatorName })}.
      </p>
      <p>{say('lead')}</p>
    </PageHead>
    <div class="flow">
      <List data={data} />
      {data.mayWork && !data.referral.ended && data.suggested.length > 0 && (
        <Suggested data={data} view={view} />
      )}
      {data.mayWork && !data.referral.ended && <Ask data={data} view={view} />}
    </div>
  </Page>
)

/** The practical help of one referral, and the form that asks for more. */
export const helpsScreen = screen({
  address: '/referrals/:referralId/practical-help',
  title: say('title'),
  look: lookHelps,
  page: HelpsPage,
})
export const helpsResource = resource({
  address: 'POST /referrals/:referralId/practical-help',
  act: requestHelp,
  stands: helpsScreen,
  then: ({ helpId }) => `/practical-help/${helpId}`,
})
export const suggestedResource = resource({
  address: 'POST /referrals/:referralId/suggested-barriers',
  act: takeSuggested,
  stands: helpsScreen,
  then: ({ referralId }) => `/referrals/${referralId}/practical-help`,
})
