import { defineErrors } from '@gangway/kit';

export const staffErrors = defineErrors({
  ADMINISTRATOR_IS_COMPLETE: {
    status: 409,
    message: {
      ru: 'Администратору доступно всё: эту роль не ограничить.',
      en: 'An Administrator may do everything: this role cannot be limited.',
      zh: '管理员拥有全部权限，无法限制该角色。',
    },
    hint: 'Give the person another role, such as Manager, and grant sections to that one.',
  },
  OWN_ROLE: {
    status: 403,
    message: {
      ru: 'Доступ своей собственной роли меняет только администратор или человек с другой ролью.',
      en: 'The access of your own role is changed by an Administrator or by somebody with another role.',
      zh: '您自己角色的权限只能由管理员或其他角色的人员更改。',
    },
    hint: 'Nobody raises their own access; ask an Administrator.',
  },
});
