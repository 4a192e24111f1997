import { screen, type View } from '#access/screen.ts'
import { Button, Choices, ErrorSummary, FamilyPage, Field, Form, kept, Phone } from '#design/contract.ts'
import { linkLanguages } from '#people/contract.ts'
import type { Language } from '#platform/words.ts'
import { askWords } from '../ask-words.ts'
import { itemWords } from '../family-words.ts'
import { askedByLinkWords } from '../link-words.ts'
import { type AskedData, lookAsked } from '../look-asked.ts'
import { calendarDayWords } from '../moment.ts'
import { statementWords } from '../statement-words.ts'
import { wordingOf, wordingVersion } from '../wordings.ts'

type Asked = NonNullable<AskedData['asked']>
type Part = { data: AskedData; asked: Asked; language: Language }
const namesIn = ({ data, asked }: Part) => ({ partner: asked.partner.shortName, student: data.student })

/** What the law asks to be said first, and each sentence on a line of its own. */
const SaidFirst = (part: Part) => {
  const say = statementWords(part.language)
  return (
    <div class="flow">
      <p>{askWords(part.language)('any_answer')}</p>
      {wordingOf(wordingVersion)?.statements.map((statement) => (
        <p>{say(`statement.${statement}`, namesIn(part))}</p>
      ))}
    </div>
  )
}

const back: readonly string[] = ['status_feedback', 'participation', 'safety_signals', 'agency_alerts']

/** What would be read on a yes: the same items that are kept with the answer. */
const Items = ({ scope, items, language }: Asked['questions'][number] & { language: Language }) => {
  const item = itemWords(language)
  const say = askedByLinkWords(language)
  return (
    <>
      <p class="hint">{say(back.includes(scope) ? 'would_tell' : 'would_read')}</p>
      <ul>
        {items.map((code) => (
          <li>{item.has(code) ? item(code) : code}</li>
        ))}
      </ul>
    </>
  )
}

const Questions = ({ view, ...part }: Part & { view: View }) => {
  const { asked, language, data } = part
  const say = askedByLinkWords(language)
  const ask = askWords(language)
  const field = kept(view)
  const reading = { timeZone: data.timeZone, now: new Date(`${data.today}T12:00:00Z`), language }
  return (
    <Form
      to={`/family/consent?lang=${language}`}
      shell={view.shell}
      hidden={{ linkId: asked.linkId, language }}
      layout="flow"
    >
      {asked.questions.map((question) => (
        <Choices
          {...field(`answers.${question.scope}`)}
          chosen={field(`answers.${question.scope}`).value ?? ''}
          inline
          lang={language}
          legend={ask(`ask.${question.scope}`, namesIn(part))}
          before={<Items {...question} language={language} />}
          options={[
            { value: 'yes', label: say('yes') },
            { value: 'no', label: say('no') },
          ]}
        />
      ))}
      <p>{say('until', { day: calendarDayWords(asked.holdsUntil, reading) })}</p>
      <Field {...field('signature')} label={say('sign')} hint={say('sign_hint')} lang={language} />
      <Button kind="go">{say('save')}</Button>
    </Form>
  )
}

/** One press for whoever wants to share nothing. */
const NoToAll = ({ view, asked, language }: Part & { view: View }) => {
  const say = askedByLinkWords(language)
  return (
    <Form
      to={`/family/consent?lang=${language}`}
      shell={view.shell}
      hidden={{ linkId: asked.linkId, language, all: 'no' }}
      layout="flow"
    >
      <p class="hint">{say('all_no_hint')}</p>
      <Button>{say('all_no')}</Button>
    </Form>
  )
}

const CallSchool = ({ data, language }: { data: AskedData; language: Language }) => {
  const say = askedByLinkWords(language)
  return (
    <>
      <p>{say('change')}</p>
      {data.school?.phone != null && (
        <p class="phone">
          <Phone
            number={data.school.phone}
            label={`${say('call', { school: data.school.name })} ${data.school.phone}`}
          />
        </p>
      )}
    </>
  )
}

const Answered = (part: Part) => {
  const { asked, data, language } = part
  const say = askedByLinkWords(language)
  const item = askWords(language)
  return (
    <>
      <h1>{say('done')}</h1>
      <p class="lead">{say('done_lead')}</p>
      <section class="flow" aria-labelledby="said">
        <h2 id="said">{say('your_answers')}</h2>
        <dl class="auto">
          {asked.answers.map(({ scope, yes }) => (
            <div>
              <dt>{item(`ask.${scope}`, namesIn(part))}</dt>
              <dd>
                <b>{say(yes ? 'yes' : 'no')}</b>
              </dd>
            </div>
          ))}
        </dl>
        <p>
          <a href={`/family?lang=${language}`}>{say('see_shared')}</a>
        </p>
        <CallSchool data={data} language={language} />
      </section>
    </>
  )
}

const Nothing = ({ data, language }: { data: AskedData; language: Language }) => {
  const say = askedByLinkWords(language)
  return (
    <>
      <h1>{say('nothing')}</h1>
      <p class="lead">{say('nothing_lead')}</p>
      <CallSchool data={data} language={language} />
    </>
  )
}

const Open = (part: Part & { view: View }) => {
  const say = askedByLinkWords(part.language)
  return (
    <>
      <h1>{say('title_of', { student: part.data.student })}</h1>
      <p class="lead">{say('lead', { partner: part.asked.partner.name })}</p>
      <SaidFirst {...part} />
      <p>
        <a href={`/family/school-hears?lang=${part.language}`}>{say('school_hears')}</a>
      </p>
      <Questions {...part} />
      <NoToAll {...part} />
    </>
  )
}

function AskedPage(data: AskedData, view: View) {
  const { language, shell } = view
  const { asked } = data
  const part = asked && { data, asked, language }
  return (
    <FamilyPage
      shell={{ ...shell, title: askedByLinkWords(language)('title') }}
      from={data.districtName}
      languages={linkLanguages('/family/consent')}
    >
      <ErrorSummary errors={view.problem?.because ?? []} lang={language} />
      {part === undefined || (!asked?.open && asked?.answers.length === 0) ? (
        <Nothing data={data} language={language} />
      ) : part.asked.open ? (
        <Open {...part} view={view} />
      ) : (
        <Answered {...part} />
      )}
    </FamilyPage>
  )
}

/** What a caregiver is asked by a link. The title names nobody. */
export const askedScreen = screen({
  address: '/family/consent',
  title: 'What may be shared',
  look: lookAsked,
  page: AskedPage,
})
