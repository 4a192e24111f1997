import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import {
  Button,
  ButtonLink,
  Choices,
  ErrorSummary,
  Field,
  Form,
  kept,
  Page,
  PageHead,
} from '#design/contract.ts'
import { changeRoute } from '../change-route.ts'
import { lookRoute } from '../look-own-pages.ts'
import { isConnected, routeKinds } from '../partner.ts'
import { screenWords } from '../screen-words.ts'
import { directoryWords } from '../words.ts'

const say = screenWords()
const said = directoryWords()

const notYet = say('route_not_yet', {
  kinds: routeKinds
    .filter((kind) => !isConnected(kind))
    .map((kind) => said(`route_${kind}`).toLowerCase())
    .join(', '),
})

type Data = Awaited<ReturnType<typeof lookRoute.see>>

const now = ({ route, routeOpenedOn: day }: Data) =>
  route === null
    ? say('route_none')
    : say('route_now', { day, kind: said(`route_${route.kind}`), address: route.address })

const RoutePage = (partner: Data, view: View) => {
  const field = kept(view)
  const { value: chosen = 'portal_queue', ...kind } = field('kind')
  const options = routeKinds.filter(isConnected).map((value) => ({ value, label: said(`route_${value}`) }))
  const { route } = partner
  return (
    <Page shell={view.shell}>
      <ErrorSummary errors={reasonsShown(view)} />
      <PageHead
        title={say('route', { name: partner.shortName })}
        crumb={{ href: `/partners/${partner.id}`, label: partner.name }}
      >
        <p>{say('route_lead')}</p>
        <p>
          <b>{now(partner)}</b>
        </p>
      </PageHead>
      <Form
        to={`/partners/${partner.id}/route`}
        shell={view.shell}
        layout="flow"
        {...(route && { hidden: { replacesId: route.id } })}
      >
        <Choices {...kind} legend={say('route_kind')} options={options} chosen={chosen} hint={notYet} />
        <Field
          {...field('address')}
          label={say('route_address')}
          hint={say('route_address_hint')}
          maxlength={200}
        />
        <p class="row">
          <Button kind="go">{say(route === null ? 'route_open' : 'route_change')}</Button>
          <ButtonLink kind="text" href={`/partners/${partner.id}`}>
            {say('keep_route')}
          </ButtonLink>
        </p>
      </Form>
    </Page>
  )
}

export const routeScreen = screen({
  address: '/partners/:partnerId/route',
  title: 'Intake route',
  look: lookRoute,
  page: RoutePage,
})

export const routeResource = resource({
  address: 'POST /partners/:partnerId/route',
  act: changeRoute,
  stands: routeScreen,
  then: ({ partnerId }) => `/partners/${partnerId}`,
})
