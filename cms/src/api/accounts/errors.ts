import { defineErrors } from '@gangway/kit';

export const accountErrors = defineErrors({
  WRONG_LOG_IN: {
    status: 400,
    message: {
      ru: 'Адрес или пароль не подходят. Если вы только что зарегистрировались, сначала подтвердите адрес по ссылке из письма.',
      en: 'E-mail or password do not fit. If you have just registered, confirm your address with the link in our e-mail first.',
      zh: '邮箱或密码不正确。如果您刚刚注册，请先通过邮件中的链接确认邮箱。',
    },
    hint: 'Unknown, wrong, blocked and not yet confirmed are one answer on purpose.',
  },
  WRONG_PASSWORD: {
    status: 422,
    message: {
      ru: 'Нынешний пароль не подходит.',
      en: 'The current password is not right.',
      zh: '当前密码不正确。',
    },
    hint: 'The password of the account that is logged in, asked again before something that cannot be undone.',
  },
  PASSWORD_TOO_SHORT: {
    status: 422,
    message: {
      ru: 'Пароль короче 10 знаков. Подойдёт фраза из нескольких слов.',
      en: 'The password has fewer than 10 characters. A phrase of a few words will do.',
      zh: '密码少于 10 个字符。可以使用由几个词组成的短语。',
    },
    hint: 'At least 10 characters; any of them.',
  },
  PASSWORD_TOO_LONG: {
    status: 422,
    message: {
      ru: 'Пароль слишком длинный: помещается 72 латинских буквы или 36 русских.',
      en: 'The password is too long: it may take up to 72 bytes.',
      zh: '密码过长：最多 72 个英文字符或 24 个汉字。',
    },
    hint: 'bcrypt reads 72 bytes and no more; a longer password would be cut silently.',
  },
  PASSWORD_TOO_COMMON: {
    status: 422,
    message: {
      ru: 'Этот пароль легко угадать. Придумайте другой.',
      en: 'This password is easy to guess. Please choose another.',
      zh: '该密码太容易被猜到，请换一个。',
    },
    hint: 'A common password, a run of the keyboard, or few characters repeated.',
  },
  PASSWORD_PERSONAL: {
    status: 422,
    message: {
      ru: 'В пароле ваше имя или адрес почты. Придумайте другой.',
      en: 'The password contains your name or e-mail. Please choose another.',
      zh: '密码中包含您的姓名或邮箱，请换一个。',
    },
    hint: 'Name or the part of the address before the @ makes most of the password.',
  },
  PASSWORDS_DIFFER: {
    status: 422,
    message: {
      ru: 'Пароли не совпадают.',
      en: 'The two passwords are not the same.',
      zh: '两次输入的密码不一致。',
    },
    hint: 'passwordConfirmation is optional; given, it must equal password.',
  },
  UNKNOWN_LINK: {
    status: 404,
    message: {
      ru: 'Ссылка неполная или неверная. Откройте её из письма ещё раз.',
      en: 'The link is incomplete or wrong. Please open it from the e-mail again.',
      zh: '链接不完整或有误，请从邮件中重新打开。',
    },
    hint: 'No link of ours, one for another purpose, or one that a later letter has replaced.',
  },
  LINK_EXPIRED: {
    status: 410,
    message: {
      ru: 'Срок ссылки вышел. Попросите новую.',
      en: 'The link has expired. Please ask for a new one.',
      zh: '链接已过期，请重新获取。',
    },
    hint: 'Confirmations last 24 hours, links for a new password one hour. details.purpose: register, password, email.',
  },
  LINK_USED: {
    status: 410,
    message: {
      ru: 'Ссылкой уже воспользовались: она действует один раз.',
      en: 'The link has been used: it works once.',
      zh: '该链接已被使用，仅限使用一次。',
    },
    hint: 'An address that is confirmed can log in; a password link is asked for again.',
  },
  PASSWORD_NEEDED: {
    status: 409,
    message: {
      ru: 'Придумайте пароль: с ним кабинет и откроется.',
      en: 'Please choose a password: the account opens with it.',
      zh: '请设置密码，账户将以此密码开通。',
    },
    hint: 'The proof is not that of the registration: somebody else may have chosen the password that waits. Send password with the confirmation.',
  },
  ADDRESS_TAKEN: {
    status: 409,
    message: {
      ru: 'На этот адрес уже есть личный кабинет.',
      en: 'There is an account with this address already.',
      zh: '该邮箱已有账户。',
    },
    hint: 'Said only to whoever holds the link that was sent to the address.',
  },
  UPCOMING_TICKETS: {
    status: 409,
    message: {
      ru: 'Впереди поездки. Если удалить кабинет, билеты останутся действительными, но открыть их можно будет только по ссылке из письма.',
      en: 'You have trips ahead. If you delete the account, your tickets stay good, but only the link in our e-mail opens them.',
      zh: '您还有未出行的行程。删除账户后船票仍然有效，但只能通过邮件中的链接查看。',
    },
    hint: 'Say keepTickets: true to go on. details.orders are the numbers.',
  },
});
