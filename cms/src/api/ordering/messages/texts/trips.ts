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
