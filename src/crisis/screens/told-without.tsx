import { momentWords } from '#consent/contract.ts'
import { ButtonLink } from '#design/contract.ts'
import { officeWords } from '#exceptions/contract.ts'
import type { IncidentData } from '../incident-page.ts'
import { say } from './screen-words.ts'

const office = officeWords()

/** That a report was made which the law makes a duty, when and by whom: for whoever may read it, and nobody else. */
export const Reports = ({ data: { reports, timeZone, at: now } }: { data: IncidentData }) =>
  reports.length === 0 ? null : (
    <section aria-labelledby="reports">
      <h2 id="reports">{say('reports')}</h2>
      <ul role="list">
        {reports.map(({ id, recipientKind, disclosedAt, disclosedByName: name }) => (
          <li>
            <a href={`/exceptions/${id}`}>
              {say('report_made', {
                office: office(recipientKind),
                name,
                at: momentWords(disclosedAt, { timeZone, now }),
              })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )

/** Where to write down what somebody was told without consent: afterwards, and on another page. */
export const ToldWithoutConsent = ({ data: { incident, mayTell } }: { data: IncidentData }) =>
  mayTell ? (
    <>
      <p>
        <ButtonLink kind="text" href={`/students/${incident.studentId}/exceptions`}>
          {say('told_without')}
        </ButtonLink>
      </p>
      <p>
        <ButtonLink
          kind="text"
          href={`/students/${incident.studentId}/exceptions?basis=mandated_report&incident=${incident.id}`}
        >
          {say('report_write')}
        </ButtonLink>
      </p>
    </>
  ) : null
