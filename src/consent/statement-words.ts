import { familyCatalog } from '#platform/words.ts'

/** What is said once before the questions: samples of the sentences the law asks for, in plain words. */
export const statementWords = familyCatalog({
  en: {
    'statement.revoke':
      'You can take back a yes at any time. Call the school, or write to it. It stops what comes next, not what was already told.',
    'statement.refusal': 'You can say no. {student} can still get help at school and care at {partner}.',
    'statement.passed_on':
      'What {partner} tells the school is then in the school’s hands. The law for clinics may not cover it there.',
  },
  es: {
    'statement.revoke':
      'Puede retirar un sí cuando quiera. Llame a la escuela o escríbale. Eso para lo que sigue, no lo que ya se dijo.',
    'statement.refusal':
      'Puede decir que no. {student} puede recibir ayuda en la escuela y atención en {partner} igual.',
    'statement.passed_on':
      'Lo que {partner} le dice a la escuela queda en manos de la escuela. La ley para las clínicas puede no cubrirlo ahí.',
  },
  ar: {
    'statement.revoke':
      'يمكنكم سحب الموافقة في أي وقت. اتصلوا بالمدرسة أو اكتبوا لها. يتوقف ما يأتي بعد ذلك، وليس ما قيل من قبل.',
    'statement.refusal':
      'يمكنكم أن تقولوا لا. يبقى بإمكان {student} الحصول على المساعدة في المدرسة والرعاية في {partner}.',
    'statement.passed_on':
      'ما تخبر به {partner} المدرسة يصبح عند المدرسة. وقد لا يحميه هناك القانون الخاص بالعيادات.',
  },
})
