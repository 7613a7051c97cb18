import type { Localized } from '@gangway/kit';

/** When and where each departure of the order leaves, and who sits where. */
export const trips: Localized = {
  ru: `{{#trips}}
| **{{title}}** | |
| Отправление | **{{date}}, {{time}}** ({{clock}}) |
{{#vessel}}
| Судно | {{vessel}} |
{{/vessel}}
{{#place}}
| Где | {{place}} |
| Адрес | {{address}} |
{{/place}}
{{#mapUrl}}
| На карте | [открыть карту]({{mapUrl}}) |
{{/mapUrl}}
{{#directions}}
| Как пройти | {{directions}} |
{{/directions}}
{{#boarding}}
| Посадка | {{boarding}} |
{{/boarding}}
{{#places}}
| {{ticketType}}{{#holder}}, {{holder}}{{/holder}} | {{seat}} · {{price}} |
{{/places}}
{{/trips}}`,
  en: `{{#trips}}
| **{{title}}** | |
| Departure | **{{date}}, {{time}}** ({{clock}}) |
{{#vessel}}
| Vessel | {{vessel}} |
{{/vessel}}
{{#place}}
| Where | {{place}} |
| Address | {{address}} |
{{/place}}
{{#mapUrl}}
| Map | [open the map]({{mapUrl}}) |
{{/mapUrl}}
{{#directions}}
| How to get there | {{directions}} |
{{/directions}}
{{#boarding}}
| Boarding | {{boarding}} |
{{/boarding}}
{{#places}}
| {{ticketType}}{{#holder}}, {{holder}}{{/holder}} | {{seat}} · {{price}} |
{{/places}}
{{/trips}}`,
  zh: `{{#trips}}
| **{{title}}** | |
| 出发 | **{{date}} {{time}}**（{{clock}}） |
{{#vessel}}
| 船只 | {{vessel}} |
{{/vessel}}
{{#place}}
| 地点 | {{place}} |
| 地址 | {{address}} |
{{/place}}
{{#mapUrl}}
| 地图 | [查看地图]({{mapUrl}}) |
{{/mapUrl}}
{{#directions}}
| 如何到达 | {{directions}} |
{{/directions}}
{{#boarding}}
| 登船 | {{boarding}} |
{{/boarding}}
{{#places}}
| {{ticketType}}{{#holder}}，{{holder}}{{/holder}} | {{seat}} · {{price}} |
{{/places}}
{{/trips}}`,
};

const priced = '| {{ticketType}}{{#holder}}HOLDER{{/holder}} | {{seat}} · {{price}} |';

/** The same for who has paid long ago; a ticket without a number is named beside its word. */
export const tripsWithoutPrices: Localized = {
  ru: unpriced(trips.ru, { comma: ', ', ticket: 'Билет' }),
  en: unpriced(trips.en, { comma: ', ', ticket: 'Ticket' }),
  zh: unpriced(trips.zh, { comma: '，', ticket: '票' }),
};

function unpriced(text: string, { comma, ticket }: { comma: string; ticket: string }): string {
  const holder = `{{#holder}}${comma}{{holder}}{{/holder}}`;
  const line = priced.replace('{{#holder}}HOLDER{{/holder}}', holder);
  return text.replace(
    line,
    `{{#seat}}
| {{ticketType}}${holder} | {{seat}} |
{{/seat}}
{{^seat}}
| ${ticket} | {{ticketType}}${holder} |
{{/seat}}`,
  );
}
