import { screen, type View } from '#access/screen.ts'
import { Choices, Confirm, Field, kept } from '#design/contract.ts'
import type { Scope } from '../consent.ts'
import { revocationPage, type RevocationData } from '../revocation-page.ts'
import { channels } from '../revoke-consent.ts'
import { screenWords } from '../screen-words.ts'
import { consentWords } from '../words.ts'
import { asked } from './options.ts'

const say = screenWords()
const said = consentWords()

const namesOf = (scopes: readonly Scope[], partner: string) =>
  scopes.map((scope) => said(`scope.${scope}`, { partner })).join('; ')

/** What ends, who asked, and how. */
const Asked = ({ data, view, partner }: { data: RevocationData; view: View; partner: string }) => {
  const field = kept(view, { askedBy: data.grantorName, extent: 'this_record' })
  const everything = {
    label: say('end_all', { partner }),
    hint: say('end_all_also', { items: namesOf(data.others, partner) }),
  }
  return (
    <>
      {data.others.length > 0 && (
        <Choices
          {...asked(field('extent'))}
          legend={say('end_extent')}
          options={[
            { value: 'this_record', label: say('end_this', { items: namesOf(data.ending, partner) }) },
            { value: 'everything', ...everything },
          ]}
        />
      )}
      <Field {...field('askedBy')} label={say('end_who')} />
      <Choices
        {...asked(field('channel'))}
        inline
        legend={say('end_how')}
        options={channels.map((value) => ({ value, label: said(`channel.${value}`) }))}
      />
    </>
  )
}

function RevocationPage(data: RevocationData, view: View) {
  const partner = data.referral.partnerName ?? ''
  const stops = say('end_will_stop', { partner, items: namesOf(data.ending, partner) })
  return (
    <Confirm
      shell={view.shell}
      question={say('end_question', { partner })}
      lead={say('end_lead')}
      will={[
        ...(data.ending.length > 0 ? [stops] : []),
        say('end_will_told', { partner }),
        say('end_will_stays'),
        say('end_will_care', { name: data.grantorName }),
      ]}
      to={`/consents/${data.consentId}/revocation`}
      yes={say('end_yes')}
      danger
      no={{ href: `/referrals/${data.referral.id}/consents`, label: say('end_no') }}
      errors={view.problem?.because ?? []}
    >
      <Asked data={data} view={view} partner={partner} />
    </Confirm>
  )
}

/** The family changed its mind: what will happen is said before it is asked. */
export const revocationScreen = screen({
  address: '/consents/:consentId/revocation',
  title: say('end_title'),
  look: revocationPage,
  page: RevocationPage,
})
