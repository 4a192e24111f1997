import { familyCatalog } from '#platform/words.ts'

/** Words of setting up a second step anew after every one was lost. */
export const anewWords = familyCatalog({
  en: {
    owed: 'Look in your mail',
    owed_note:
      'You lost your app, codes and passkeys. A link to set up a new app is on its way to your address. It works once, for 30 minutes.',
    owed_next: 'If nothing comes within a few minutes, ask whoever gave you your sign-in.',
    title: 'Set up your second step again',
    note: 'For {email}. Give your password, and go on with the app on your phone.',
    gone_next: 'A link works once, for 30 minutes. Sign in with your password: we send you a new one.',
  },
  es: {
    owed: 'Revise su correo',
    owed_note:
      'Usted perdió su aplicación y sus códigos. Un enlace para configurar otra está en camino a su correo. Sirve 30 minutos.',
    owed_next: 'Si no llega nada en unos minutos, pregunte a quien le dio su acceso.',
    title: 'Configure de nuevo su segundo paso',
    note: 'Para {email}. Escriba su contraseña y siga con la aplicación de su teléfono.',
    gone_next:
      'Un enlace sirve una vez, durante 30 minutos. Inicie sesión con su contraseña: le enviamos uno nuevo.',
  },
})
