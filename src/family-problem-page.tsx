import { ButtonLink, PlainPage, type Shell } from '#design/contract.ts'
import type { Problem } from '#platform/problem.ts'
import { familyCatalog, type Language, languages } from '#platform/words.ts'

const words = familyCatalog({
  en: {
    not_found: 'There is nothing here that you can open',
    not_found_next: 'Look at the address again. What you can read is on your first page.',
    too_many: 'That was a lot at once',
    too_many_next: 'Wait a few minutes and try again.',
    again: 'This could not be taken',
    again_next: 'Open the page again and try once more. Your school can help too.',
    broken: 'This did not work just now',
    broken_next: 'Nothing was changed. Try again in a moment, or call the school.',
    first: 'Go to your first page',
    number: 'Number of this message: {id}',
    danger: 'Someone in danger now? Call 911. To talk to someone, call or text 988.',
  },
  es: {
    not_found: 'Aquí no hay nada que usted pueda abrir',
    not_found_next: 'Revise la dirección. Lo que puede leer está en su primera página.',
    too_many: 'Fue mucho de una vez',
    too_many_next: 'Espere unos minutos e inténtelo otra vez.',
    again: 'Esto no se pudo recibir',
    again_next: 'Abra la página de nuevo e inténtelo otra vez. Su escuela también puede ayudar.',
    broken: 'Esto no funcionó en este momento',
    broken_next: 'No se cambió nada. Inténtelo otra vez en un momento o llame a la escuela.',
    first: 'Ir a su primera página',
    number: 'Número de este mensaje: {id}',
    danger: '¿Hay alguien en peligro ahora? Llame al 911. Para hablar con alguien, llame o escriba al 988.',
  },
  ar: {
    not_found: 'لا يوجد هنا شيء يمكنك فتحه',
    not_found_next: 'راجع العنوان مرة أخرى. ما يمكنك قراءته موجود في صفحتك الأولى.',
    too_many: 'كان ذلك كثيرًا دفعة واحدة',
    too_many_next: 'انتظر بضع دقائق ثم حاول مرة أخرى.',
    again: 'تعذّر استلام هذا',
    again_next: 'افتح الصفحة من جديد وحاول مرة أخرى. يمكن للمدرسة أن تساعدك أيضًا.',
    broken: 'لم ينجح هذا الآن',
    broken_next: 'لم يتغيّر شيء. حاول مرة أخرى بعد قليل أو اتصل بالمدرسة.',
    first: 'اذهب إلى صفحتك الأولى',
    number: 'رقم هذه الرسالة: {id}',
    danger: 'هل هناك شخص في خطر الآن؟ اتصل بالرقم 911. للتحدث مع شخص ما، اتصل بالرقم 988 أو أرسل رسالة إليه.',
  },
})

/** What a family is told: the same for what is not there and for what is not theirs. */
const kindOf = ({ status }: Problem) => {
  if (status === 404 || status === 403) return 'not_found'
  if (status === 429) return 'too_many'
  return status >= 500 ? 'broken' : 'again'
}

const spoken = (lang: string): Language => languages.find((each) => each === lang) ?? 'en'

/** The title of the page, in the language of the family. */
export const familyProblemTitle = (problem: Problem, language: Language): string =>
  words(language)(kindOf(problem))

type Shown = { shell: Shell; problem: Problem; requestId: string }

/** For somebody of a family who is signed in: what it is, and the way back to what is theirs. */
export function FamilyProblemPage({ shell, problem, requestId }: Shown) {
  const say = words(spoken(shell.lang))
  const kind = kindOf(problem)
  return (
    <PlainPage shell={shell}>
      <div class="flow read">
        <h1>{say(kind)}</h1>
        <p class="lead">{say(`${kind}_next`)}</p>
        {problem.because.length > 0 && (
          <ul>
            {problem.because.map(({ says }) => (
              <li>{says}</li>
            ))}
          </ul>
        )}
        <p class="row">
          <ButtonLink href="/family">{say('first')}</ButtonLink>
        </p>
        {problem.status >= 500 && <p class="quiet">{say('number', { id: requestId })}</p>}
        <p class="quiet">{say('danger')}</p>
      </div>
    </PlainPage>
  )
}
