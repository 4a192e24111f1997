import { reasonsShown } from '#access/reasons-shown.ts'
import { resource, screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Button, Empty, ErrorSummary, Form, Page, PageHead } from '#design/contract.ts'
import { linksWords } from '../guest-words.ts'
import { lookLinks, type SeenLinks } from '../look-links.ts'
import { sendLinks } from '../send-links.ts'
import { withdrawGuestLink } from '../withdraw-guest-link.ts'

const say = linksWords()
type Props = { data: SeenLinks; view: View }
const open: readonly string[] = ['sending', 'sent', 'not_sent', 'opened']

const Links = ({ data, view }: Props) => (
  <ul class="plain">
    {data.links.map((link) => (
      <li>
        <b>
          <bdi>{link.name}</bdi>
        </b>
        <br />
        {say(`is.${link.is}`)} <small>{say('asked_at', { at: momentWords(link.askedAt, data) })}</small>
        {data.mayWithdraw && open.includes(link.is) && (
          <Form to={`/referrals/${data.referral.id}/agency-links/${link.id}/withdrawal`} shell={view.shell}>
            <Button kind="text">
              {say('withdraw')} <span class="vh">{say('withdraw_what', { name: link.name })}</span>
            </Button>
          </Form>
        )}
      </li>
    ))}
  </ul>
)

const LinksPage = (data: SeenLinks, view: View) => (
  <Page shell={view.shell}>
    <ErrorSummary errors={reasonsShown(view)} />
    <PageHead
      title={say('title')}
      crumb={{
        href: `/referrals/${data.referral.id}`,
        label: say('crumb', { number: data.referral.number }),
      }}
    >
      <p>{say('lead', { partner: data.partnerName })}</p>
    </PageHead>
    <div class="flow">
      {data.links.length === 0 ? <Empty fact={say('none')} /> : <Links data={data} view={view} />}
      {!data.hasContacts && <p>{say('none_contacts', { partner: data.partnerName })}</p>}
      {data.maySend && (
        <Form to={`/referrals/${data.referral.id}/agency-links`} shell={view.shell} layout="flow">
          <p class="hint">{say('send_hint')}</p>
          <Button>{say('send')}</Button>
        </Form>
      )}
    </div>
  </Page>
)

export const linksScreen = screen({
  address: '/referrals/:referralId/agency-links',
  title: say('title'),
  look: lookLinks,
  page: LinksPage,
})
const toLinks = ({ referralId }: { referralId: string }) => `/referrals/${referralId}/agency-links`
export const linkResources = [
  resource({
    address: 'POST /referrals/:referralId/agency-links',
    act: sendLinks,
    stands: linksScreen,
    then: toLinks,
  }),
  resource({
    address: 'POST /referrals/:referralId/agency-links/:guestLinkId/withdrawal',
    act: withdrawGuestLink,
    stands: linksScreen,
    then: toLinks,
  }),
]
