import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { Button, Empty, ErrorSummary, Field, Form, kept, Page, PageHead, Table } from '#design/contract.ts'
import { dayWords } from '#standards/contract.ts'
import { lookMixes, type SeenMixes } from '../look-mixes.ts'
import { mixWayNames } from '../mix-store.ts'
import { mixWords } from '../mix-words.ts'
import { planMix } from '../plan-mix.ts'

const say = mixWords()
type Props = { data: SeenMixes; view: View }

const Planned = ({ data: { mixes, today } }: { data: SeenMixes }) =>
  mixes.length === 0 ? (
    <Empty fact={say('none')} />
  ) : (
    <Table
      caption={say('planned')}
      rows={mixes}
      narrow="pairs"
      columns={[
        { head: say('effective'), cell: ({ effectiveOn }) => dayWords(effectiveOn, today) },
        ...mixWayNames.map((way) => ({
          head: say(way),
          cell: (mix: SeenMixes['mixes'][number]) => String(mix[way]),
          num: true,
        })),
        { head: say('stands'), cell: ({ begunAt }) => say(begunAt === null ? 'waits' : 'begun') },
      ]}
    />
  )

const Plan = ({ data, view }: Props) => {
  const field = kept(view)
  return (
    <section class="after flow" aria-labelledby="plan-h">
      <h2 id="plan-h">{say('plan')}</h2>
      <Form to={`/partners/${data.partner.id}/ways`} shell={view.shell} layout="box read flow">
        <Field {...field('effectiveOn')} type="date" width="mid" label={say('from_day')} />
        <p>{say('places')}</p>
        {mixWayNames.map((way) => (
          <Field
            {...field(way)}
            type="number"
            inputmode="numeric"
            width="short"
            min="0"
            max="999"
            label={say(way)}
            optional
          />
        ))}
        <Button kind="go">{say('save')}</Button>
      </Form>
    </section>
  )
}

const MixesPage = (data: SeenMixes, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('title', { name: data.partner.name })}
      crumb={{ href: `/partners/${data.partner.id}`, label: data.partner.name }}
    >
      <p>{say('lead')}</p>
    </PageHead>
    <Planned data={data} />
    {data.mayPlan && <Plan data={data} view={view} />}
  </Page>
)

/** How an agency sees families, from which day on. */
export const mixesScreen = screen({
  address: '/partners/:partnerId/ways',
  title: 'How an agency sees families',
  look: lookMixes,
  page: MixesPage,
})
export const mixesResource = resource({
  address: 'POST /partners/:partnerId/ways',
  act: planMix,
  stands: mixesScreen,
  then: ({ partnerId }) => `/partners/${partnerId}/ways`,
})
