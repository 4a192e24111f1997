import { familyCatalog } from '#platform/words.ts'

/** Words of mail. They name no student, school, agency or service: mail is read over shoulders. */
export const mailWords = familyCatalog({
  en: {
    'invitation.subject': 'Your sign-in link',
    'invitation.text': `Open this link to set up your sign-in. It works once, for 30 minutes.

{address}

Too late? Open it all the same: the page sends you a new one.
If you did not expect it, leave it unopened.`,
    'new_password.subject': 'Your sign-in link',
    'new_password.text': `Open this link to set a new password. It works once, for 30 minutes.

{address}

If you did not ask for it, leave it unopened. Your password stays as it is.`,
    'new_address.subject': 'Confirm this address',
    'new_address.text': `Open this link to sign in with this address from now on. It works once, for 30 minutes.

{address}

If you did not ask for it, leave it unopened. Nothing changes then.`,
    'second_step_link.subject': 'Your sign-in link',
    'second_step_link.text': `Open this link to set up your second step again. It works once, for 30 minutes. You need your password.

{address}

Too late? Sign in with your password: we send you a new one.
If you did not expect it, leave it unopened and tell whoever gave you your sign-in today.`,
    'notice.second_step_asked': `Somebody asked that you set up your authenticator app again, because it, your codes and your passkeys are lost.
Nothing has changed yet.

If this was not you, tell whoever gave you your sign-in today, and set a new password now:

{address}`,
    'notice.second_step_removed': `Your authenticator app, your codes and your passkeys do not work any more, and you are signed out everywhere.
A link to set up a new app comes to this address.

If this was not you, tell whoever gave you your sign-in today, and set a new password now:

{address}`,
    'notice.subject': 'Your sign-in was changed',
    'notice.password': `Your password was set anew and you are signed out everywhere. If this was not you, set another one now:

{address}`,
    'notice.second_step': `A new authenticator app was set up for your sign-in. If this was not you, set a new password now:

{address}`,
    'notice.recovery_codes': `New recovery codes were made for your sign-in. If this was not you, set a new password now:

{address}`,
    'notice.passkey_added': `A passkey was added to your sign-in. If this was not you, set a new password now:

{address}`,
    'notice.passkey_removed': `A passkey was removed from your sign-in. If this was not you, set a new password now:

{address}`,
    'notice.address_asked': `Somebody asked to sign in to your account with another address. Nothing has changed yet.

If this was not you, set a new password now:

{address}`,
    'notice.address_left': `Another address signs in to your account from now on, and this one does not any more.

If this was not you, tell whoever gave you your sign-in today.`,
    'notice.address_new': `This address signs in to your account from now on, and you are signed out elsewhere.

If this was not you, set a new password now:

{address}`,
  },
  es: {
    'invitation.subject': 'Su enlace de acceso',
    'invitation.text': `Abra este enlace para configurar su acceso. Sirve una vez, durante 30 minutos.

{address}

¿Ya pasó el tiempo? Ábralo de todos modos: la página le envía uno nuevo.
Si no lo esperaba, no lo abra.`,
    'new_password.subject': 'Su enlace de acceso',
    'new_password.text': `Abra este enlace para crear una contraseña nueva. Sirve una vez, durante 30 minutos.

{address}

Si no lo pidió, no lo abra. Su contraseña sigue igual.`,
    'new_address.subject': 'Confirme este correo',
    'new_address.text': `Abra este enlace para iniciar sesión con este correo desde ahora. Sirve una vez, durante 30 minutos.

{address}

Si no lo pidió, no lo abra. Entonces no cambia nada.`,
    'second_step_link.subject': 'Su enlace de acceso',
    'second_step_link.text': `Abra este enlace para configurar de nuevo su segundo paso. Sirve una vez, durante 30 minutos. Necesita su contraseña.

{address}

¿Ya pasó el tiempo? Inicie sesión con su contraseña: le enviamos uno nuevo.
Si no lo esperaba, no lo abra y avise hoy a quien le dio su acceso.`,
    'notice.second_step_asked': `Alguien pidió que usted configure de nuevo su aplicación de autenticación, porque perdió todo.
Todavía no cambió nada.

Si no fue usted, avise hoy a quien le dio su acceso y cree una contraseña nueva ahora:

{address}`,
    'notice.second_step_removed': `Su aplicación de autenticación, sus códigos y sus llaves de acceso ya no sirven. Sus sesiones se cerraron.
A este correo llega un enlace para configurar una aplicación nueva.

Si no fue usted, avise hoy a quien le dio su acceso y cree una contraseña nueva ahora:

{address}`,
    'notice.subject': 'Su acceso cambió',
    'notice.password': `Su contraseña se cambió y todas sus sesiones se cerraron. Si no fue usted, cree otra ahora:

{address}`,
    'notice.second_step': `Se configuró una nueva aplicación de autenticación para su acceso. Si no fue usted, cree una contraseña nueva ahora:

{address}`,
    'notice.recovery_codes': `Se crearon códigos de recuperación nuevos para su acceso. Si no fue usted, cree una contraseña nueva ahora:

{address}`,
    'notice.passkey_added': `Se agregó una llave de acceso a su cuenta. Si no fue usted, cree una contraseña nueva ahora:

{address}`,
    'notice.passkey_removed': `Se quitó una llave de acceso de su cuenta. Si no fue usted, cree una contraseña nueva ahora:

{address}`,
    'notice.address_asked': `Alguien pidió entrar a su cuenta con otro correo. Todavía no cambió nada.

Si no fue usted, cree una contraseña nueva ahora:

{address}`,
    'notice.address_left': `Desde ahora se entra a su cuenta con otro correo, y ya no con este.

Si no fue usted, avise hoy a quien le dio su acceso.`,
    'notice.address_new': `Desde ahora se entra a su cuenta con este correo, y sus otras sesiones se cerraron.

Si no fue usted, cree una contraseña nueva ahora:

{address}`,
  },
})
