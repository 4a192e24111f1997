import { screen, type View } from '#access/screen.ts'
import { ButtonLink } from '#design/contract.ts'
import { familyDate, familyTime } from '#district/contract.ts'
import { askPage } from '../ask-page.ts'
import { type Ask, type Asked, AskFrame, Back, NotOpen, readersIn, type Say, Tel } from './ask-frame.tsx'

const Services = ({ ask: { services, school }, say }: { ask: Ask; say: Say }) => (
  <section aria-labelledby="services">
    <h2 id="services">{say('services')}</h2>
    <p>{say('services_lead')}</p>
    {school.phone !== null && (
      <p class="phone">
        {say('office')} <Tel number={school.phone} say={say} />
      </p>
    )}
    <ul>
      {services.map(({ partner, about, services: offers }) => (
        <li>
          <b>{partner}</b>. {about} {offers.join(', ')}.
        </li>
      ))}
    </ul>
  </section>
)

const Asking = ({ ask, say, lang }: { ask: Ask; say: Say; lang: Asked }) => (
  <>
    <p class="lead">{say('lead')}</p>
    <section class="flow" aria-labelledby="who">
      <h2 id="who">{say('who')}</h2>
      <p>
        <ButtonLink kind="go" href={`/ask/${ask.place}/student?lang=${lang}`}>
          {say('for_me')}
        </ButtonLink>
      </p>
      <p>
        <ButtonLink href={`/ask/${ask.place}/caregiver?lang=${lang}`}>{say('for_child')}</ButtonLink>
      </p>
    </section>
    <section aria-labelledby="next">
      <h2 id="next">{say('what_next')}</h2>
      <ol>
        <li>
          {say('what_next_1', {
            school: ask.school.name,
            readers: readersIn(ask.readers.caregiver, say, lang),
          })}
        </li>
        <li>{say('what_next_2')}</li>
        <li>{say('what_next_3')}</li>
      </ol>
    </section>
  </>
)

function AskPage(ask: Ask, view: View) {
  return (
    <AskFrame ask={ask} view={view}>
      {(say, lang) => (
        <>
          <h1>{say('title')}</h1>
          {ask.isOpen ? <Asking ask={ask} say={say} lang={lang} /> : <NotOpen ask={ask} say={say} />}
          <Services ask={ask} say={say} />
        </>
      )}
    </AskFrame>
  )
}

/** How to ask for help, and who can help: a page anybody may open [R005]. */
export const askScreen = screen({
  address: '/ask/:place',
  title: 'Ask for help',
  look: askPage,
  page: AskPage,
  open: true,
})

/** By which day it is read, and by when what is for today is, in the words of the page. */
function readWhen({ readBy: { calendar, today, other } }: Ask, language: Asked) {
  const at = { timeZone: calendar.timeZone, language }
  return { day: familyDate(other, at), first: familyDate(today, at), time: familyTime(today, at) }
}

function ReceivedPage(ask: Ask, view: View) {
  const { name, phone } = ask.school
  return (
    <AskFrame ask={ask} view={view}>
      {(say, lang) => (
        <>
          <h1>{say('received_title')}</h1>
          <p class="lead">{say('received_lead', { school: name, ...readWhen(ask, lang) })}</p>
          <p>{say('received_again')}</p>
          {phone !== null && (
            <p class="phone">
              {say('received_office')} <Tel number={phone} say={say} />
            </p>
          )}
          <Back ask={ask} say={say} lang={lang} />
        </>
      )}
    </AskFrame>
  )
}

/** The same words whoever was asked for: the page cannot tell who exists. */
export const receivedScreen = screen({
  address: '/ask/:place/received',
  title: 'Ask for help',
  look: askPage,
  page: ReceivedPage,
  open: true,
})
