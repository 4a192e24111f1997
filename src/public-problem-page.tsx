import { FamilyPage, type Shell } from '#design/contract.ts'
import type { Problem } from '#platform/problem.ts'
import { familyCatalog } from '#platform/words.ts'

const words = familyCatalog({
  en: {
    from: 'Ask for help',
    danger: 'In danger now? Do not wait for an answer here.',
    danger_911: 'danger now',
    danger_988: 'crisis line, call or text',
    not_found: 'There is no page at this address',
    not_found_next:
      'Look at the address again, on the poster or the letter of your school. The school office can help too.',
    broken: 'This did not work just now',
    broken_next: 'Try again in a moment, or call the school office.',
    back: 'Back to the page before',
    number: 'Number of this message: {id}',
  },
  es: {
    from: 'Pedir ayuda',
    danger: '¿Hay peligro ahora? No espere una respuesta aquí.',
    danger_911: 'hay peligro ahora',
    danger_988: 'línea de crisis, llame o escriba. Para español, marque 2',
    not_found: 'No hay ninguna página en esta dirección',
    not_found_next:
      'Revise la dirección en el cartel o en la carta de su escuela. La oficina de la escuela también puede ayudar.',
    broken: 'Esto no funcionó en este momento',
    broken_next: 'Inténtelo otra vez en un momento o llame a la oficina de la escuela.',
    back: 'Volver a la página anterior',
    number: 'Número de este mensaje: {id}',
  },
})

/** Whom to call wherever one is: the only numbers known where no school is. */
const numbers = ['911', '988'] as const

type PublicProblem = {
  shell: Shell
  problem: Problem
  requestId: string
  /** The address asked for, without what follows the question mark. */
  path: string
  /** The page of this site they came from, where it is one that anybody may open. */
  back: string | undefined
}

/** For a family on an address that leads nowhere: whom to call now, what to try, and the way back. */
export function PublicProblemPage({ shell, problem, requestId, path, back }: PublicProblem) {
  const lang = shell.lang === 'es' ? 'es' : 'en'
  const say = words(lang)
  const kind = problem.status === 404 ? 'not_found' : 'broken'
  const languages = [
    { lang: 'en', name: 'English', href: `${path}?lang=en` },
    { lang: 'es', name: 'Español', href: `${path}?lang=es` },
  ]
  return (
    <FamilyPage
      shell={{ ...shell, title: say(kind), lang, dir: 'ltr' }}
      from={say('from')}
      languages={languages}
    >
      <section class="worry box" aria-labelledby="now">
        <h2 id="now">{say('danger')}</h2>
        <dl>
          {numbers.map((number) => (
            <div>
              <dt>
                <a href={`tel:${number}`}>{number}</a>
              </dt>
              <dd>{say(`danger_${number}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <div class="flow">
        <h1>{say(kind)}</h1>
        <p class="lead">{say(`${kind}_next`)}</p>
        {back !== undefined && (
          <p>
            <a href={back}>{say('back')}</a>
          </p>
        )}
        {problem.status >= 500 && <p class="quiet">{say('number', { id: requestId })}</p>}
      </div>
    </FamilyPage>
  )
}
