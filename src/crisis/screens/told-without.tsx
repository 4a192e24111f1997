import { momentWords } from '#consent/contract.ts'
import { ButtonLink } from '#design/contract.ts'
import { officeWords } from '#exceptions/contract.ts'
import type { IncidentData } from '../incident-page.ts'
import { say } from './screen-words.ts'

const office = officeWords()

/** That a report was made which the law makes a duty, when and by whom: for whoever may read it. */
const Reports = ({ data: { reports, timeZone, at: now } }: { data: IncidentData }) =>
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

const WriteDown = ({ studentId, incidentId }: { studentId: string; incidentId: string }) => (
  <>
    <p>
      <ButtonLink kind="text" href={`/students/${studentId}/exceptions`}>
        {say('told_without')}
      </ButtonLink>
    </p>
    <p>
      <ButtonLink
        kind="text"
        href={`/students/${studentId}/exceptions?basis=mandated_report&incident=${incidentId}`}
      >
        {say('report_write')}
      </ButtonLink>
    </p>
  </>
)

/** What was reported, and where to write down what somebody was told without consent: on another page. */
export const ToldWithoutConsent = ({ data }: { data: IncidentData }) => {
  const { studentId, id } = data.incident
  return (
    <>
      <Reports data={data} />
      {data.mayTell && studentId !== null && <WriteDown studentId={studentId} incidentId={id} />}
    </>
  )
}
