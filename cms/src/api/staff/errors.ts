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
});
