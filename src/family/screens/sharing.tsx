import { screen, type View } from '#access/screen.ts'
import { FamilyPage } from '#design/contract.ts'
import type { Language } from '#platform/words.ts'
import { lookExplanation, paperLanguages } from '../look-explanation.ts'
import { lookShared } from '../look-shared.ts'
import type { SharedAbout } from '../sharing-about.ts'
import { sharedWords } from '../words.ts'
import { momentText } from './family-days.ts'
import { Crossings, Now, type Part, Stop, WhoSaw } from './sharing-parts.tsx'

const names = { en: 'English', es: 'Español' }
const languages = (place: string) =>
  paperLanguages.map((lang) => ({ lang, name: names[lang], href: `${place}?lang=${lang}` }))

/** A family reads English or Spanish: of other languages the first. */
const spoken = (language: Language): 'en' | 'es' => (language === 'es' ? 'es' : 'en')

const Whole = (part: Part) => {
  const { data, language } = part
  const say = sharedWords(language)
  return (
    <>
      <p class="hint">{say('made', { day: momentText(data.now, data.timeZone, language) })}</p>
      <h1>{say('title_of', { student: data.student.given })}</h1>
      <p class="lead">{say('lead')}</p>
      <Now {...part} />
      <Stop {...part} />
      <Crossings {...part} />
      <WhoSaw {...part} />
    </>
  )
}

const SharedPage = (data: SharedAbout, { shell, language: asked }: View) => {
  const language = spoken(asked)
  return (
    <FamilyPage
      shell={{ ...shell, lang: language, dir: 'ltr', title: sharedWords(language)('title') }}
      from={data.districtName}
      languages={languages('/family')}
    >
      <Whole data={data} language={language} />
    </FamilyPage>
  )
}

/** What is shared about the student somebody acts for. The title names nobody. */
export const sharedScreen = screen({
  address: '/family',
  title: 'What is shared',
  look: lookShared,
  page: SharedPage,
})

const ExplanationPage = (data: SharedAbout & { lang: 'en' | 'es' }, view: View) => {
  const { actor: _reader, ...shell } = view.shell
  const say = sharedWords(data.lang)
  return (
    <FamilyPage
      shell={{ ...shell, lang: data.lang, dir: 'ltr', title: say('title') }}
      from={data.districtName}
      languages={languages(`/students/${data.student.id}/explanation`)}
    >
      <p class="screen hint">{say('print_hint')}</p>
      <Whole data={data} language={data.lang} />
    </FamilyPage>
  )
}

/** The same on paper, for a family that does not sign in. */
export const explanationScreen = screen({
  address: '/students/:studentId/explanation',
  title: 'What is shared',
  look: lookExplanation,
  page: ExplanationPage,
})
