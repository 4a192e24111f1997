import { writtenFor } from '#access/audiences.ts'
import { familyCatalog } from '#platform/words.ts'

const texts = {
  en: {
    subject: 'You have a new message',
    alert_now: 'You have a new message that needs an answer now.',
    alert: 'You have a new message that needs an answer.',
    drill: 'DRILL: you have a new message. Answer it as you would a real one.',
    waiting: '{count, plural, one {1 thing waits for you.} other {# things wait for you.}}',
    due: '{due, plural, =0 {None of it is due today.} one {1 is due today.} other {# are due today.}}',
    sign_in: 'Sign in: {url}',
    reminder: 'You have a new message. Sign in, or call the person you talk with: {url}',
    reminder_with_time:
      'You have a reminder for {day}, {time}. Sign in, or call the person you talk with: {url}',
    link: 'You have a new message. It is open for {count} minutes: {url}',
    text_end: 'Answer STOP to get no more texts.',
  },
  es: {
    subject: 'Tiene un mensaje nuevo',
    alert_now: 'Tiene un mensaje nuevo que necesita respuesta ahora.',
    alert: 'Tiene un mensaje nuevo que necesita respuesta.',
    drill: 'SIMULACRO: tiene un mensaje nuevo. Responda como si fuera real.',
    waiting: '{count, plural, one {1 asunto le espera.} other {# asuntos le esperan.}}',
    due: '{due, plural, =0 {Ninguno vence hoy.} one {1 vence hoy.} other {# vencen hoy.}}',
    sign_in: 'Inicie sesión: {url}',
    reminder: 'Tiene un mensaje nuevo. Inicie sesión o llame a la persona con quien habla: {url}',
    reminder_with_time:
      'Tiene un recordatorio para {day}, {time}. Inicie sesión o llame a la persona con quien habla: {url}',
    link: 'Tiene un mensaje nuevo. Está abierto {count} minutos: {url}',
    text_end: 'Responda STOP para no recibir más textos.',
  },
  ar: {
    subject: 'لديك رسالة جديدة',
    alert_now: 'لديك رسالة جديدة تحتاج إلى رد الآن.',
    alert: 'لديك رسالة جديدة تحتاج إلى رد.',
    drill: 'تمرين: لديك رسالة جديدة. أجب كما لو كانت حقيقية.',
    waiting:
      '{count, plural, one {أمر واحد بانتظارك.} two {أمران بانتظارك.} few {# أمور بانتظارك.} other {# أمرًا بانتظارك.}}',
    due: '{due, plural, =0 {لا شيء منها اليوم.} other {منها # اليوم.}}',
    sign_in: 'سجّل الدخول: {url}',
    reminder: 'لديك رسالة جديدة. سجّل الدخول أو اتصل بالشخص الذي تتحدث معه: {url}',
    reminder_with_time: 'لديك تذكير يوم {day}، {time}. سجّل الدخول أو اتصل بالشخص الذي تتحدث معه: {url}',
    link: 'لديك رسالة جديدة. تبقى مفتوحة {count} دقيقة: {url}',
    text_end: 'أجب STOP حتى لا تصلك رسائل نصية.',
  },
} as const

/**
 * Every word that leaves the house in a message beside those of signing in. There is no place for a name:
 * what it is about is read after signing in. A spec reads each of them, in each language, for what it must
 * not say.
 */
export const templates = familyCatalog(writtenFor('family', texts))
