import { screen, type View } from '#access/screen.ts'
import { Choices, Confirm, Field, kept } from '#design/contract.ts'
import type { Scope } from '../consent.ts'
import { revocationPage, type RevocationData } from '../revocation-page.ts'
import { channels } from '../revoke-consent.ts'
import { screenWords } from '../screen-words.ts'
import { consentWords } from '../words.ts'

const say = screenWords()
const said = consentWords()

function RevocationPage(data: RevocationData, view: View) {
  const partner = data.referral.partnerName ?? ''
  const named = (scopes: readonly Scope[]) =>
    scopes.map((scope) => said(`scope.${scope}`, { partner })).join('; ')
  const field = kept(view, { askedBy: data.grantorName, extent: 'this_record' })
  const back = `/referrals/${data.referral.id}/consents`
  return (
    <Confirm
      shell={view.shell}
      question={say('end_question', { partner })}
      lead={say('end_lead')}
      will={[
        ...(data.ending.length > 0 ? [say('end_will_stop', { partner, items: named(data.ending) })] : []),
        say('end_will_told', { partner }),
        say('end_will_stays'),
        say('end_will_care', { name: data.grantorName }),
      ]}
      to={`/consents/${data.consentId}/revocation`}
      yes={say('end_yes')}
      danger
      no={{ href: back, label: say('end_no') }}
      errors={view.problem?.because ?? []}
    >
      {data.others.length > 0 && (
        <Choices
          {...field('extent')}
          chosen={field('extent').value ?? ''}
          legend={say('end_extent')}
          options={[
            { value: 'this_record', label: say('end_this', { items: named(data.ending) }) },
            {
              value: 'everything',
              label: say('end_all', { partner }),
              hint: say('end_all_also', { items: named(data.others) }),
            },
          ]}
        />
      )}
      <Field {...field('askedBy')} label={say('end_who')} />
      <Choices
        {...field('channel')}
        chosen={field('channel').value ?? ''}
        inline
        legend={say('end_how')}
        options={channels.map((value) => ({ value, label: said(`channel.${value}`) }))}
      />
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
