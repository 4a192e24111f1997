import { screen, type View } from '#access/screen.ts'
import { Button, Choices, ErrorSummary, Field, Form, kept } from '#design/contract.ts'
import { askPage } from '../ask-page.ts'
import { urgencies } from '../concern.ts'
import { type Ask, AskFrame, Back, errorsIn, NotOpen, readersIn, type Say } from './ask-frame.tsx'

type Part = { say: Say; lang: 'en' | 'es'; field: ReturnType<typeof kept> }

const HowSoon = ({ say, lang, field, legend }: Part & { legend: string }) => {
  const { value, ...urgency } = field('urgency')
  const options = urgencies.map((each) => ({ value: each, label: say(each) }))
  return <Choices {...urgency} lang={lang} legend={legend} options={options} chosen={value ?? []} />
}

const StudentFields = ({ say, lang, field }: Part) => (
  <>
    <Field {...field('name')} lang={lang} label={say('student_name')} />
    <Field {...field('grade')} lang={lang} optional width="short" label={say('student_grade')} />
    <Field
      {...field('observed')}
      lang={lang}
      optional
      type="textarea"
      label={say('student_what')}
      hint={say('student_what_hint')}
    />
    <Field
      {...field('contact')}
      lang={lang}
      optional
      label={say('student_contact')}
      hint={say('student_contact_hint')}
    />
    <HowSoon say={say} lang={lang} field={field} legend={say('how_soon')} />
  </>
)

const CaregiverFields = ({ say, lang, field }: Part) => (
  <>
    <Field {...field('name')} lang={lang} label={say('child_name')} />
    <Field {...field('grade')} lang={lang} optional width="short" label={say('child_grade')} />
    <Field {...field('observed')} lang={lang} type="textarea" label={say('worry')} />
    <Field {...field('askedBy')} lang={lang} label={say('your_name')} />
    <Field {...field('contact')} lang={lang} label={say('contact')} hint={say('contact_hint')} />
    <HowSoon say={say} lang={lang} field={field} legend={say('how_soon_caregiver')} />
  </>
)

const forms = {
  student: {
    Fields: StudentFields,
    to: (place: string, lang: string) => `/ask/${place}/student?lang=${lang}`,
  },
  caregiver: {
    Fields: CaregiverFields,
    to: (place: string, lang: string) => `/ask/${place}/caregiver?lang=${lang}`,
  },
}

/** One of the two forms of the public page. What was wrong is said in the language of the page. */
const formPage = (who: keyof typeof forms) => (ask: Ask, view: View) => {
  const { Fields, to } = forms[who]
  return (
    <AskFrame ask={ask} view={view}>
      {(say, lang) => {
        const errors = errorsIn(say, view)
        const held = who === 'student' ? { urgency: 'today' } : {}
        const field = kept({ typed: view.typed, problem: { because: errors } }, held)
        return (
          <>
            <ErrorSummary errors={errors} lang={lang} />
            <h1>{say(`${who}_title`)}</h1>
            {!ask.isOpen ? (
              <NotOpen ask={ask} say={say} />
            ) : (
              <>
                <p class="lead">{say(`${who}_lead`, { readers: readersIn(ask.readers[who], say, lang) })}</p>
                <Form
                  to={to(ask.place, lang)}
                  shell={view.shell}
                  hidden={{ language: lang }}
                  layout="flow read"
                >
                  <Fields say={say} lang={lang} field={field} />
                  <p>
                    <Button kind="go" big>
                      {say('send')}
                    </Button>
                  </p>
                </Form>
              </>
            )}
            <Back ask={ask} say={say} lang={lang} />
          </>
        )
      }}
    </AskFrame>
  )
}

export const askAsStudentScreen = screen({
  address: '/ask/:place/student',
  title: 'Ask for help',
  look: askPage,
  page: formPage('student'),
  open: true,
})

export const askAsCaregiverScreen = screen({
  address: '/ask/:place/caregiver',
  title: 'Ask for help',
  look: askPage,
  page: formPage('caregiver'),
  open: true,
})
