import { aboutWords, alertAbouts } from '#alerts/contract.ts'
import { itemWords, schoolRoleWords } from '#consent/contract.ts'
import type { Language } from '#platform/words.ts'
import { statuses } from '#referrals/contract.ts'
import { shippedSignals } from '#standards/contract.ts'
import type { SchoolHearsData } from '../look-school-hears.ts'
import type { Heard } from '../school-hears.ts'
import { schoolHearsWords } from '../school-hears-words.ts'

type Part = {
  data: SchoolHearsData
  language: Language
  /** Nothing can be opened on paper: it stands open. */
  paper?: boolean
}
type Agency = SchoolHearsData['agencies'][number]
type Signal = SchoolHearsData['words']['safety'][number]

const shipped = [...shippedSignals.safety, ...shippedSignals.participation]

/** A word of the district's list in the family's language, or as the district wrote it. */
const Word = ({ signal, language }: { signal: Signal; language: Language }) => {
  const say = schoolHearsWords(language)
  const key = `signal.${signal.code}`
  const asShipped = shipped.some(({ code, text }) => code === signal.code && text === signal.text)
  return asShipped && say.has(key) ? <li>{say(key)}</li> : <li lang="en">{signal.text}</li>
}

/** The closed list that an item is a word of. */
const ListOf = ({ heard, data, language }: Part & { heard: Heard }) => {
  const say = schoolHearsWords(language)
  if (heard.item === 'appointment') return null
  if (heard.item === 'status')
    return (
      <ul>
        {statuses.map((status) => (
          <li>{say(`status.${status}`)}</li>
        ))}
      </ul>
    )
  if (heard.item === 'agency_alert') {
    const about = aboutWords(language)
    return (
      <ul>
        {alertAbouts.map((each) => (
          <li>{about(each)}</li>
        ))}
      </ul>
    )
  }
  const words = heard.item === 'safety_signal' ? data.words.safety : data.words.participation
  return (
    <ul>
      {words.map((signal) => (
        <Word signal={signal} language={language} />
      ))}
    </ul>
  )
}

const answers: Partial<Record<Heard['answer'], 'yes' | 'no' | 'open'>> = {
  in_force: 'yes',
  declined: 'no',
  not_asked: 'open',
}

const HeardItem = ({ heard, data, language, paper = false }: Part & { heard: Heard }) => {
  const say = schoolHearsWords(language)
  const role = schoolRoleWords(language)
  const roles = heard.readBy.map((each) => (role.has(each) ? role(each) : each))
  return (
    <section class="flow">
      <h3>{say(`item.${heard.item}`, { student: data.student })}</h3>
      <ListOf heard={heard} data={data} language={language} />
      <p>
        <b>{say(`answer.${answers[heard.answer] ?? 'over'}`)}</b>
      </p>
      <details class="more" {...(paper && { open: true })}>
        <summary>{say('read_by')}</summary>
        <p class="hint">{new Intl.ListFormat(language, { type: 'unit' }).format(roles)}</p>
      </details>
    </section>
  )
}

const NotAgreed = ({ agency, office, language }: { agency: Agency; office: string; language: Language }) => {
  const say = schoolHearsWords(language)
  const item = itemWords(language)
  if (agency.notAgreed.length === 0 || agency.heard.length === 0) return null
  return (
    <>
      <p>{say('not_agreed', { office })}</p>
      <ul>
        {agency.notAgreed.map((code) => (
          <li>{item(code)}</li>
        ))}
      </ul>
    </>
  )
}

/** What one agency may tell the school, item by item, and what it never tells. */
export const FromAgency = ({ agency, data, language, paper = false }: Part & { agency: Agency }) => {
  const say = schoolHearsWords(language)
  const office = agency.office ?? say('office_gone')
  return (
    <section class="flow">
      <h2>{say('title_of', { office })}</h2>
      {agency.heard.length === 0 ? (
        <p>{say('nothing', { office })}</p>
      ) : (
        <p>{say('lead', { student: data.student })}</p>
      )}
      {agency.heard.map((heard) => (
        <HeardItem heard={heard} data={data} language={language} paper={paper} />
      ))}
      <NotAgreed agency={agency} office={office} language={language} />
      <h3>{say('never')}</h3>
      <ul>
        <li>{say('never_said', { student: data.student })}</li>
        <li>{say('never_notes')}</li>
        <li>{say('never_free')}</li>
      </ul>
    </section>
  )
}
