import { familyCatalog } from '#platform/words.ts'

/** Words of changing the address somebody signs in with. */
export const addressWords = familyCatalog({
  en: {
    address: 'Email address',
    signs_in_with: 'You sign in with {email}.',
    change: 'Change the address',
    title: 'Sign in with another address',
    note: 'We send a link to the new address. It works once, for 30 minutes. Until it is used, nothing changes.',
    told: 'We tell the address you sign in with now that you asked.',
    next: 'New email address',
    send: 'Send the link',
    same: 'You sign in with this address already.',
    not_one: 'Give an address like name@example.org',
    sent: 'Look in the mail of the new address',
    sent_note:
      'If the address can be used, a link is on its way. If nothing comes, somebody else may have it: ask whoever gave you your sign-in.',
    confirm: 'Confirm your new address',
    confirm_note:
      'From then on you sign in with {email}. You are signed out everywhere else, and both addresses are told.',
    password: 'Password of your sign-in',
    password_wrong: 'This is not the password of that sign-in.',
    confirm_do: 'Use this address',
    gone_next: 'A link works once, for 30 minutes. Sign in and ask for a new one.',
    sign_in: 'Sign in',
    changed: 'You sign in with your new address from now on.',
    back: 'Back to your account',
  },
  es: {
    address: 'Correo electrónico',
    signs_in_with: 'Usted inicia sesión con {email}.',
    change: 'Cambiar el correo',
    title: 'Iniciar sesión con otro correo',
    note: 'Enviamos un enlace al correo nuevo. Sirve una vez, durante 30 minutos. Hasta que se use, no cambia nada.',
    told: 'Avisamos de su pedido al correo con el que inicia sesión ahora.',
    next: 'Correo nuevo',
    send: 'Enviar el enlace',
    same: 'Usted ya inicia sesión con este correo.',
    not_one: 'Escriba un correo como nombre@example.org',
    sent: 'Revise el correo nuevo',
    sent_note:
      'Si el correo se puede usar, un enlace está en camino. Si no llega, quizá otra persona lo tiene: pregunte a quien le dio su acceso.',
    confirm: 'Confirme su correo nuevo',
    confirm_note:
      'Desde entonces usted inicia sesión con {email}. Sus otras sesiones se cierran y avisamos a los dos correos.',
    password: 'Contraseña de su acceso',
    password_wrong: 'Esta no es la contraseña de ese acceso.',
    confirm_do: 'Usar este correo',
    gone_next: 'Un enlace sirve una vez, durante 30 minutos. Inicie sesión y pida uno nuevo.',
    sign_in: 'Iniciar sesión',
    changed: 'Desde ahora usted inicia sesión con su correo nuevo.',
    back: 'Volver a su cuenta',
  },
})
