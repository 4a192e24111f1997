import type { View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { ButtonLink, KeyList, LivePage } from '#design/contract.ts'
import type { IncidentData } from '../incident-page.ts'
import { callsOf } from './calls.ts'
import { endingPageWords, mixUpWords } from './ending-words.ts'
import { say as page } from './screen-words.ts'

const say = endingPageWords()
const how = mixUpWords()

type Props = { data: IncidentData; entered: NonNullable<IncidentData['entered']>; view: View }

/** An incident that was entered for the wrong student: that it was, and where it goes on. */
export function EnteredInError({ data, entered, view }: Props) {
  const { contacts, lead, incident, schoolName } = data
  const items = [
    { key: say('error_how'), value: how(entered.mixUp) },
    { key: say('error_by'), value: <bdi>{entered.saidBy}</bdi> },
    ...(entered.second === null ? [] : [{ key: say('error_second'), value: <bdi>{entered.second}</bdi> }]),
    ...(incident.closedAt === null
      ? []
      : [
          {
            key: say('error_ended'),
            value: momentWords(incident.closedAt, { timeZone: data.timeZone, now: data.at }),
          },
        ]),
  ]
  return (
    <LivePage shell={view.shell} calls={callsOf(contacts, lead)} drill={false}>
      <p class="crumb">
        <a href="/crisis">{page('leave_page')}</a>
      </p>
      <div class="flow">
        <p class="quiet">{schoolName}</p>
        <h1>{say('error_title')}</h1>
        <p>{say('error_says')}</p>
        {entered.goesOnIn !== null && (
          <p>
            <ButtonLink kind="go" href={`/crisis/incidents/${entered.goesOnIn}`}>
              {say('error_open')}
            </ButtonLink>
          </p>
        )}
        <KeyList items={items} />
      </div>
    </LivePage>
  )
}
