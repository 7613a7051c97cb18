import type { PageRecord } from '../records.ts';

export const questions: PageRecord = {
  slug: 'questions',
  kind: 'questions',
  inFooter: true,
  text: {
    ru: {
      title: 'Вопросы и ответы',
      summary: 'Билеты, посадка, дети, погода и доступность.',
      body: `## Билет
### Нужно ли печатать билет?
Нет. Достаточно кода на экране, он читается и без сети. Бумажный тоже подойдёт.

### Письмо не пришло. Что делать?
Проверьте папку со спамом, потом откройте «Найти заказ»: по номеру и почте пришлём ссылку ещё раз.

### Сколько времени у меня на оплату?
Пятнадцать минут с той секунды, когда вы выбрали место. Время видно на экране, раньше срока место не отдадим.

## На борту
### Когда приходить?
За пятнадцать минут, если в описании рейса не сказано иначе. Отходим по расписанию и опоздавших не ждём.

### Можно с коляской или на коляске?
Детскую коляску возьмём на любой рейс. Места для гостей на инвалидных колясках отмечены на схеме, сопровождающий едет бесплатно.

### Кормят ли на борту?
На «Адмиралтействе» есть буфет, на «Мойке» можно есть своё. В описании рейса сказано, что входит в билет.

## Погода
### Идёт дождь. Рейс состоится?
Почти наверняка да. Отменяет рейсы штормовое предупреждение, а не дождь. Об отмене напишем и вернём деньги.

## Этот сезон
### Почему в ноябре белые ночи?
Сезон демонстрационный и начинается в день, когда вы запустили систему. Навигация в нём не закрывается.`,
    },
    en: {
      title: 'Questions and Answers',
      summary: 'Tickets, boarding, children, weather and access.',
      body: `## Tickets
### Do I have to print my ticket?
No. The code on your screen is enough, and it works without a connection. Paper is fine too.

### The message has not come. What now?
Look in your spam folder, then open “Find my order”: give the number and your e-mail and we send the link again.

### How long do I have to pay?
Fifteen minutes from the second you chose your place. The time is on the screen, and nobody else gets the place before it is up.

## On board
### When should I come?
Fifteen minutes early, unless the trip says otherwise. We leave on time and do not wait.

### May I bring a pram, or a wheelchair?
A pram may come on every trip. Places for guests in wheelchairs are marked on the plan, and their companion travels free.

### Is there food on board?
There is a bar on the Admiralty; on the Moika you may eat your own. Each trip says what its ticket includes.

## Weather
### It is raining. Do you sail?
Almost certainly. Trips are cancelled by a storm warning, not by rain. If we cancel, we write to you and refund you.

## This season
### Why are there white nights in November?
This is a demonstration season: it begins on the day you first start the system, and navigation never closes in it.`,
    },
    zh: {
      title: '常见问题',
      summary: '船票、登船、儿童、天气与无障碍。',
      body: `## 船票
### 需要打印船票吗？
不需要。屏幕上的二维码即可，没有网络也能读取。纸质票同样有效。

### 没有收到邮件怎么办？
请先查看垃圾邮件，然后打开“查找订单”：填写订单号和邮箱，我们会重新发送链接。

### 有多长时间付款？
从选定座位的那一刻起十五分钟。屏幕上会显示剩余时间，在此之前座位不会给别人。

## 船上
### 什么时候到？
提前十五分钟，航线另有说明的除外。我们准时开船，恕不等候。

### 可以带婴儿车或使用轮椅吗？
所有航线都可以带婴儿车。轮椅位在座位图上有标注，陪护人员免费。

### 船上有餐饮吗？
“海军部号”设有酒吧，“莫伊卡号”可自带食物。每条航线都会写明船票包含的内容。

## 天气
### 下雨了，还开船吗？
几乎一定会开。取消班次的是风暴预警，而不是雨。如果取消，我们会写信通知并退款。

## 本航季
### 为什么十一月会有白夜？
这是演示航季，从您首次启动系统的那天开始，在这里航道从不封航。`,
    },
  },
};
