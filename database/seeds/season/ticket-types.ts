import type { TicketTypeRecord } from './records.ts';

/** In the order the buyer sees them. Ages are full years on the day of departure, both ends included. */
export const ticketTypes: TicketTypeRecord[] = [
  {
    code: 'adult',
    name: { ru: 'Взрослый', en: 'Adult', zh: '成人' },
    minAge: 12,
    occupiesPlace: true,
    needsAdult: false,
  },
  {
    code: 'child',
    name: { ru: 'Детский', en: 'Child', zh: '儿童' },
    minAge: 4,
    maxAge: 11,
    occupiesPlace: true,
    needsAdult: true,
  },
  {
    code: 'infant',
    name: { ru: 'Малыш на руках', en: 'Infant on lap', zh: '婴幼儿（怀抱）' },
    minAge: 0,
    maxAge: 3,
    occupiesPlace: false,
    needsAdult: true,
  },
  {
    code: 'student',
    name: { ru: 'Студент', en: 'Student', zh: '学生' },
    minAge: 14,
    maxAge: 26,
    occupiesPlace: true,
    needsAdult: false,
    proof: {
      ru: 'Покажите студенческий билет или карту ISIC при посадке.',
      en: 'Please show a student card or an ISIC card when boarding.',
      zh: '登船时请出示学生证或国际学生证。',
    },
  },
  {
    code: 'senior',
    name: { ru: 'Пенсионный', en: 'Senior', zh: '长者' },
    minAge: 60,
    occupiesPlace: true,
    needsAdult: false,
    proof: {
      ru: 'Покажите паспорт или пенсионное удостоверение при посадке.',
      en: 'Please show a passport or a pension card when boarding.',
      zh: '登船时请出示护照或养老金证。',
    },
  },
  {
    code: 'attendant',
    name: { ru: 'Сопровождающий', en: 'Companion', zh: '陪护人员' },
    minAge: 18,
    occupiesPlace: true,
    needsAdult: false,
    proof: {
      ru: 'Бесплатно для того, кто помогает гостю с инвалидностью: покажите его удостоверение при посадке.',
      en: 'Free for the person who helps a guest with a disability: please show the guest’s card when boarding.',
      zh: '陪同残障客人者免费：登船时请出示客人的残障证件。',
    },
  },
  {
    code: 'member',
    name: { ru: 'Член клуба', en: 'Member', zh: '会员' },
    minAge: 18,
    occupiesPlace: true,
    needsAdult: false,
    proof: {
      ru: 'Членство проверяем по вашей учётной записи.',
      en: 'We check the membership of your account.',
      zh: '我们会核对您账户的会员身份。',
    },
  },
  {
    code: 'guest',
    name: { ru: 'Гость клуба', en: 'Club guest', zh: '俱乐部来宾' },
    minAge: 12,
    occupiesPlace: true,
    needsAdult: false,
  },
  {
    code: 'charter',
    name: { ru: 'Яхта целиком', en: 'The whole yacht', zh: '整船' },
    minAge: 18,
    occupiesPlace: true,
    needsAdult: false,
  },
];
